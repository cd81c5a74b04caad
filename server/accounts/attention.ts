// Conditions on accounts that want attention: silent, something promised and overdue, no plan of ours told.
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Reader } from '../core/selection-plans.ts'
import { silentAfterDays } from './silence.ts'

export interface AttentionFilter {
  silent?: boolean | null | undefined
  promiseOverdue?: boolean | null | undefined
  planUnshared?: boolean | null | undefined
}

/** The same boundaries as `isSilent` and `isOverdue`, over rows; days are those of UTC. */
export function attentionConditions({ engine }: Reader, filter: AttentionFilter): Expression<SqlBool>[] {
  const today = sql`(${engine.now()} at time zone 'UTC')::date`
  const silent = sql<SqlBool>`not exists (select from contact_entry where contact_entry.account_id = account.id
    and (contact_entry.at at time zone 'UTC')::date >= ${today} - ${sql.lit(silentAfterDays)}::int)`
  const overdue = sql<SqlBool>`exists (select from account_promise where account_promise.account_id = account.id
    and account_promise.kept_on is null and account_promise.due_on < ${today})`
  const unshared = sql<SqlBool>`not exists (select from account_plan where account_plan.account_id = account.id
    and account_plan.side = 'ours' and account_plan.shared_on is not null)`
  return [
    ...when(filter.silent, silent),
    ...when(filter.promiseOverdue, overdue),
    ...when(filter.planUnshared, unshared),
  ]
}

function when(asked: boolean | null | undefined, condition: Expression<SqlBool>): Expression<SqlBool>[] {
  return asked == null ? [] : [asked ? condition : sql<SqlBool>`not (${condition})`]
}
