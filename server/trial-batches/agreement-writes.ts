// Rows that belong to the events from the request to the slot, and to what can happen anywhere.
import type { Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { EffectScope } from '../core/engine.ts'
import { refuseField } from '../core/refusal.ts'
import type { TrialFacts } from '../workflows/trial-facts.ts'
import type { TrialPayloads } from '../workflows/trial-payloads.ts'
import { roundOf, setTrial } from './trial-rows.ts'

/** The trial's own row, and its link to the claim that is its reason. */
export async function insertTrial(
  trx: Transaction<Database>,
  caseId: string,
  { productId, competitorProductId, claimId, aim, reason, reasonText }: TrialPayloads['request'],
  at: Date,
): Promise<void> {
  await exists(trx, 'product', productId, 'productId')
  if (competitorProductId) await exists(trx, 'competitor_product', competitorProductId, 'competitorProductId')
  await trx
    .insertInto('trial_batch')
    .values({
      case_id: caseId,
      product_id: productId,
      aim,
      reason,
      reason_text: reasonText ?? null,
      competitor_product_id: competitorProductId ?? null,
    })
    .execute()
  if (!claimId) return
  await trx
    .insertInto('case_link')
    .values({ from_case_id: claimId, to_case_id: caseId, kind: 'trialReason', at })
    .execute()
}

export const agreementWrites = {
  /** The whole set of this iteration: what was agreed before in it gives way. */
  async submit(scope: EffectScope, { requirements }: TrialPayloads['submit']) {
    const { trx, subject } = scope
    const { iteration } = await roundOf(scope)
    const own = { case_id: subject.caseId, iteration }
    await trx
      .deleteFrom('trial_requirement')
      .where('case_id', '=', own.case_id)
      .where('iteration', '=', iteration)
      .execute()
    await trx
      .insertInto('trial_requirement')
      .values(
        requirements.map(({ group, indicator, unit, min, max, property }, index) => ({
          ...own,
          position: index + 1,
          indicator_group: group,
          indicator,
          unit,
          min_value: min ?? null,
          max_value: max ?? null,
          property: property ?? null,
        })),
      )
      .execute()
  },

  async confirmFeasible(scope: EffectScope, { cost, currency }: TrialPayloads['confirmFeasible'], facts: JsonObject) {
    const { cost: weighed } = facts as unknown as Pick<TrialFacts, 'cost'>
    await setTrial(scope, { cost, cost_currency: currency, cost_usd: weighed?.usd ?? null })
  },

  async reschedule(scope: EffectScope, { slotAt, tonnage, plannedHeats }: TrialPayloads['reschedule']) {
    await setTrial(scope, { slot_at: new Date(slotAt), tonnage, planned_heats: plannedHeats })
  },

  async hold(scope: EffectScope, { until }: TrialPayloads['hold']) {
    await setTrial(scope, { held_until: new Date(until) })
  },

  async resume(scope: EffectScope) {
    await setTrial(scope, { held_until: null })
  },

  async cancel(scope: EffectScope, { material }: TrialPayloads['cancel']) {
    await setTrial(scope, { shipped_material: material ?? null, held_until: null })
  },

  async reassign(scope: EffectScope, { personId }: TrialPayloads['reassign']) {
    const { trx, subject } = scope
    const person = await trx
      .selectFrom('person')
      .where('id', '=', personId)
      .where('active', '=', true)
      .select('id')
      .executeTakeFirst()
    if (!person) throw refuseField('personId', 'unknownPerson')
    await trx.updateTable('service_case').set({ owner_id: personId }).where('id', '=', subject.caseId).execute()
  },
}

async function exists(
  trx: Transaction<Database>,
  table: 'product' | 'competitor_product',
  id: string,
  field: string,
): Promise<void> {
  const row = await trx.selectFrom(table).where('id', '=', id).select('id').executeTakeFirst()
  if (!row) throw refuseField(field, 'unknownId')
}
