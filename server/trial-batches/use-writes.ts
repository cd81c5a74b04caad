// Rows that belong to the events at the customer and to the verdict.
import type { EffectScope } from '../core/engine.ts'
import { refuseField } from '../core/refusal.ts'
import type { CompetitorValue, ProcessingLine, TrialPayloads } from '../workflows/trial-payloads.ts'
import { comparedMeasures, resultOf } from './results.ts'
import { roundOf, setTrial } from './trial-rows.ts'

export const useWrites = {
  async startProcessing(scope: EffectScope, payload: TrialPayloads['startProcessing']) {
    await setTrial(scope, {
      processing_started_at: new Date(payload.startedAt),
      processing_place: payload.place,
      attended: payload.attended,
      not_attended_reason: payload.notAttendedReason ?? null,
    })
  },

  async recordProcessing(scope: EffectScope, payload: TrialPayloads['recordProcessing']) {
    const { lines, place, attended, notAttendedReason, competitors } = payload
    await setTrial(scope, {
      ...(place ? { processing_place: place } : {}),
      ...(typeof attended === 'boolean' ? { attended } : {}),
      ...(notAttendedReason ? { not_attended_reason: notAttendedReason } : {}),
    })
    await insertLines(scope, lines)
    for (const value of competitors ?? []) await insertComparison(scope, value, lines)
  },

  async recordNotProcessed(scope: EffectScope, { reason }: TrialPayloads['recordNotProcessed']) {
    await setTrial(scope, { not_processed_reason: reason })
  },

  async approveForSupply(scope: EffectScope, { orderId, ...verdict }: TrialPayloads['approveForSupply']) {
    if (orderId) await orderOfAccount(scope, orderId)
    await setTrial(scope, { ...signed(verdict), follow_up_order_id: orderId ?? null })
  },

  async reject(scope: EffectScope, verdict: TrialPayloads['reject']) {
    await setTrial(scope, signed(verdict))
  },

  /** The next iteration begins with the requirements of the last, to be agreed anew. */
  async repeat(scope: EffectScope) {
    const { iteration } = await roundOf(scope)
    await setTrial(scope, {
      iteration: iteration + 1,
      slot_at: null,
      certificate_id: null,
      concession_groups: [],
      concession_signed_by: null,
      concession_signed_on: null,
      concession_document: null,
      received_at: null,
      processing_started_at: null,
      processing_place: null,
      attended: null,
      not_attended_reason: null,
      not_processed_reason: null,
    })
  },
}

async function insertLines(scope: EffectScope, lines: readonly ProcessingLine[]): Promise<void> {
  const { trx, subject } = scope
  const { iteration } = await roundOf(scope)
  await trx
    .insertInto('trial_processing')
    .values(
      lines.map((line, index) => ({
        case_id: subject.caseId,
        iteration,
        position: index + 1,
        heat_id: line.heatId ?? null,
        input_mass: line.inputMass,
        good_mass: line.goodMass,
        reason_above: line.reasonAbove ?? null,
        stops: line.stops,
        pieces: line.pieces,
        rating: line.rating,
        note: line.note ?? null,
      })),
    )
    .execute()
}

/** A competitor's value beside ours: for a measure of processing, ours is the result that was just recorded. */
async function insertComparison(
  scope: EffectScope,
  { productId, measure, indicator, unit, direction, ours, theirs }: CompetitorValue,
  lines: readonly ProcessingLine[],
): Promise<void> {
  const { trx, subject, locked, viewer, at } = scope
  const product = await trx.selectFrom('competitor_product').where('id', '=', productId).select('id').executeTakeFirst()
  if (!product) throw refuseField('competitors', 'unknownId')
  const { iteration } = await roundOf(scope)
  const compared = measure ? { ...comparedMeasures[measure], ours: resultOf(lines)[measure] } : null
  await trx
    .insertInto('competitor_value')
    .values({
      competitor_product_id: productId,
      account_id: locked.accountId,
      case_id: subject.caseId,
      iteration,
      measure: measure ?? null,
      indicator: compared?.indicator ?? indicator ?? '',
      unit: compared?.unit ?? unit ?? '',
      direction: compared?.direction ?? direction ?? 'higher',
      theirs,
      ours: compared ? compared.ours : (ours ?? null),
      recorded_by: viewer.kind === 'person' ? viewer.id : null,
      recorded_at: at,
    })
    .execute()
}

function signed({ verdict, signatory, signedOn }: TrialPayloads['reject']) {
  return { verdict, verdict_signatory: signatory, verdict_signed_on: signedOn }
}

async function orderOfAccount({ trx, locked }: EffectScope, orderId: string): Promise<void> {
  const order = await trx
    .selectFrom('customer_order')
    .where('id', '=', orderId)
    .where('account_id', '=', locked.accountId)
    .select('id')
    .executeTakeFirst()
  if (!order) throw refuseField('orderId', 'unknownId')
}
