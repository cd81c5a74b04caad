// Lists of trial batches, and how often they succeed.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { RecommendationState, TrialReason, TrialState } from '../../schema/trial-vocabulary.ts'
import { byDue, byOpened, casesSeen } from '../cases/queries.ts'
import { type PageArgs, type RowOf, readOne, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import type { TrialRow } from './graphql.ts'
import { recommendationShape, recommendationsSeen, trialShape } from './queries.ts'

export interface TrialFilter {
  states?: readonly TrialState[] | null
  open?: boolean | null
  reason?: TrialReason | null
  accountId?: string | null
}

export const trialOrders = { due: byDue, newest: byOpened } as const

/** The trial batches of the filter that the viewer may see, in pages. */
export async function readTrials(
  reader: Reader,
  info: GraphQLResolveInfo,
  filter: TrialFilter,
  order: keyof typeof trialOrders,
  args: PageArgs,
): Promise<Page<TrialRow>> {
  const eb = expressionBuilder<Database, 'service_case'>()
  const where: Expression<SqlBool>[] = [sql<SqlBool>`service_case.kind = 'trialBatch'`, casesSeen(reader.viewer)]
  if (filter.states?.length) where.push(sql<SqlBool>`service_case.state = any(${[...filter.states]})`)
  if (filter.open === true) where.push(sql<SqlBool>`service_case.open`)
  if (filter.open === false) where.push(sql<SqlBool>`not service_case.open`)
  if (filter.accountId) where.push(eb('service_case.account_id', '=', filter.accountId))
  if (filter.reason)
    where.push(sql<SqlBool>`service_case.id in (select case_id from trial_batch where reason = ${filter.reason})`)
  return (await readPage(reader, info, trialShape, {
    where: eb.and(where),
    order: trialOrders[order],
    args,
  })) as Page<TrialRow>
}

/** A trial batch by its key or its number, or null where there is none that the viewer may see. */
export async function readTrial(
  reader: Reader,
  info: GraphQLResolveInfo,
  by: { id: string } | { number: string },
): Promise<TrialRow | null> {
  const which = 'id' in by ? sql`service_case.id = ${by.id}` : sql`service_case.number = ${by.number}`
  const where = sql<SqlBool>`${which} and service_case.kind = 'trialBatch' and ${casesSeen(reader.viewer)}`
  return (await readOne(reader, info, trialShape, where)) as TrialRow | null
}

export interface Success {
  /** Null: of all reasons. */
  reason: TrialReason | null
  finished: number
  adopted: number
}

/** Trials with a verdict that the viewer may see, by reason and over all; those that ended without one do not count. */
export async function readSuccess({ engine, viewer }: Reader): Promise<Success[]> {
  const { rows } = await sql<Success>`
    select trial_batch.reason, count(*)::int as finished, (count(*) filter (where service_case.state = 'adopted'))::int as adopted
    from service_case join trial_batch on trial_batch.case_id = service_case.id
    where service_case.state in ('adopted', 'rejected') and ${casesSeen(viewer)}
    group by grouping sets ((), (trial_batch.reason)) order by trial_batch.reason nulls last`.execute(engine.db)
  return rows
}

export interface RecommendationFilter {
  state?: RecommendationState | null | undefined
  departmentId?: string | null | undefined
  accountId?: string | null | undefined
  overdue?: boolean | null | undefined
}

/** Recommendations of the filter, of the trial batches that the viewer may see, the newest first. */
export function readRecommendations(
  reader: Reader,
  info: GraphQLResolveInfo,
  { state, departmentId, accountId, overdue }: RecommendationFilter,
  args: PageArgs,
): Promise<Page<RowOf<'recommendation'>>> {
  const eb = expressionBuilder<Database, 'recommendation'>()
  const late = sql<SqlBool>`(recommendation.state = 'accepted' and recommendation.due_on < (${reader.engine.now()} at time zone 'UTC')::date)`
  const where: Expression<SqlBool>[] = [recommendationsSeen(reader.viewer)]
  if (state) where.push(eb('recommendation.state', '=', state))
  if (departmentId) where.push(eb('recommendation.department_id', '=', departmentId))
  if (accountId) where.push(eb('recommendation.account_id', '=', accountId))
  if (overdue != null) where.push(overdue ? late : sql<SqlBool>`not coalesce(${late}, false)`)
  return readPage(reader, info, recommendationShape, {
    where: eb.and(where),
    order: { columns: ['created_at', 'id'], direction: 'desc' },
    args,
  })
}
