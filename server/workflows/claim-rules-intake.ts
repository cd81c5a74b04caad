// What the events from the call to the start of the investigation lack.
import type { Asked, Rules } from './claim-asked.ts'
import { notWaiting } from './claim-asked.ts'
import type { GivenItemFact } from './claim-facts.ts'
import type { ItemInput } from './claim-payloads.ts'
import { enoughApprovers } from './claim-rules-approval.ts'
import { compareDecimals, isDecimal } from './decimal.ts'
import { blocked, type Checks, input, required, unless } from './missing-part.ts'
import { isAfter } from './moments.ts'

type Event =
  | 'register'
  | 'discard'
  | 'amend'
  | 'acknowledge'
  | 'acceptForInvestigation'
  | 'declineFormally'
  | 'merge'
  | 'unmerge'
  | 'revive'

export const intakeRules: Rules<Event> = {
  register: ({ payload, at, facts }) => [
    required(payload.accountId, 'account', 'accountId'),
    required(payload.whatHappened, 'whatHappened', 'whatHappened'),
    required(payload.receivedAt, 'receivedAt', 'receivedAt'),
    unless(!payload.receivedAt || !isAfter(payload.receivedAt, at), input('receivedInFuture', 'receivedAt')),
    ...itemsPlausible(payload.items ?? [], facts.givenItems),
  ],
  discard: () => [],
  amend: ({ payload, facts }) => [
    unless(
      Object.values(payload).some((value) => value !== null),
      input('nothingToAmend', 'items'),
    ),
    unless(payload.whatHappened?.trim() !== '', input('whatHappened', 'whatHappened')),
    ...itemsPlausible(payload.items ?? [], facts.givenItems),
  ],
  acknowledge: ({ payload, at, facts }) => [
    required(payload.promisedAnswerAt, 'promisedAnswerDate', 'promisedAnswerAt'),
    unless(
      !payload.promisedAnswerAt || isAfter(payload.promisedAnswerAt, at),
      input('promisedDatePassed', 'promisedAnswerAt'),
    ),
    unless(facts.promisedOnWorkingDay !== false, input('promisedOnDayOff', 'promisedAnswerAt')),
    unless(facts.contactLanguage !== null, blocked('contactLanguage')),
  ],
  acceptForInvestigation: ({ payload, facts }) => [
    ...itemsDescribed(facts),
    unless(facts.remedySought !== null, blocked('remedySought')),
    required(payload.analystId, 'analyst', 'analystId'),
    required(payload.severity, 'severity', 'severity'),
  ],
  declineFormally: ({ payload, context, facts, by }) => [
    required(payload.ground, 'ground', 'ground'),
    required(payload.goodwillReview, 'goodwillReview', 'goodwillReview'),
    required(payload.letter, 'letter', 'letter'),
    ...notWaiting(context),
    ...enoughApprovers(facts.proposal, context, by),
  ],
  merge: ({ payload, facts }) => [
    required(payload.targetId, 'target', 'targetId'),
    ...targetFit(payload.targetId, facts),
  ],
  unmerge: ({ payload, facts }) => [
    required(payload.reason, 'reason', 'reason'),
    unless(!facts.targetSettled, blocked('targetSettled')),
  ],
  revive: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
}

function itemsPlausible(items: readonly ItemInput[], facts: readonly GivenItemFact[]): Checks {
  return items.flatMap((item, index) => {
    const fact = facts[index]
    const field = (name: string) => `items.${index}.${name}`
    const material = field(item.pieceId ? 'pieceId' : 'heatId')
    return [
      unless(fact?.known !== false, input('materialUnknown', material, { item: index + 1 })),
      unless(!fact?.otherAccount, input('deliveredToOther', material, { piece: fact?.name ?? '' })),
      ...(['claimedMass', 'inspectedMass'] as const).map((name) =>
        massPlausible(name, item[name] ?? null, fact?.deliveredMass ?? null, index),
      ),
    ]
  })
}

function massPlausible(
  name: 'claimedMass' | 'inspectedMass',
  mass: string | null,
  delivered: string | null,
  index: number,
) {
  if (mass === null) return null
  const field = `items.${index}.${name}`
  const item = index + 1
  const least = name === 'claimedMass' ? 1 : 0
  if (!isDecimal(mass) || compareDecimals(mass, '0') < least) return input('massInvalid', field, { item })
  if (delivered === null || compareDecimals(mass, delivered) <= 0) return null
  return name === 'claimedMass'
    ? input('claimedAboveDelivered', field, { item, claimed: mass, delivered })
    : input('inspectedAboveDelivered', field, { item, inspected: mass, delivered })
}

function itemsDescribed({ items }: Asked<'acceptForInvestigation'>['facts']): Checks {
  if (items.length === 0) return [blocked('noItem')]
  return items.flatMap(({ position, identified, defect, claimedMass }) => [
    unless(identified, blocked('itemMaterial', { item: position })),
    unless(defect !== null, blocked('itemDefect', { item: position })),
    unless(claimedMass !== null, blocked('itemMass', { item: position })),
  ])
}

function targetFit(targetId: string | undefined, { target }: Asked<'merge'>['facts']): Checks {
  if (!targetId) return []
  if (target === null) return [input('targetUnknown', 'targetId')]
  if (target.itself) return [input('targetItself', 'targetId')]
  const params = { target: target.number }
  if (!target.sameAccount) return [input('targetOfOtherAccount', 'targetId', params)]
  if (target.mergedInto !== null) return [input('targetMerged', 'targetId', { ...params, into: target.mergedInto })]
  return [unless(target.open, input('targetNotOpen', 'targetId', params))]
}
