// Lists of claims in the graph: by state, customer, people and words of the filter.
import type { GraphQLResolveInfo } from 'graphql'
import { type SqlBool, sql } from 'kysely'
import { byDue, byOpened, casesSeen } from '../cases/queries.ts'
import { type PageArgs, readOne, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { type ClaimFilter, claimsWhere } from './claim-filter.ts'
import type { ClaimRow } from './graphql.ts'
import { claimShape } from './queries.ts'

export const claimOrders = { due: byDue, newest: byOpened } as const

/** The claims of the filter that the viewer may see, in pages. */
export async function readClaims(
  reader: Reader,
  info: GraphQLResolveInfo,
  filter: ClaimFilter,
  order: keyof typeof claimOrders,
  args: PageArgs,
): Promise<Page<ClaimRow>> {
  const where = claimsWhere(reader, filter)
  const page = await readPage(reader, info, claimShape, { where, order: claimOrders[order], args })
  return page as Page<ClaimRow>
}

/** How many claims of the filter the viewer may see; counting ends at `upTo`. */
export async function countClaims(reader: Reader, filter: ClaimFilter, upTo: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from service_case where ${claimsWhere(reader, filter)} limit ${upTo}) as counted`.execute(reader.engine.db)
  return rows[0]?.count ?? 0
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
