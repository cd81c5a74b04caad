// Warns customers of a product that runs short, and records that they know.
import { expressionBuilder, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { writableAccount } from '../accounts/writable-account.ts'
import type { Engine } from '../core/engine.ts'
import { accountScope } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'

interface Shortage {
  productId: string
  text: string
  expectedUntil?: string | null | undefined
}

/**
 * One notice for each customer of the viewer's with an open order of the product (ORG-12). Open: less was dispatched of it than was ordered, or
 * nothing where no mass was agreed. Refuses a product that nobody awaits.
 */
export async function warnOfShortage({ trx }: Work, engine: Engine, viewer: Viewer, given: Shortage): Promise<string> {
  const product = await trx.selectFrom('product').where('id', '=', given.productId).select('id').executeTakeFirst()
  if (!product) throw refuseField('productId', 'unknown')
  const by = viewer.kind === 'person' ? viewer.id : null
  const warned = await sql<{
    id: string
  }>`insert into shortage_warning (product_id, text, expected_until, warned_by, warned_at)
    values (${product.id}, ${given.text}, ${given.expectedUntil ?? null}, ${by}, ${engine.now()}) returning id`.execute(
    trx,
  )
  const id = warned.rows[0]?.id ?? ''
  const seen = accountScope(expressionBuilder<Database, 'account'>(), viewer)
  const { rows } = await sql`insert into shortage_notice (warning_id, account_id)
    select ${id}, account.id from account
    where ${seen} and exists (select from customer_order where customer_order.account_id = account.id
      and customer_order.product_id = ${product.id} and coalesce((select sum(piece.mass) from piece
        join shipment on shipment.id = piece.shipment_id and shipment.dispatched_on is not null
        where piece.order_id = customer_order.id), 0) < coalesce(customer_order.ordered_mass, 0.001))
    returning id`.execute(trx)
  if (rows.length === 0) throw refuseField('productId', 'nobodyAwaits')
  return id
}

/** The customer was told; with `read` he confirmed that he read it. Both keep the time at which they were first recorded. */
export async function tellShortage(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  { id, read }: { id: string; read: boolean },
): Promise<string> {
  const notice = await trx.selectFrom('shortage_notice').where('id', '=', id).select('account_id').executeTakeFirst()
  if (!notice) throw new Refused({ kind: 'notFound' })
  await writableAccount(trx, viewer, 'account.talk', notice.account_id)
  await sql`update shortage_notice set told_at = coalesce(told_at, ${engine.now()}),
    read_at = case when ${read} then coalesce(read_at, ${engine.now()}) else read_at end where id = ${id}`.execute(trx)
  return id
}
