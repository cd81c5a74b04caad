// How the parts of trial batches lie in the database: requirements with values, heats, changes, stages, processing.
import { type RawBuilder, sql } from 'kysely'
import { list, one, shape } from '../core/selection-shape.ts'
import { heatScope, heatShape, pieceScope, pieceShape } from '../materials/queries.ts'

export const inOrder = { columns: ['iteration', 'position', 'id'], direction: 'asc' } as const
export const byId = { columns: ['id'], direction: 'asc' } as const

export const measurementShape = shape('TrialMeasurement', 'trial_measurement', {
  fields: {
    inspection: 'inspection',
    value: 'value',
    unit: 'unit',
    conforms: 'conforms',
    ofCertificate: 'of_certificate',
    heat: one(() => heatShape, 'heat_id', heatScope),
    piece: one(() => pieceShape, 'piece_id', pieceScope),
  },
})

export const requirementShape = shape('TrialRequirement', 'trial_requirement', {
  fields: {
    iteration: 'iteration',
    group: 'indicator_group',
    groupLabel: 'indicator_group',
    indicator: 'indicator',
    unit: 'unit',
    min: 'min_value',
    max: 'max_value',
    property: 'property',
    measurements: list(() => measurementShape, 'requirement_id', { order: byId, limit: 1_000 }),
  },
})

export const trialHeatShape = shape('TrialHeat', 'trial_heat', {
  fields: { iteration: 'iteration', variant: 'variant', heat: one(() => heatShape, 'heat_id', heatScope) },
})

export const cardChangeShape = shape('TrialCardChange', 'trial_card_change', {
  fields: { iteration: 'iteration', parameter: 'parameter', before: 'before', after: 'after', reason: 'reason' },
})

export const stageShape = shape('TrialStage', 'trial_stage', {
  fields: { iteration: 'iteration', stage: 'stage', stageLabel: 'stage', at: 'at', note: 'note' },
})

export const processingShape = shape('TrialProcessing', 'trial_processing', {
  fields: {
    iteration: 'iteration',
    heat: one(() => heatShape, 'heat_id', heatScope),
    inputMass: 'input_mass',
    goodMass: 'good_mass',
    reasonAbove: 'reason_above',
    stops: 'stops',
    pieces: 'pieces',
    rating: 'rating',
    note: 'note',
    yield: ['input_mass', 'good_mass'],
    consumption: ['input_mass', 'good_mass'],
  },
})

/** The lines behind the result of processing, as JSON, of one iteration of a case. */
export function processedLines(caseId: RawBuilder<unknown>, iteration: RawBuilder<unknown>) {
  return sql`(select coalesce(json_agg(json_build_object('inputMass', input_mass::text, 'goodMass', good_mass::text,
      'stops', stops, 'pieces', pieces, 'rating', rating) order by line.position), '[]')
    from trial_processing as line where line.case_id = ${caseId} and line.iteration = ${iteration})`
}
