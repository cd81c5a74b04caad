// What each event of a visit still lacks: the one list behind the chart's guard and the actions a screen shows.
import type { JsonObject } from '../../schema/json.ts'
import { type VisitEvent, visitBlocks } from '../../schema/visit-vocabulary.ts'
import { type Actor, words } from '../../schema/vocabulary.ts'
import type { MissingPart } from './chart.ts'
import { blocked, type Checks, found, input, required, unless } from './missing-part.ts'
import { isAfter } from './moments.ts'
import type { VisitChartEvent, VisitContext } from './visit-context.ts'
import type { FactsFor } from './visit-facts.ts'
import type { VisitPayloads, VisitWish } from './visit-payloads.ts'

interface Asked<E extends VisitEvent> {
  as: Actor
  at: string
  /** May be empty: asked before the sender has filled anything in. */
  payload: Partial<VisitPayloads[E]>
  context: VisitContext
  facts: FactsFor<E>
}

const rules: { [E in VisitEvent]: (asked: Asked<E>) => Checks } = {
  request: ({ payload }) => wish(payload),
  plan: ({ payload }) => wish(payload),
  triage: ({ payload, facts: { keyVisitsWaiting } }) => [
    required(payload.purpose, 'purpose', 'purpose'),
    required(payload.engineerId, 'engineer', 'engineerId'),
    keyVisitsWaiting.length > 0
      ? required(payload.aheadReason, 'keyVisitsWait', 'aheadReason', { visits: keyVisitsWaiting.join(', ') })
      : null,
  ],
  propose: ({ payload, at, facts }) => [
    required(payload.startsAt, 'visitStart', 'startsAt'),
    unless(!payload.startsAt || isAfter(payload.startsAt, at), input('visitStartPassed', 'startsAt')),
    required(payload.endsAt, 'visitEnd', 'endsAt'),
    unless(
      !payload.startsAt || !payload.endsAt || isAfter(payload.endsAt, payload.startsAt),
      input('visitEndsBefore', 'endsAt'),
    ),
    required(payload.place, 'visitPlace', 'place'),
    ...facts.busy.map(({ person, visit }) => input('personBusy', 'startsAt', { person, visit })),
  ],
  confirm: ({ payload, context, as }) => {
    if (!context.incoming) return []
    const lacks = (code: 'host' | 'room', field: string) =>
      as === 'customerContact' ? blocked(code) : input(code, field)
    return [
      unless(Boolean(payload.hostId ?? context.hostId), lacks('host', 'hostId')),
      unless(Boolean((payload.room ?? context.room)?.trim()), lacks('room', 'room')),
    ]
  },
  counterPropose: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  prepare: () => [],
  begin: () => [],
  finish: () => [],
  submitReport: ({ payload, facts }) => {
    const written = (payload.blocks ?? []).filter(({ text }) => text.trim() !== '').map(({ block }) => block)
    const filled = new Set([...facts.filledBlocks, ...written])
    return [
      ...words(visitBlocks).map((visitBlock, index) =>
        unless(filled.has(visitBlock), input('blockEmpty', 'blocks', { number: index + 1, visitBlock })),
      ),
      ...(payload.findings ?? []).map(({ text }, index) =>
        required(text, 'findingText', `findings.${index}.text`, { number: index + 1 }),
      ),
    ]
  },
  returnReport: ({ payload }) => [required(payload.comment, 'comment', 'comment')],
  confirmFinding: ({ payload, as, at, facts }) => [
    required(payload.findingId, 'finding', 'findingId'),
    unless(!payload.findingId || facts.finding !== null, input('findingUnknown', 'findingId')),
    unless(
      Boolean(payload.confirmedOn) || (as === 'csLead' && Boolean(payload.reason?.trim())),
      input('findingConfirmation', 'confirmedOn'),
    ),
    unless(!payload.confirmedOn || payload.confirmedOn <= at.slice(0, 10), input('confirmedInFuture', 'confirmedOn')),
  ],
  close: ({ facts }) => facts.openFindings.map((number) => blocked('findingOpen', { number })),
  reopen: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  postpone: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  recordNoShow: ({ payload }) => [
    required(payload.whose, 'whose', 'whose'),
    required(payload.reason, 'reason', 'reason'),
  ],
  cancel: ({ payload }) => [required(payload.whose, 'whose', 'whose'), required(payload.reason, 'reason', 'reason')],
  decline: ({ payload }) => [
    required(payload.reason, 'reason', 'reason'),
    required(payload.letter, 'letter', 'letter'),
  ],
  reassign: ({ payload }) => [required(payload.personId, 'person', 'personId')],
  deadlinePassed: ({ payload }) => [required(payload.clock, 'clock', 'clock')],
}

/** `payload` may be empty; `facts` are those that `visitFactNames` lists for the event. */
export function visitMissing(
  type: VisitEvent,
  sender: { as: Actor; at: string },
  payload: JsonObject,
  context: VisitContext,
  facts: JsonObject,
): MissingPart[] {
  const rule = rules[type] as (asked: Asked<VisitEvent>) => Checks
  const { as, at } = sender
  return found(rule({ as, at, payload, context, facts } as Asked<VisitEvent>))
}

/** Whether anything that blocks is missing: the guard `complete`. */
export function visitLacks({ type, as, at, payload, facts }: VisitChartEvent, context: VisitContext): boolean {
  const missing = visitMissing(type, { as, at }, payload as JsonObject, context, facts as JsonObject)
  return missing.some(({ hint }) => !hint)
}

function wish({ accountId, reason, wishedFrom, wishedTo }: Partial<VisitWish>): Checks {
  return [
    required(accountId, 'account', 'accountId'),
    required(reason, 'visitReason', 'reason'),
    unless(!wishedFrom || !wishedTo || wishedFrom <= wishedTo, input('wishedBackwards', 'wishedTo')),
  ]
}
