// What was delivered before customers were asked: the year that their answers are held against.
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Condition on a column of days: within the twelve months before the newest of the waves opened. `waves`: rows with `opens_at`. */
export function inYearBefore(column: RawBuilder<unknown>, waves: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const opened = sql`(select (max(opens_at) at time zone 'UTC')::date from ${waves})`
  return sql<SqlBool>`(${column} >= ${opened} - interval '1 year' and ${column} < ${opened})`
}

/** Condition on a column with an account's key: pieces of the product left for it in that year. */
export function wasDelivered(account: string, productId: string, waves: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(account)} in (select piece.account_id from piece join shipment on shipment.id = piece.shipment_id
    where piece.product_id = ${productId} and ${inYearBefore(sql`shipment.dispatched_on`, waves)})`
}
