// Lists and counts of customers by filter.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { ParetoClass } from '../../schema/account-vocabulary.ts'
import type { Database } from '../../schema/database.ts'
import type { AccountStatus, ConsumerType } from '../../schema/vocabulary.ts'
import { policies } from '../core/permission-table.ts'
import { accountScope, mayRead } from '../core/permissions.ts'
import { type PageArgs, type RowOf, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { type AttentionFilter, attentionConditions } from './attention.ts'
import { classConditions } from './contribution.ts'
import { accountShape, visibleAccounts } from './queries.ts'

export interface AccountFilter extends AttentionFilter {
  regionId?: string | null | undefined
  status?: AccountStatus | null | undefined
  consumerType?: ConsumerType | null | undefined
  key?: boolean | null | undefined
  managerId?: string | null | undefined
  text?: string | null | undefined
  segmentId?: string | null | undefined
  class?: ParetoClass | null | undefined
}

/** Accounts by name. */
export function readAccounts(
  reader: Reader,
  info: GraphQLResolveInfo,
  filter: AccountFilter,
  args: PageArgs,
): Promise<Page<RowOf<'account'>>> {
  return readPage(reader, info, accountShape, {
    where: accountsOf(reader, filter),
    order: { columns: ['name', 'id'], direction: 'asc' },
    args,
  })
}

/** How many accounts of the filter the viewer may see; counting ends at `upTo`. */
export async function countAccounts(reader: Reader, filter: AccountFilter, upTo: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from account where ${accountsOf(reader, filter)} limit ${upTo}) as counted`.execute(reader.engine.db)
  return rows[0]?.count ?? 0
}

export interface RegionCount {
  region: RowOf<'region'>
  accounts: number
  key: number
}

/** Customers of the filter that the viewer may see, and the key ones of them, by region; regions without any are left out. */
export async function countByRegion(reader: Reader, filter: AccountFilter): Promise<RegionCount[]> {
  const { rows } = await sql<RegionCount>`
    select to_jsonb(region) as region, count(*)::int as accounts, (count(*) filter (where account.key))::int as key
    from account join region on region.id = account.region_id where ${accountsOf(reader, filter)}
    group by region.id order by region.position, region.code`.execute(reader.engine.db)
  return rows
}

function accountsOf(reader: Reader, filter: AccountFilter): Expression<SqlBool> {
  const { viewer } = reader
  const eb = expressionBuilder<Database, 'account'>()
  const conditions: Expression<SqlBool>[] = [visibleAccounts(viewer)]
  const asksHidden = filter.key != null || filter.managerId || filter.status || filter.segmentId
  const attention = [...attentionConditions(reader, filter), ...classConditions(reader, filter.class)]
  if (attention.length > 0) conditions.push(accountScope(eb, viewer, policies.contract))
  if (asksHidden && !mayRead(viewer, 'internal')) conditions.push(sql<SqlBool>`false`)
  if (filter.regionId) conditions.push(eb('account.region_id', '=', filter.regionId))
  if (filter.status) conditions.push(eb('account.status', '=', filter.status))
  if (filter.consumerType) conditions.push(eb('account.consumer_type', '=', filter.consumerType))
  if (filter.key != null) conditions.push(eb('account.key', '=', filter.key))
  if (filter.managerId) conditions.push(eb('account.manager_id', '=', filter.managerId))
  if (filter.segmentId) conditions.push(eb('account.segment_id', '=', filter.segmentId))
  conditions.push(...attention)
  if (filter.text) {
    conditions.push(
      sql<SqlBool>`(position(fold(${filter.text}) in fold(account.name)) > 0 or account.number = ${filter.text})`,
    )
  }
  return eb.and(conditions)
}
