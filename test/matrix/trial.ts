// A trial batch of the permission matrix, with everything that hangs on one.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { newTrial, type TrialContext } from '../../server/workflows/trial-context.ts'
import type { Customer } from './customers.ts'
import { fillCase } from './fillings.ts'
import { added, rivalProduct } from './works.ts'

type Db = Kysely<Database>
const at = new Date('2026-11-02T06:00:00Z')

export interface GivenTrial {
  customer: Customer
  /** They have a feasibility task each. */
  departmentIds: readonly string[]
  author: string
  linkedTo: string
  context?: Partial<TrialContext>
}

/** Ids by type. */
export async function fillTrial(db: Db, given: GivenTrial): Promise<Record<string, string>> {
  const { customer, departmentIds, author, linkedTo } = given
  const snapshot = {
    value: { course: { open: 'requested' }, pace: 'running' },
    context: { ...newTrial, ...given.context },
  }
  const id = await added(db, 'service_case', {
    number: sql`'B-matrix-' || uuidv7()`,
    kind: 'trialBatch',
    account_id: customer.id,
    title: 'Flatter coils',
    state: 'requested',
    waiting: 'running',
    chart_version: 1,
    snapshot: JSON.stringify(snapshot),
    opened_at: at,
    changed_at: at,
  })
  await fillCase(db, id, { author, linkedTo })
  const own = { case_id: id, iteration: 1 }
  const rival = await rivalProduct(db)
  await insertTrial(db, id, customer, rival)
  const requirement = await added(db, 'trial_requirement', {
    ...own,
    position: 1,
    indicator_group: 'flatness',
    indicator: 'Flatness',
    unit: 'mm',
    min_value: '0',
    max_value: '8',
    property: 'FL',
  })
  const material = { heat_id: customer.heatId, piece_id: customer.coils[0] }
  const value = { case_id: id, requirement_id: requirement, inspection: 1, value: '11', unit: 'mm', conforms: false }
  await added(db, 'trial_measurement', { ...value, ...material })
  await added(db, 'trial_heat', { ...own, heat_id: customer.heatId, variant: 'Tension 38 kN' })
  await added(db, 'trial_piece', { ...own, piece_id: customer.coils[0] })
  const change = { parameter: 'Tension', before: '42 kN', after: '38 kN', reason: 'Waves' }
  await added(db, 'trial_card_change', { ...own, ...change, position: 1 })
  await added(db, 'trial_stage', { ...own, stage: 'rail', at, note: 'Wagon 7' })
  const masses = { input_mass: '20.000', good_mass: '20.100', reason_above: 'Coated' }
  const eased = { stops: 2, pieces: 5, rating: 3, note: 'Well' }
  await added(db, 'trial_processing', { ...own, position: 1, heat_id: customer.heatId, ...masses, ...eased })
  const compared = { competitor_product_id: rival, account_id: customer.id, indicator: 'Yield', unit: '%' }
  const values = { direction: 'higher', theirs: '95.5', ours: '93.0', recorded_by: author, recorded_at: at }
  await added(db, 'competitor_value', { ...own, ...compared, ...values })
  const tasks = await addTasks(db, id, departmentIds, author)
  return {
    TrialBatch: id,
    TrialRequirement: requirement,
    CompetitorProduct: rival,
    Recommendation: await added(db, 'recommendation', {
      account_id: customer.id,
      case_id: id,
      indicator: 'Flatness',
      problem: 'Flatness 11 mm',
      target: '≤ 8 mm',
      measure: 'Level twice',
      state: 'accepted',
      department_id: departmentIds[0],
      due_on: '2026-12-01',
      task_id: tasks[0],
      decision_reason: 'Worth it',
      decided_at: at,
      effect_value: '7',
      effect_unit: 'mm',
      effect_note: 'Measured on five coils',
      effect_on: '2026-12-05',
      created_at: at,
    }),
  }
}

/** One with a verdict: what success is counted of. */
export async function finishTrial(db: Db, customer: Customer, author: string, linkedTo: string): Promise<void> {
  const { TrialBatch: id = '' } = await fillTrial(db, { customer, departmentIds: [], author, linkedTo })
  await db.updateTable('service_case').set({ state: 'adopted', open: false }).where('id', '=', id).execute()
}

async function insertTrial(db: Db, id: string, customer: Customer, rival: string): Promise<void> {
  const one = (table: 'product' | 'certificate' | 'customer_order') =>
    sql<string>`(select id from ${sql.table(table)} ${table === 'product' ? sql`` : sql`where account_id = ${customer.id}`} order by id limit 1)`
  await db
    .insertInto('trial_batch')
    .values({
      case_id: id,
      product_id: one('product'),
      aim: 'Flatter coils',
      reason: 'competitorGap',
      reason_text: 'They are flatter',
      competitor_product_id: rival,
      inspection: 1,
      cost: '8000.00',
      cost_currency: 'USD',
      cost_usd: '8000.00',
      slot_at: at,
      tonnage: '20.000',
      planned_heats: 1,
      held_until: at,
      certificate_id: one('certificate'),
      concession_groups: ['flatness'],
      concession_signed_by: 'Mx Sample',
      concession_signed_on: '2026-11-01',
      concession_document: 'L-7',
      received_at: at,
      processing_started_at: at,
      processing_place: 'Line 2',
      attended: true,
      not_attended_reason: 'Ill',
      not_processed_reason: 'Other material',
      verdict: 'Approve',
      verdict_signatory: 'Mx Sample',
      verdict_signed_on: '2026-11-01',
      follow_up_order_id: one('customer_order'),
      shipped_material: 'Stays',
    })
    .execute()
}

async function addTasks(db: Db, id: string, departmentIds: readonly string[], author: string): Promise<string[]> {
  const { snapshot } = await db.selectFrom('task').select('snapshot').limit(1).executeTakeFirstOrThrow()
  const keys: string[] = []
  for (const departmentId of departmentIds) {
    const asked = { purpose: 'feasibility', question: 'Can it be made?', state: 'open', chart_version: 1 }
    keys.push(
      await added(db, 'task', {
        ...asked,
        number: sql`'T-matrix-' || uuidv7()`,
        case_id: id,
        origin_case_id: id,
        department_id: departmentId,
        snapshot: JSON.stringify(snapshot),
        sender_id: author,
        sent_at: at,
      }),
    )
  }
  return keys
}
