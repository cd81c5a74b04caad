// What the demo world knows of its key accounts: segments, plans, needs, duties, talks and promises.
import type { Kysely } from 'kysely'
import type { Database } from '../../../schema/database.ts'

const DAY = 86_400_000

/** For each key account, in the order of numbers, a little different from the one before. */
export async function insertKeyAccounts(trx: Kysely<Database>, now: Date): Promise<void> {
  const day = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)
  const segmentId = await insertSegment(trx, day(120))
  const accounts = await trx.selectFrom('account').where('key', '=', true).selectAll().orderBy('number').execute()
  for (const [index, { id, currency, manager_id }] of accounts.entries()) {
    const own = { account_id: id }
    await trx
      .updateTable('account')
      .set({ segment_id: segmentId, preferred_channel: 'email' })
      .where('id', '=', id)
      .execute()
    await trx
      .insertInto('key_plan')
      .values({
        ...own,
        definition: 'Takes a tenth of the galvanized coils and speaks for its whole region.',
        success_factors: 'Deliveries on the promised day; one person who answers.',
        attraction: 'Narrow thickness tolerances and trial batches within a month.',
        problems: index % 3 === 0 ? null : 'Compares every offer with a mill nearer to it.',
        satisfaction: 'Certificates before the goods, answers to claims within ten days.',
        control: 'Quarterly talk about figures and promises.',
        review_on: day(index % 4 === 0 ? -10 : 60),
      })
      .execute()
    await trx
      .insertInto('account_profile')
      .values({
        ...own,
        expectations: 'A second source that never stops its line.',
        buying_habits: 'Orders for a quarter, calls off weekly.',
        motives: 'Surface quality and short ways of decision.',
        stereotypes: index % 2 === 0 ? 'Thinks that small lots are never accepted.' : null,
        hidden_losses: 'Buys from five suppliers and spends days on comparing.',
        total_need: `${2_000 + index * 500}.000`,
        price_structure_on: index % 2 === 0 ? day(-90) : null,
      })
      .execute()
    await trx
      .insertInto('account_terms')
      .values({ ...own, currency, credit_limit: '100000.00', outstanding: `${60_000 + index * 4_000}.00` })
      .execute()
    await trx
      .insertInto('contact_entry')
      .values({
        ...own,
        at: new Date(now.getTime() - (index % 3 === 2 ? 45 : 3 + index) * DAY),
        channel: 'phone',
        begun_by: index % 2 === 0 ? 'works' : 'customer',
        subject: 'Call-offs of the next quarter',
        summary: 'Wants to know early which weeks are full.',
        next_contact_on: day(14),
        person_id: manager_id,
      })
      .execute()
    await trx
      .insertInto('account_promise')
      .values({ ...own, text: 'Send the rolling programme of the next quarter', due_on: day(index % 4 === 1 ? -2 : 9) })
      .execute()
    await trx
      .insertInto('unique_need')
      .values([
        {
          ...own,
          kind: 'emergencyStock',
          text: 'Emergency stock of DX51D',
          wanted_stock: '40.000',
          actual_stock: index % 2 === 0 ? '25.000' : '40.000',
          met: true,
        },
        { ...own, kind: 'outsideHours', text: 'Loading on Saturdays', met: index % 3 !== 0 },
        { ...own, kind: 'documentForm', text: 'Certificates with its own order numbers', met: true },
      ])
      .execute()
    await trx
      .insertInto('product_need')
      .values([
        { ...own, product: 'Galvanized coil', grade: 'DX51D', yearly_mass: '1200.000', supplied: true },
        { ...own, product: 'Cold-rolled coil', grade: 'DC01', yearly_mass: '600.000' },
        { ...own, product: 'Coated coil', grade: 'S280GD', yearly_mass: '300.000', requirements: 'Colour RAL 9002' },
      ])
      .execute()
    await trx
      .insertInto('account_plan')
      .values([
        { ...own, side: 'theirs', text: 'A new forming line', planned_for: '2027' },
        {
          ...own,
          side: 'ours',
          text: 'Thickness tolerance halved on the coating line',
          planned_for: '2027',
          shared_on: index % 3 === 0 ? null : day(-20),
        },
      ])
      .execute()
    await trx
      .insertInto('obligation')
      .values([
        { ...own, kind: 'earlierSteps', state: 'met' },
        { ...own, kind: 'creditLine', state: index % 4 === 3 ? 'atRisk' : 'met', note: 'Pays within thirty days.' },
      ])
      .execute()
  }
}

async function insertSegment(trx: Kysely<Database>, reviewOn: string): Promise<string> {
  const traits = await trx
    .insertInto('segment_characteristic')
    .values([
      { name: 'Industry', depends_on_supplier: false, measurable: true },
      { name: 'Processing technology', depends_on_supplier: false, measurable: true },
      { name: 'Length of relationship', depends_on_supplier: true, measurable: true },
    ])
    .returning(['id', 'name'])
    .execute()
  const characteristics = traits.filter(({ name }) => name !== 'Length of relationship').map(({ id }) => id)
  const { id } = await trx
    .insertInto('segment')
    .values({
      name: 'Formers of thin sheet',
      target: true,
      characteristics,
      strategy: 'Served first; trial batches within a month.',
      team: 'Key-account team',
      review_on: reviewOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
