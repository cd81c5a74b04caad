// Lists of claims in the graph: by state, customer, people and words of the filter.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { ClaimState } from '../../schema/claim-vocabulary.ts'
import type { Database } from '../../schema/database.ts'
import type { Severity } from '../../schema/vocabulary.ts'
import { byDue, byOpened, casesSeen } from '../cases/queries.ts'
import { mayRead } from '../core/permissions.ts'
import { type PageArgs, readOne, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import type { ClaimRow } from './graphql.ts'
import { claimShape } from './queries.ts'

export interface ClaimFilter {
  states?: readonly ClaimState[] | null
  open?: boolean | null
  severity?: Severity | null
  accountId?: string | null
  regionId?: string | null
  ownerId?: string | null
  analystId?: string | null
  departmentId?: string | null
}

export const claimOrders = { due: byDue, newest: byOpened } as const

/** The claims of the filter that the viewer may see, in pages. */
export async function readClaims(
  reader: Reader,
  info: GraphQLResolveInfo,
  filter: ClaimFilter,
  order: keyof typeof claimOrders,
  args: PageArgs,
): Promise<Page<ClaimRow>> {
  const eb = expressionBuilder<Database, 'service_case'>()
  const where: Expression<SqlBool>[] = [sql<SqlBool>`service_case.kind = 'claim'`, casesSeen(reader.viewer)]
  const asksHidden = filter.ownerId || filter.analystId || filter.departmentId
  if (asksHidden && !mayRead(reader.viewer, 'internal')) where.push(sql<SqlBool>`false`)
  if (filter.states?.length) where.push(inStates(filter.states))
  if (filter.open === true) where.push(sql<SqlBool>`service_case.open`)
  if (filter.open === false) where.push(sql<SqlBool>`not service_case.open`)
  if (filter.severity) where.push(eb('service_case.severity', '=', filter.severity))
  if (filter.accountId) where.push(eb('service_case.account_id', '=', filter.accountId))
  if (filter.regionId) where.push(eb('service_case.region_id', '=', filter.regionId))
  if (filter.ownerId) where.push(eb('service_case.owner_id', '=', filter.ownerId))
  if (filter.analystId) {
    where.push(sql<SqlBool>`service_case.id in (select case_id from claim where analyst_id = ${filter.analystId})`)
  }
  if (filter.departmentId) {
    where.push(
      sql<SqlBool>`exists (select from task where task.case_id = service_case.id and task.department_id = ${filter.departmentId})`,
    )
  }
  const page = await readPage(reader, info, claimShape, { where: eb.and(where), order: claimOrders[order], args })
  return page as Page<ClaimRow>
}

/** A claim by its key or its number, or null where there is none that the viewer may see. */
export async function readClaim(
  reader: Reader,
  info: GraphQLResolveInfo,
  by: { id: string } | { number: string },
): Promise<ClaimRow | null> {
  const which = 'id' in by ? sql`service_case.id = ${by.id}` : sql`service_case.number = ${by.number}`
  const row = await readOne(
    reader,
    info,
    claimShape,
    sql<SqlBool>`${which} and service_case.kind = 'claim' and ${casesSeen(reader.viewer)}`,
  )
  return row as ClaimRow | null
}

/** One state is a range of the index in the order of due times; a list of one would not be. */
function inStates(states: readonly ClaimState[]): Expression<SqlBool> {
  const [only, ...more] = states
  return more.length > 0
    ? sql<SqlBool>`service_case.state = any(${[...states]})`
    : sql<SqlBool>`service_case.state = ${only}`
}
