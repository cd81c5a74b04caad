// Four products, each delivered to a customer of its own who is the more content the better it was; one claim was ours.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { givenAccount, givenCoils } from '../given.ts'
import { added } from './works.ts'

/** `answer`: hands in what a customer says. */
export async function givenQuality(
  db: Kysely<Database>,
  regionId: string,
  answer: (accountId: string, mark: number) => Promise<unknown>,
): Promise<void> {
  for (const mark of [2, 3, 4, 5]) {
    const name = `Content ${mark}`
    const { id } = await givenAccount(db, { name, regionId })
    const { coils } = await givenCoils(db, id, name, ['1'])
    await givenCoils(db, id, `${name} too`, ['1'])
    const product = await added(db, 'product', { code: name, name })
    const shipped = { number: name, account_id: id, dispatched_on: '2026-08-20' }
    const shipment = await added(db, 'shipment', shipped)
    await db
      .updateTable('piece')
      .set({ shipment_id: shipment, product_id: product })
      .where('account_id', '=', id)
      .execute()
    if (mark === 2) await givenOwnFault(db, id, coils[0] ?? '')
    await answer(id, mark)
  }
}

async function givenOwnFault(db: Kysely<Database>, accountId: string, pieceId: string): Promise<void> {
  const opened = new Date('2026-09-01T07:00:00Z')
  const like = await db
    .selectFrom('service_case')
    .where('kind', '=', 'claim')
    .select(['state', 'waiting', 'improvement', 'chart_version', 'snapshot'])
    .orderBy('number')
    .executeTakeFirstOrThrow()
  const claim = await added(db, 'service_case', {
    ...like,
    snapshot: JSON.stringify(like.snapshot),
    number: 'C-2026-009999',
    kind: 'claim',
    account_id: accountId,
    title: 'Rust',
    severity: 'minor',
    opened_at: opened,
    changed_at: opened,
  })
  const found = { our_fault: true, quality_layer: 'standard' as const }
  await db
    .insertInto('claim')
    .values({ case_id: claim, received_at: opened, what_happened: 'Rust', ...found })
    .execute()
  await added(db, 'claim_item', { case_id: claim, origin_case_id: claim, position: 1, piece_id: pieceId })
}
