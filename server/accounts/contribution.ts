// Classes of customers by what they ordered in twelve months, as a statement.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ParetoClass } from '../../schema/account-vocabulary.ts'
import type { Reader } from '../core/selection-plans.ts'

/**
 * Accounts with their class: sorted by ordered value in USD, the vital few are those needed to reach 80 % of it (ACC-09). `today`: the
 * civil day that the twelve months end with. An account without orders in a currency with a known rate is not among them.
 */
export function classesSql(today: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select account_id, contribution,
      case when sum(contribution) over (order by contribution desc, account_id) - contribution
        < 0.8 * sum(contribution) over () then 'vitalFew' else 'usefulMany' end as class
    from (select customer_order.account_id,
        sum(ordered_mass * price_per_tonne * case when customer_order.currency = 'USD' then 1 else rate.usd_per_unit end) as contribution
      from customer_order
      left join lateral (select usd_per_unit from exchange_rate where exchange_rate.currency = customer_order.currency
        and exchange_rate.day <= ${today} order by exchange_rate.day desc limit 1) as rate on true
      where placed_on > ${today} - 365 group by 1) as summed where contribution > 0`
}

/** Condition on `account`: the class that holds is the one set by hand, else the one by the rule. */
export function classConditions({ engine }: Reader, wanted: ParetoClass | null | undefined): Expression<SqlBool>[] {
  if (wanted == null) return []
  const today = sql`(${engine.now()} at time zone 'UTC')::date`
  const byHand = sql`(select class from account_class where account_class.account_id = account.id)`
  const byRule = sql`case when account.id in (select account_id from (${classesSql(today)}) as ruled where class = 'vitalFew')
    then 'vitalFew' else 'usefulMany' end`
  return [sql<SqlBool>`coalesce(${byHand}, ${byRule}) = ${wanted}`]
}
