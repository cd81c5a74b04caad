// Four products, each delivered to a customer of its own who is the more content the better it was; one claim was accepted.
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
    const { coils } = await givenCoils(db, id, name, ['1', '2'])
    const product = await added(db, 'product', { code: name, name })
    const shipped = { number: name, account_id: id, dispatched_on: '2026-08-20' }
    const shipment = await added(db, 'shipment', shipped)
    await db
      .updateTable('piece')
      .set({ shipment_id: shipment, product_id: product })
      .where('account_id', '=', id)
      .execute()
    if (mark === 2) await givenAcceptedClaim(db, id, coils[0] ?? '')
    await answer(id, mark)
  }
}

async function givenAcceptedClaim(db: Kysely<Database>, accountId: string, pieceId: string): Promise<void> {
  const opened = new Date('2026-09-01T07:00:00Z')
  const claim = await added(db, 'service_case', {
    number: 'C-2026-009999',
    kind: 'claim',
    account_id: accountId,
    title: 'Rust',
    severity: 'minor',
    state: 'screening',
    waiting: 'nothing',
    improvement: 'notRequired',
    chart_version: 1,
    snapshot: JSON.stringify({ value: {}, context: {} }),
    opened_at: opened,
    changed_at: opened,
  })
  const masses = { claimed_mass: '10', inspected_mass: '10', accepted_mass: '10' }
  await added(db, 'claim_item', { case_id: claim, origin_case_id: claim, position: 1, piece_id: pieceId, ...masses })
}
