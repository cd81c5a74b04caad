// Which visits are meant: the one condition behind lists and the calendar.
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { VisitOrigin, VisitPurpose, VisitState } from '../../schema/visit-vocabulary.ts'
import { mayRead } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'
import { visitsSeen } from './queries.ts'

export interface VisitFilter {
  states?: readonly VisitState[] | null
  open?: boolean | null
  accountId?: string | null
  ownerId?: string | null
  engineerId?: string | null
  purpose?: VisitPurpose | null
  origin?: VisitOrigin | null
  overdue?: boolean | null
  /** Of key accounts alone, or of the others. */
  key?: boolean | null
  from?: Date | null
  before?: Date | null
}

/** Condition on `service_case`: visits of the filter that the viewer may see; `overdue` narrows to nothing for a customer. */
export function visitsWhere(reader: Reader, filter: VisitFilter): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'service_case'>()
  const where: Expression<SqlBool>[] = [visitsSeen(reader.viewer)]
  const { engineerId, purpose, origin, from, before } = filter
  if ((filter.overdue || filter.ownerId) && !mayRead(reader.viewer, 'internal')) where.push(sql<SqlBool>`false`)
  if (filter.states?.length) where.push(sql<SqlBool>`service_case.state = any(${filter.states})`)
  if (filter.open === true) where.push(sql<SqlBool>`service_case.open`)
  if (filter.open === false) where.push(sql<SqlBool>`not service_case.open`)
  if (filter.accountId) where.push(eb('service_case.account_id', '=', filter.accountId))
  if (filter.ownerId) where.push(eb('service_case.owner_id', '=', filter.ownerId))
  if (filter.overdue) where.push(sql<SqlBool>`service_case.due_at < ${reader.engine.now()}`)
  if (filter.key != null) {
    where.push(sql<SqlBool>`service_case.account_id in (select id from account where key = ${filter.key})`)
  }
  if (purpose) where.push(whose(sql`visit.purpose = ${purpose}`))
  if (origin) where.push(whose(sql`visit.origin = ${origin}`))
  if (from) where.push(whose(sql`visit.ends_at > ${from}`))
  if (before) where.push(whose(sql`visit.starts_at < ${before}`))
  if (engineerId) where.push(takenBy(engineerId))
  return sql<SqlBool>`${sql.join(where, sql` and `)}`
}

/** Counting ends at `upTo`. */
export async function countVisits(reader: Reader, filter: VisitFilter, upTo: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from service_case where ${visitsWhere(reader, filter)} limit ${upTo}) as counted`.execute(reader.engine.db)
  return rows[0]?.count ?? 0
}

/** Visits in which the person is the engineer, the host or one of the team. */
export function takenBy(personId: string): Expression<SqlBool> {
  return sql<SqlBool>`service_case.id in (
    select case_id from visit where engineer_id = ${personId} or host_id = ${personId}
    union all select case_id from visit_attendance where person_id = ${personId})`
}

function whose(condition: Expression<unknown>): Expression<SqlBool> {
  return sql<SqlBool>`service_case.id in (select visit.case_id from visit where ${condition})`
}
