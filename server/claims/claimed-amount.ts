// What a claim is about in money: claimed mass at the price of its order, in USD of the day.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { convert, sumMoney } from '../core/money.ts'

type Db = Kysely<Database>

/**
 * The claimed amount in USD. An item counts at the price of its piece's order, else of an order with a piece of its heat,
 * else at the highest price of the account, so that material nobody identified is not refused as if it were worth nothing.
 * Without any priced order of the account it counts nothing. Default of the product.
 */
export async function claimedAmount(db: Db, caseId: string, at: Date): Promise<string> {
  const { rows } = await sql<{ currency: string; amount: string }>`
    select price.currency, round(item.claimed_mass * price.price_per_tonne, 2)::text as amount
    from claim_item item
    join service_case on service_case.id = item.case_id
    left join piece on piece.id = item.piece_id
    join lateral (
      select price_per_tonne, currency from customer_order
      where account_id = service_case.account_id and price_per_tonne is not null and currency is not null
      order by customer_order.id = piece.order_id desc nulls last,
        exists (select from piece other where other.order_id = customer_order.id
          and other.heat_id = coalesce(item.heat_id, piece.heat_id)) desc,
        price_per_tonne desc
      limit 1) as price on true
    where item.case_id = ${caseId} and item.claimed_mass is not null`.execute(db)
  const rates = await ratesOf(
    db,
    at,
    rows.map(({ currency }) => currency),
  )
  return sumMoney(rows.map(({ amount, currency }) => convert(amount, rates.get(currency) ?? '0')))
}

/** The rate of the day, or the latest before it. */
export async function ratesOf(db: Db, at: Date, currencies: string[]): Promise<Map<string, string>> {
  if (currencies.length === 0) return new Map()
  const rows = await db
    .selectFrom('exchange_rate')
    .where('currency', 'in', [...new Set(currencies)])
    .where('day', '<=', at.toISOString().slice(0, 10))
    .distinctOn('currency')
    .orderBy('currency')
    .orderBy('day', 'desc')
    .select(['currency', 'usd_per_unit'])
    .execute()
  return new Map([['USD', '1'], ...rows.map((row): [string, string] => [row.currency, row.usd_per_unit])])
}
