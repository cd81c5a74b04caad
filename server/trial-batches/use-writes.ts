// Rows that belong to the events at the customer and to the verdict.
import type { EffectScope } from '../core/engine.ts'
import { refuseField } from '../core/refusal.ts'
import type { TrialPayloads } from '../workflows/trial-payloads.ts'
import { writeProcessing } from './processing-writes.ts'
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
    const { iteration } = await roundOf(scope)
    await writeProcessing(scope, { lines, competitors: competitors ?? [], iteration })
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
