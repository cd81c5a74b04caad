// What the events at the customer, the verdict and what can happen anywhere lack.

import type { MissingPart } from './chart.ts'
import { compareDecimals, isDecimal } from './decimal.ts'
import { type Checks, found, input, required, unless } from './missing-part.ts'
import { isAfter } from './moments.ts'
import type { Asked, Rules } from './trial-asked.ts'
import type { CompetitorValue, ProcessingLine, TrialPayloads } from './trial-payloads.ts'

type Event =
  | 'startProcessing'
  | 'recordProcessing'
  | 'recordNotProcessed'
  | 'approveForSupply'
  | 'reject'
  | 'repeat'
  | 'cancel'
  | 'hold'
  | 'resume'
  | 'reassign'
  | 'deadlinePassed'

export const useRules: Rules<Event> = {
  startProcessing: ({ payload, at }) => [
    required(payload.startedAt, 'processingStart', 'startedAt'),
    unless(!payload.startedAt || !isAfter(payload.startedAt, at), input('startInFuture', 'startedAt')),
    required(payload.place, 'processingPlace', 'place'),
    attendance(payload),
  ],
  recordProcessing: ({ payload, context }) => [
    context.attended === null ? attendance(payload) : null,
    ...processingFaults(payload),
  ],
  recordNotProcessed: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  approveForSupply: (asked) => signed(asked),
  reject: (asked) => signed(asked),
  repeat: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  cancel: ({ payload, context }) => [
    required(payload.reason, 'reason', 'reason'),
    context.shipped ? required(payload.material, 'shippedMaterial', 'material') : null,
  ],
  hold: ({ payload, at }) => [
    required(payload.reason, 'reason', 'reason'),
    required(payload.until, 'holdUntil', 'until'),
    unless(!payload.until || isAfter(payload.until, at), input('holdUntilPassed', 'until')),
  ],
  resume: () => [],
  reassign: ({ payload }) => [required(payload.personId, 'person', 'personId')],
  deadlinePassed: ({ payload }) => [required(payload.clock, 'clock', 'clock')],
}

/** What a record of processing and its comparisons lack. */
export function processingFaults({ lines, competitors }: Partial<TrialPayloads['recordProcessing']>): MissingPart[] {
  return found([
    unless((lines ?? []).length > 0, input('processingResult', 'lines')),
    ...(lines ?? []).flatMap(lineSound),
    ...(competitors ?? []).flatMap(comparisonSound),
  ])
}

/** Our engineer was there, or it is said why not. */
function attendance({ attended, notAttendedReason }: { attended?: boolean | null; notAttendedReason?: string | null }) {
  if (attended === true || (attended === false && notAttendedReason?.trim())) return null
  return input('attendance', attended === false ? 'notAttendedReason' : 'attended')
}

function lineSound(line: ProcessingLine, index: number): Checks {
  const field = (name: string) => `lines.${index}.${name}`
  const params = { line: index + 1 }
  const masses = isDecimal(line.inputMass) && isDecimal(line.goodMass)
  const above = masses && compareDecimals(line.goodMass, line.inputMass) > 0
  return [
    unless(
      isDecimal(line.inputMass) && compareDecimals(line.inputMass, '0') > 0,
      input('inputMass', field('inputMass'), params),
    ),
    unless(
      isDecimal(line.goodMass) && compareDecimals(line.goodMass, '0') >= 0,
      input('goodMass', field('goodMass'), params),
    ),
    above
      ? required(line.reasonAbove, 'yieldAbove', field('reasonAbove'), {
          ...params,
          input: line.inputMass,
          good: line.goodMass,
        })
      : null,
    unless(Number.isInteger(line.stops) && line.stops >= 0, input('processingStops', field('stops'), params)),
    unless(Number.isInteger(line.pieces) && line.pieces > 0, input('processedPieces', field('pieces'), params)),
    unless(Number.isInteger(line.rating) && line.rating >= 1 && line.rating <= 5, input('rating', field('rating'))),
  ]
}

function comparisonSound(
  { measure, indicator, unit, direction, ours, theirs }: CompetitorValue,
  index: number,
): Checks {
  const field = (name: string) => `competitors.${index}.${name}`
  const params = { indicator: measure ?? indicator ?? '' }
  const theirsSound = unless(isDecimal(theirs), input('measuredNumber', field('theirs'), params))
  if (measure) return [theirsSound]
  return [
    theirsSound,
    required(indicator, 'indicator', field('indicator')),
    required(unit, 'measuredUnit', field('unit'), params),
    required(direction, 'indicatorDirection', field('direction'), params),
    unless(isDecimal(ours ?? ''), input('measuredNumber', field('ours'), params)),
  ]
}

function signed({ payload, at }: Asked<'approveForSupply'> | Asked<'reject'>): Checks {
  return [
    required(payload.verdict, 'verdict', 'verdict'),
    required(payload.signatory, 'verdictSignatory', 'signatory'),
    required(payload.signedOn, 'signedOn', 'signedOn'),
    unless(!payload.signedOn || payload.signedOn <= at.slice(0, 10), input('signedInFuture', 'signedOn')),
  ]
}
