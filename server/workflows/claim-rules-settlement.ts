// What the events from the offer to the end of the claim, and the way back, lack.
import { selfCheckLines } from '../../schema/claim-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import type { Asked, Rules } from './claim-asked.ts'
import { notWaiting } from './claim-asked.ts'
import type { ClaimContext } from './claim-context.ts'
import { blocked, type Checks, input, required, unless } from './missing-part.ts'
import { daysBetween, isAfter } from './moments.ts'

/** Days of the calendar during which an ended claim can be disputed or reopened. */
const wayBack = 90

type Event =
  | 'customerAccepts'
  | 'customerDisputes'
  | 'withdrawOffer'
  | 'reviseOffer'
  | 'closeDisputed'
  | 'executeLine'
  | 'reviseSettlement'
  | 'close'
  | 'reopen'
  | 'withdraw'

export const settlementRules: Rules<Event> = {
  customerAccepts: ({ payload, at, context }) => [
    required(payload.acceptedAt, 'acceptedAt', 'acceptedAt'),
    unless(!payload.acceptedAt || !isAfter(payload.acceptedAt, at), input('acceptedInFuture', 'acceptedAt')),
    required(payload.letter, 'customerLetter', 'letter'),
    ...offerOpen(context, at),
  ],
  customerDisputes: ({ payload, context, at }) => [
    required(payload.reason, 'reason', 'reason'),
    unless(inTime(context, at), blocked('tooLateToDispute', { days: wayBack })),
  ],
  withdrawOffer: ({ payload }) => [
    required(payload.reason, 'reason', 'reason'),
    required(payload.letter, 'letter', 'letter'),
  ],
  reviseOffer: () => [],
  closeDisputed: ({ payload, context, at }) => [
    required(payload.reason, 'reason', 'reason'),
    context.offerStands ? required(payload.offerOpenUntil, 'offerOpenUntil', 'offerOpenUntil') : null,
    unless(
      !payload.offerOpenUntil || isAfter(payload.offerOpenUntil, at),
      input('offerOpenUntilPassed', 'offerOpenUntil'),
    ),
    ...notWaiting(context),
  ],
  executeLine: lineExecutable,
  reviseSettlement: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  close: ({ payload, facts }) => [
    ...selfChecked(payload.selfCheck ?? {}),
    unless(
      facts.ourFault !== true || facts.apologySent || payload.apologySent === true,
      input('apology', 'apologySent'),
    ),
    ...facts.linesToExecute.map(({ position }) => blocked('lineNotExecuted', { line: position })),
    ...facts.openPromises.map(({ text, dueAt }) => blocked('promiseOpen', { promise: text, due: dueAt })),
  ],
  reopen: ({ payload, context, at, as }) => [
    required(payload.reason, 'reason', 'reason'),
    unless(inTime(context, at), blocked('tooLateToReopen', { days: wayBack })),
    unless(
      context.reopenings < 2 || as === 'management',
      blocked('thirdReopening', { number: context.reopenings + 1 }),
    ),
  ],
  withdraw: ({ payload, context: { executedLines } }) => [
    required(payload.letter, 'customerLetter', 'letter'),
    unless(executedLines === 0, blocked('linesExecuted', { count: executedLines })),
  ],
}

function offerOpen({ offerStands, offerOpenUntil }: ClaimContext, at: string): Checks {
  if (!offerStands) return [blocked('noOffer')]
  if (offerOpenUntil === null) return []
  return [unless(!isAfter(at, offerOpenUntil), blocked('offerExpired', { until: offerOpenUntil }))]
}

function inTime({ endedAt }: ClaimContext, at: string): boolean {
  return endedAt === null || daysBetween(endedAt, at) <= wayBack
}

function lineExecutable({ payload, facts: { linesToExecute } }: Asked<'executeLine'>): Checks {
  const line = payload.lineId ? linesToExecute.find(({ id }) => id === payload.lineId) : linesToExecute[0]
  return [
    required(payload.lineId, 'line', 'lineId'),
    payload.lineId && !line ? input('lineUnknown', 'lineId') : null,
    line ? required(payload.documentNumber, 'documentNumber', 'documentNumber', { line: line.position }) : null,
  ]
}

/** Yes and no are answers alike: the check is for the one who closes. */
function selfChecked(selfCheck: Partial<Record<string, boolean>>): Checks {
  const lines = words(selfCheckLines)
  const answered = lines.filter((line) => typeof selfCheck[line] === 'boolean').length
  return [unless(answered === lines.length, input('selfCheck', 'selfCheck', { answered, of: lines.length }))]
}
