// What is known of a customer of the permission matrix and agreed with it, with every column filled.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { added } from './works.ts'

const at = new Date('2026-11-01T09:00:00Z')
const day = '2026-10-01'

/** Keys by type. The rows of plan, profile and terms have the account's. */
export async function givenDevelopment(
  db: Kysely<Database>,
  { accountId, contactId, personId }: { accountId: string; contactId: string; personId: string },
): Promise<Record<string, string>> {
  const own = { account_id: accountId }
  const text = 'Between ourselves'
  const money = { currency: 'USD', amount: '111.11' }
  await db
    .insertInto('key_plan')
    .values({
      ...own,
      definition: text,
      success_factors: text,
      attraction: text,
      problems: text,
      satisfaction: text,
      control: text,
      review_on: day,
      review_result: text,
    })
    .execute()
  await db
    .insertInto('account_profile')
    .values({
      ...own,
      expectations: text,
      buying_habits: text,
      motives: text,
      stereotypes: text,
      hidden_losses: text,
      total_need: '4000.000',
      price_structure_on: day,
    })
    .execute()
  await db
    .insertInto('account_terms')
    .values({
      ...own,
      currency: 'USD',
      yearly_sales: '1000.00',
      yearly_growth: '100.00',
      years: 5,
      margin_percent: '8.00',
      credit_limit: '500.00',
      outstanding: '400.00',
    })
    .execute()
  const department = await db.selectFrom('department').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
  const need = await added(db, 'product_need', {
    ...own,
    product: 'Coil',
    size: '1 × 1000',
    grade: 'DX51D',
    yearly_mass: '10.000',
    requirements: text,
    budget: '100.00',
    special: true,
    currency: 'USD',
  })
  const competence = await db
    .insertInto('core_competence')
    .values({ wording: 'Urgent re-rolling' })
    .onConflict((conflict) => conflict.column('wording').doUpdateSet({ active: false }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('account_competence')
    .values({ ...own, competence_id: competence.id })
    .execute()
  await db
    .insertInto('account_class')
    .values({ ...own, class: 'vitalFew', reason: text, set_by: personId, set_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('loyalty_move')
    .values({ ...own, from_phase: 'ordinary', to_phase: 'loyal', orders: 3, mean: '4.000', referrals: 0, at })
    .execute()
  const segment = await givenSegment(db)
  await db
    .updateTable('account')
    .set({ segment_id: segment, preferred_channel: 'email', converted_on: day })
    .where('id', '=', accountId)
    .execute()
  return {
    ContactEntry: await added(db, 'contact_entry', {
      ...own,
      contact_id: contactId,
      at,
      channel: 'phone',
      begun_by: 'works',
      subject: 'A talk',
      summary: text,
      next_contact_on: day,
      technical_support: true,
      person_id: personId,
    }),
    AccountPromise: await added(db, 'account_promise', { ...own, text, due_on: day, kept_on: day }),
    UniqueNeed: await added(db, 'unique_need', {
      ...own,
      kind: 'emergencyStock',
      text,
      how_met: text,
      department_id: department.id,
      evidence: text,
      wanted_stock: '40.000',
      actual_stock: '25.000',
    }),
    ProductNeed: need,
    AccountOffer: await added(db, 'account_offer', {
      ...own,
      need_id: need,
      product: 'Coil',
      reason: text,
      offered_on: day,
    }),
    AccountPlan: await added(db, 'account_plan', { ...own, side: 'ours', text, planned_for: '2027', shared_on: day }),
    Obligation: await added(db, 'obligation', { ...own, kind: 'creditLine', state: 'atRisk', note: text }),
    HiddenLoss: await added(db, 'hidden_loss', { ...own, text, ...money }),
    Referral: await added(db, 'referral', { ...own, text, recommended_on: day }),
    ...(await givenShortage(db, accountId)),
  }
}

/** The segment, its characteristic and the competence are the same for everybody of the works. */
export async function givenSegment(db: Kysely<Database>): Promise<string> {
  const known = await db.selectFrom('segment').select('id').where('name', '=', 'White goods').executeTakeFirst()
  if (known) return known.id
  const { id } = await db
    .insertInto('segment_characteristic')
    .values({ name: 'Industry', depends_on_supplier: false, measurable: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('segment_characteristic')
    .set({ correlated_with: [id] })
    .execute()
  const segment = await db
    .insertInto('segment')
    .values({
      name: 'White goods',
      target: true,
      characteristics: [id],
      strategy: 'Serve first',
      team: 'Team A',
      review_on: day,
      service_cost: '1.00',
      product_cost: '2.00',
      solution_cost: '3.00',
      contact_cost: '4.00',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return segment.id
}

/** One shortage for all customers, and that this one knows of it. */
async function givenShortage(db: Kysely<Database>, accountId: string): Promise<Record<string, string>> {
  const known = await db.selectFrom('shortage_warning').select('id').executeTakeFirst()
  const product = await db
    .insertInto('product')
    .values({ code: 'SHORT', name: 'Short coil' })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ name: 'Short coil' }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const warning =
    known?.id ??
    (await added(db, 'shortage_warning', {
      product_id: product.id,
      text: 'Until spring',
      expected_until: day,
      warned_at: at,
    }))
  const notice = { warning_id: warning, account_id: accountId, told_at: at, read_at: at }
  return { ShortageWarning: warning, ShortageNotice: await added(db, 'shortage_notice', notice) }
}
