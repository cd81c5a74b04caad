// What the events from the request to the slot in production lack.
import { indicatorGroups } from '../../schema/trial-vocabulary.ts'
import { type Office, words } from '../../schema/vocabulary.ts'
import { compareDecimals, isDecimal } from './decimal.ts'
import { blocked, type Checks, input, required, unless } from './missing-part.ts'
import { isAfter } from './moments.ts'
import type { Asked, Rules } from './trial-asked.ts'
import type { RequirementInput } from './trial-payloads.ts'

type Event =
  | 'request'
  | 'agreeRequirements'
  | 'submit'
  | 'confirmFeasible'
  | 'returnRequirements'
  | 'approve'
  | 'sendBack'
  | 'decline'
  | 'reschedule'
  | 'start'

/** Offices without which a trial can neither be planned, made nor measured. */
const neededOffices: Office[] = ['orderManagement', 'production', 'laboratory']

export const agreementRules: Rules<Event> = {
  request: ({ payload, facts }) => [
    required(payload.accountId, 'account', 'accountId'),
    required(payload.productId, 'trialProduct', 'productId'),
    required(payload.aim, 'trialAim', 'aim'),
    required(payload.reason, 'trialReason', 'reason'),
    ...reasonLinked(payload, facts),
  ],
  agreeRequirements: () => [],
  submit: ({ payload, at, facts }) => [
    ...requirementsComplete(payload.requirements ?? []),
    ...(payload.tasks ?? []).flatMap(({ departmentId, question, dueAt }, index) => [
      required(departmentId, 'department', `tasks.${index}.departmentId`),
      required(question, 'question', `tasks.${index}.question`),
      required(dueAt, 'dueDate', `tasks.${index}.dueAt`),
      unless(!dueAt || isAfter(dueAt, at), input('dueDatePassed', `tasks.${index}.dueAt`)),
    ]),
    ...neededOffices.map((office) =>
      unless(facts.askedOffices.includes(office), input('officeNotAsked', 'tasks', { office })),
    ),
  ],
  confirmFeasible: ({ payload, facts }) => [
    ...facts.openFeasibilityTasks.map(({ number }) => blocked('taskOpen', { task: number })),
    required(payload.cost, 'trialCost', 'cost'),
    required(payload.currency, 'trialCurrency', 'currency'),
    unless(
      !payload.cost || (isDecimal(payload.cost) && compareDecimals(payload.cost, '0') >= 0),
      input('trialCost', 'cost'),
    ),
    unless(
      !payload.currency || facts.cost?.usd !== null,
      input('currencyWithoutRate', 'currency', { currency: payload.currency ?? '' }),
    ),
  ],
  returnRequirements: ({ payload }) => [required(payload.reason, 'notMet', 'reason')],
  approve: () => [],
  sendBack: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  decline: ({ payload }) => [
    required(payload.reason, 'reason', 'reason'),
    required(payload.letter, 'letter', 'letter'),
  ],
  reschedule: ({ payload, at }) => [
    required(payload.slotAt, 'slot', 'slotAt'),
    unless(!payload.slotAt || isAfter(payload.slotAt, at), input('slotPassed', 'slotAt')),
    required(payload.tonnage, 'tonnage', 'tonnage'),
    unless(
      !payload.tonnage || (isDecimal(payload.tonnage) && compareDecimals(payload.tonnage, '0') > 0),
      input('tonnage', 'tonnage'),
    ),
    unless((payload.plannedHeats ?? 0) > 0, input('plannedHeats', 'plannedHeats')),
  ],
  start: ({ context }) => [unless(context.slotAt !== null, blocked('slot'))],
}

function reasonLinked(
  { reason, claimId, reasonText, competitorProductId }: Asked<'request'>['payload'],
  { reasonClaim }: Asked<'request'>['facts'],
): Checks {
  switch (reason) {
    case 'claim':
      if (!claimId) return [input('reasonClaim', 'claimId')]
      if (reasonClaim === null) return [input('targetUnknown', 'claimId')]
      return [unless(reasonClaim.sameAccount, input('targetOfOtherAccount', 'claimId', { target: reasonClaim.number }))]
    case 'competitorGap':
      return [unless(Boolean(competitorProductId || reasonText?.trim()), input('reasonText', 'reasonText'))]
    case 'need':
    case 'idea':
      return [required(reasonText, 'reasonText', 'reasonText')]
    default:
      return []
  }
}

function requirementsComplete(requirements: readonly RequirementInput[]): Checks {
  const groups = new Set(requirements.map(({ group }) => group))
  const seen = new Set<string>()
  return [
    ...words(indicatorGroups).map((indicatorGroup) =>
      unless(groups.has(indicatorGroup), input('groupWithoutRequirement', 'requirements', { indicatorGroup })),
    ),
    ...requirements.flatMap((requirement, index) => {
      const { indicator } = requirement
      const key = `${requirement.group} ${indicator}`
      const twice = seen.has(key)
      seen.add(key)
      return [
        ...requirementSound(requirement, `requirements.${index}`),
        unless(!twice, input('indicatorTwice', `requirements.${index}.indicator`, { indicator })),
      ]
    }),
  ]
}

function requirementSound({ indicator, unit, min, max }: RequirementInput, field: string): Checks {
  const params = { indicator }
  const limits = [min, max].filter((limit) => limit !== null && limit !== undefined)
  return [
    required(indicator, 'indicator', `${field}.indicator`),
    required(unit, 'requirementUnit', `${field}.unit`, params),
    unless(limits.length > 0 && limits.every(isDecimal), input('requirementLimit', `${field}.min`, params)),
    unless(
      !min || !max || !isDecimal(min) || !isDecimal(max) || compareDecimals(min, max) <= 0,
      input('minAboveMax', `${field}.min`, { ...params, min: min ?? '', max: max ?? '' }),
    ),
  ]
}
