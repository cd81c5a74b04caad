// What the events from production to the customer's gate lack.
import { indicatorGroups } from '../../schema/trial-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { isDecimal } from './decimal.ts'
import { blocked, type Checks, input, required, unless } from './missing-part.ts'
import { isAfter } from './moments.ts'
import type { Asked, Rules } from './trial-asked.ts'
import { type Deviation, deviations, verdicts } from './trial-conformity.ts'
import type { MeasuredFact } from './trial-facts.ts'

type Event =
  | 'produced'
  | 'stop'
  | 'pass'
  | 'fail'
  | 'rework'
  | 'reworked'
  | 'grantConcession'
  | 'received'
  | 'recordLoss'

type Inspection = Asked<'pass'> | Asked<'fail'>

export const makingRules: Rules<Event> = {
  produced: ({ payload, facts: { givenMaterial } }) => [
    unless((payload.heats ?? []).length > 0, input('trialHeats', 'heats')),
    unless((payload.pieceIds ?? []).length > 0, input('trialCoils', 'pieceIds')),
    ...givenMaterial.heats.map((known, index) =>
      unless(known, input('heatUnknown', `heats.${index}.heatId`, { place: index + 1 })),
    ),
    ...givenMaterial.pieces.flatMap(({ name, known, ofHeats }, index) => [
      unless(known, input('coilUnknown', `pieceIds.${index}`, { place: index + 1 })),
      unless(!known || ofHeats, input('coilOfOtherHeat', `pieceIds.${index}`, { piece: name ?? '' })),
    ]),
    ...(payload.cardChanges ?? []).map(({ parameter, before, after }, index) =>
      unless(
        [parameter, before, after].every((text) => text.trim() !== ''),
        input('cardChange', `cardChanges.${index}`, { place: index + 1 }),
      ),
    ),
  ],
  stop: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  pass: (asked) => [
    ...certified(asked, true),
    ...measured(asked),
    ...outside(asked).map(({ requirement, value, limit, above }) =>
      input(above ? 'valueAbove' : 'valueBelow', 'measurements', {
        indicatorGroup: requirement.group,
        indicator: requirement.indicator,
        unit: requirement.unit,
        value,
        limit,
      }),
    ),
    unless(outside(asked).length === 0, blocked('concessionFirst')),
  ],
  fail: (asked) => [
    ...certified(asked, false),
    ...measured(asked),
    unless(
      outside(asked).length > 0 || measured(asked).some((part) => part !== null),
      input('nothingFails', 'measurements'),
    ),
  ],
  rework: ({ payload }) => [required(payload.instruction, 'reworkInstruction', 'instruction')],
  reworked: () => [],
  grantConcession: ({ payload, context, at }) => [
    ...context.failedGroups.map((indicatorGroup) =>
      unless(payload.groups?.includes(indicatorGroup) === true, input('concessionGroup', 'groups', { indicatorGroup })),
    ),
    required(payload.signedBy, 'concessionSignatory', 'signedBy'),
    required(payload.signedOn, 'signedOn', 'signedOn'),
    unless(!payload.signedOn || payload.signedOn <= at.slice(0, 10), input('signedInFuture', 'signedOn')),
    required(payload.document, 'concessionDocument', 'document'),
  ],
  received: ({ payload, at }) => [
    required(payload.receivedAt, 'receivedAt', 'receivedAt'),
    unless(!payload.receivedAt || !isAfter(payload.receivedAt, at), input('receivedInFuture', 'receivedAt')),
    unless((payload.stages ?? []).length > 0, input('shipmentStages', 'stages')),
    ...(payload.stages ?? []).map((stage, index) =>
      unless(!isAfter(stage.at, at), input('stageInFuture', `stages.${index}.at`, { chainStage: stage.stage })),
    ),
  ],
  recordLoss: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
}

/** What the certificate and the sender say; a value of the sender takes the place of the certificate's for its indicator. */
export function measuredValues(given: readonly MeasuredFact[], ofCertificate: readonly MeasuredFact[]): MeasuredFact[] {
  const named = new Set(given.map(({ requirementId }) => requirementId))
  return [...given, ...ofCertificate.filter(({ requirementId }) => !named.has(requirementId))]
}

function valuesOf({ payload, facts }: Inspection): MeasuredFact[] {
  return measuredValues(payload.measurements ?? [], facts.certificateValues)
}

function certified({ payload, facts: { certificate } }: Inspection, needed: boolean): Checks {
  if (!payload.certificateId) return needed ? [input('inspectionCertificate', 'certificateId')] : []
  if (certificate === null) return [input('certificateUnknown', 'certificateId')]
  return [
    unless(certificate.ofTrial, input('certificateOfOther', 'certificateId', { certificate: certificate.number })),
  ]
}

/** Every group measured, every value a number in the unit of its requirement. */
function measured(asked: Inspection): Checks {
  const { requirements } = asked.facts
  const verdict = verdicts(requirements, valuesOf(asked))
  return [
    ...words(indicatorGroups).map((indicatorGroup) =>
      unless(verdict[indicatorGroup] !== 'unmeasured', input('groupWithoutValue', 'measurements', { indicatorGroup })),
    ),
    ...(asked.payload.measurements ?? []).flatMap(({ requirementId, value, unit }, index) => {
      const field = `measurements.${index}`
      const requirement = requirements.find(({ id }) => id === requirementId)
      if (!requirement) return [input('requirementUnknown', `${field}.requirementId`, { place: index + 1 })]
      const { indicator } = requirement
      return [
        unless(isDecimal(value), input('measuredNumber', `${field}.value`, { indicator })),
        required(unit, 'measuredUnit', `${field}.unit`, { indicator }),
        unless(
          !unit || unit === requirement.unit,
          input('otherUnit', `${field}.unit`, { indicator, unit: requirement.unit }),
        ),
      ]
    }),
  ]
}

function outside(asked: Inspection): Deviation[] {
  return deviations(asked.facts.requirements, valuesOf(asked))
}
