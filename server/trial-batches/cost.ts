// The cost of a trial batch against the limit above which the management approves it.
import { sql } from 'kysely'
import type { FactsRequest } from '../core/engine.ts'
import { convert } from '../core/money.ts'
import { known, type Reading, reading } from '../core/reading.ts'
import { compareDecimals, isDecimal } from '../workflows/decimal.ts'
import type { TrialFacts } from '../workflows/trial-facts.ts'

/** The payload's cost in USD at the rate of the day; null while none is given. */
export function costOf({ payload, at }: FactsRequest): Reading<TrialFacts['cost']> {
  const { cost, currency } = payload
  if (typeof cost !== 'string' || typeof currency !== 'string' || !isDecimal(cost)) return known(null)
  return reading(
    [
      sql<{ rate: string }>`
        select usd_per_unit::text as rate from exchange_rate where currency = ${currency} and day <= ${at}::timestamptz::date
        order by day desc limit 1`,
      sql<{ limit: string }>`select amount_usd::text as limit from trial_cost_limit order by version desc limit 1`,
    ],
    ([found], [row]) => {
      const rate = currency === 'USD' ? '1' : found?.rate
      const limitUsd = row?.limit ?? '0'
      if (rate === undefined) return { usd: null, limitUsd, within: false }
      const usd = convert(cost, rate)
      return { usd, limitUsd, within: compareDecimals(usd, limitUsd) <= 0 }
    },
  )
}
