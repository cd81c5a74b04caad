// How trial batches with requirements, material, processing and recommendations lie in the database.
import { type Expression, type SqlBool, sql } from 'kysely'
import { accountShape } from '../accounts/queries.ts'
import { byOpened, caseAlways, caseFields, caseShape, casesSeen, partsSeen, taskShape } from '../cases/queries.ts'
import { addVariant, computed, connection, hang, list, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { certificateScope, certificateShape } from '../materials/certificate-queries.ts'
import { byNumber, orderScope, orderShape, pieceScope, pieceShape, productShape } from '../materials/queries.ts'
import { departmentShape } from '../organization/queries.ts'
import {
  byId,
  cardChangeShape,
  inOrder,
  processedLines,
  processingShape,
  requirementShape,
  stageShape,
  trialHeatShape,
} from './part-queries.ts'

export const competitorProductShape: Shape<'competitor_product'> = shape('CompetitorProduct', 'competitor_product', {
  fields: { competitor: 'competitor', name: 'name', grade: 'grade', note: 'note', active: 'active' },
})

export const competitorValueShape = shape('CompetitorValue', 'competitor_value', {
  fields: {
    trialBatch: one(() => trialShape, 'case_id', trialsSeen),
    case: one(() => caseShape, 'case_id', casesSeen),
    iteration: 'iteration',
    product: one(() => competitorProductShape, 'competitor_product_id'),
    indicator: 'indicator',
    unit: 'unit',
    direction: 'direction',
    theirs: 'theirs',
    ours: 'ours',
    difference: ['ours', 'theirs', 'direction'],
    strength: ['ours', 'theirs', 'direction'],
    recordedAt: 'recorded_at',
  },
})

export const recommendationShape: Shape<'recommendation'> = shape('Recommendation', 'recommendation', {
  always: ['state'],
  fields: {
    account: one(() => accountShape, 'account_id'),
    case: one(() => caseShape, 'case_id', casesSeen),
    indicator: 'indicator',
    problem: 'problem',
    target: 'target',
    measure: 'measure',
    state: 'state',
    stateLabel: 'state',
    department: one(() => departmentShape, 'department_id'),
    dueOn: 'due_on',
    overdue: ['due_on', 'state', { kind: 'now', name: 'read_at' }],
    task: one(() => taskShape, 'task_id'),
    decisionReason: 'decision_reason',
    decidedAt: 'decided_at',
    effectValue: 'effect_value',
    effectUnit: 'effect_unit',
    effectNote: 'effect_note',
    effectOn: 'effect_on',
    createdAt: 'created_at',
  },
})

/** The rows behind the result of processing, of the present iteration. */
const processed = computed('processed', 'plain', (alias) => {
  const id = sql.ref(`${alias}.id`)
  return processedLines(id, sql`(select iteration from trial_batch where case_id = ${id})`)
})

/** The requirement set of the present iteration with the values of its last inspection. */
const inspected = computed(
  'inspected',
  'plain',
  (
    alias,
  ) => sql`(select coalesce(json_agg(json_build_object('id', requirement.id, 'group', indicator_group, 'indicator', indicator,
      'unit', unit, 'min', trim_scale(min_value)::text, 'max', trim_scale(max_value)::text, 'values', (
        select coalesce(json_agg(trim_scale(measured.value)::text), '[]') from trial_measurement as measured
        where measured.requirement_id = requirement.id and measured.inspection = trial_batch.inspection))), '[]')
    from trial_requirement as requirement
    join trial_batch on trial_batch.case_id = requirement.case_id and trial_batch.iteration = requirement.iteration
    where requirement.case_id = ${sql.ref(`${alias}.id`)})`,
)

export const trialShape: Shape<'service_case'> = shape('TrialBatch', 'service_case', {
  always: [...caseAlways, 'waiting'],
  beside: { trial_batch: 'case_id' },
  fields: {
    ...caseFields,
    pace: 'waiting',
    aim: 'trial_batch.aim',
    product: one(() => productShape, 'trial_batch.product_id'),
    reason: 'trial_batch.reason',
    reasonLabel: 'trial_batch.reason',
    reasonText: 'trial_batch.reason_text',
    competitorProduct: one(() => competitorProductShape, 'trial_batch.competitor_product_id'),
    iteration: 'trial_batch.iteration',
    cost: 'trial_batch.cost',
    costCurrency: 'trial_batch.cost_currency',
    costUsd: 'trial_batch.cost_usd',
    slotAt: 'trial_batch.slot_at',
    tonnage: 'trial_batch.tonnage',
    plannedHeats: 'trial_batch.planned_heats',
    heldUntil: 'trial_batch.held_until',
    certificate: one(() => certificateShape, 'trial_batch.certificate_id', certificateScope),
    concessionGroups: 'trial_batch.concession_groups',
    concessionSignedBy: 'trial_batch.concession_signed_by',
    concessionSignedOn: 'trial_batch.concession_signed_on',
    concessionDocument: 'trial_batch.concession_document',
    receivedAt: 'trial_batch.received_at',
    processingStartedAt: 'trial_batch.processing_started_at',
    processingPlace: 'trial_batch.processing_place',
    attended: 'trial_batch.attended',
    notAttendedReason: 'trial_batch.not_attended_reason',
    notProcessedReason: 'trial_batch.not_processed_reason',
    verdict: 'trial_batch.verdict',
    verdictSignatory: 'trial_batch.verdict_signatory',
    verdictSignedOn: 'trial_batch.verdict_signed_on',
    followUpOrder: one(() => orderShape, 'trial_batch.follow_up_order_id', orderScope),
    shippedMaterial: 'trial_batch.shipped_material',
    groups: [inspected],
    result: [processed],
    requirements: list(() => requirementShape, 'case_id', { order: inOrder }),
    heats: list(() => trialHeatShape, 'case_id', { order: byId }),
    coils: list(() => pieceShape, ofTrial, { order: byNumber, scope: pieceScope, limit: 1_000 }),
    cardChanges: list(() => cardChangeShape, 'case_id', { order: inOrder }),
    stages: list(() => stageShape, 'case_id', { order: { columns: ['at', 'id'], direction: 'asc' } }),
    processing: list(() => processingShape, 'case_id', { order: inOrder }),
    comparisons: list(() => competitorValueShape, 'case_id', { order: byId }),
    recommendations: list(() => recommendationShape, 'case_id', { order: byId }),
  },
})
addVariant(caseShape, trialShape)

hang(
  accountShape,
  'comparisons',
  list(() => competitorValueShape, 'account_id', {
    order: { columns: ['recorded_at', 'id'], direction: 'desc' },
    limit: 50,
    scope: partsSeen('competitor_value.case_id'),
  }),
)

hang(
  accountShape,
  'trialBatches',
  connection(() => trialShape, 'account_id', {
    order: byOpened,
    scope: casesSeen,
    where: (trial) => sql`${sql.ref(`${trial}.kind`)} = 'trialBatch'`,
  }),
)

/** Recommendations of the trial batches that the viewer may see. */
export function recommendationsSeen(viewer: Viewer): Expression<SqlBool> {
  return partsSeen('recommendation.case_id')(viewer)
}

function trialsSeen(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`service_case.kind = 'trialBatch' and ${casesSeen(viewer)}`
}

function ofTrial(piece: string, own: string) {
  return sql`${sql.ref(`${piece}.id`)} in (select piece_id from trial_piece where trial_piece.case_id = ${sql.ref(`${own}.id`)})`
}
