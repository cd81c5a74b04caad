// Whom a wave would ask: contacts of the customers that its filter names, and why some of them are left out.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { LeftOutReason } from '../../schema/survey-vocabulary.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { visibleAccounts } from '../accounts/queries.ts'
import type { Viewer } from '../core/viewer.ts'

export interface PopulationFilter {
  regionIds?: readonly string[] | null | undefined
  consumerTypes?: readonly ConsumerType[] | null | undefined
  keyOnly?: boolean | null | undefined
  productIds?: readonly string[] | null | undefined
}

export interface PopulationCounts {
  /** Who would be asked. */
  count: number
  groups: { regionId: string; consumerType: ConsumerType; count: number }[]
  languages: { language: string; count: number }[]
  /** Of `count`, those with an e-mail address. */
  byMail: number
  leftOut: { reason: LeftOutReason; count: number }[]
}

/** The filter as a wave keeps it. */
export function storedFilter(filter: PopulationFilter | null | undefined): JsonObject {
  const { regionIds, consumerTypes, keyOnly, productIds } = filter ?? {}
  return {
    ...(regionIds?.length && { regionIds: [...regionIds] }),
    ...(consumerTypes?.length && { consumerTypes: [...consumerTypes] }),
    ...(keyOnly && { keyOnly }),
    ...(productIds?.length && { productIds: [...productIds] }),
  }
}

/** Counts of a population at a time, of the accounts that the viewer may see. */
export async function readPopulation(
  db: Kysely<Database>,
  viewer: Viewer,
  filter: PopulationFilter,
  quietDays: number,
  at: RawBuilder<Date>,
): Promise<PopulationCounts> {
  const { rows } = await sql<{
    reason: LeftOutReason | null
    regionId: string
    consumerType: ConsumerType
    language: string
    byMail: boolean
    count: number
  }>`select reason, region_id as "regionId", consumer_type as "consumerType", language, email is not null as "byMail", count(*)::int as count
    from ${candidates(viewer, filter, quietDays, at)} as candidate group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(
    db,
  )
  const asked = rows.filter(({ reason }) => reason === null)
  const leftOut = rows.flatMap((row) => (row.reason ? [{ ...row, reason: row.reason }] : []))
  return {
    count: sumOf(asked),
    groups: summed(asked, ({ regionId, consumerType }) => `${regionId} ${consumerType}`).map(
      ({ regionId, consumerType, count }) => ({ regionId, consumerType, count }),
    ),
    leftOut: summed(leftOut, ({ reason }) => reason).map(({ reason, count }) => ({ reason, count })),
    languages: summed(asked, ({ language }) => language).map(({ language, count }) => ({ language, count })),
    byMail: sumOf(asked.filter(({ byMail }) => byMail)),
  }
}

function sumOf(rows: readonly { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}

/** The first row of each key with the counts of all of them. */
function summed<R extends { count: number }>(rows: readonly R[], keyOf: (row: R) => string): R[] {
  return [...Map.groupBy(rows, keyOf).values()].flatMap((same) =>
    same.slice(0, 1).map((row) => ({ ...row, count: sumOf(same) })),
  )
}

/**
 * A row for each contact of the filter's customers: id, account_id, language, email, phone, region_id, consumer_type and `reason`, which
 * is null where the contact can be asked.
 */
export function candidates(
  viewer: Viewer,
  { regionIds, consumerTypes, keyOnly, productIds }: PopulationFilter,
  quietDays: number,
  at: RawBuilder<Date>,
): RawBuilder<unknown> {
  const limits: RawBuilder<SqlBool>[] = [sql<SqlBool>`${visibleAccounts(viewer)}`]
  if (regionIds?.length) limits.push(sql<SqlBool>`account.region_id = any(${regionIds})`)
  if (consumerTypes?.length) limits.push(sql<SqlBool>`account.consumer_type = any(${consumerTypes})`)
  if (keyOnly) limits.push(sql<SqlBool>`account.key`)
  if (productIds?.length) {
    limits.push(
      sql<SqlBool>`exists (select from piece where piece.account_id = account.id and piece.product_id = any(${productIds}))`,
    )
  }
  return sql`(select contact.id, contact.account_id, contact.language, contact.email, contact.phone,
      account.region_id, account.consumer_type,
      case when not contact.active then 'inactive'
        when exists (select from survey_opt_out where contact_id = contact.id) then 'optedOut'
        when coalesce(contact.email, contact.phone) is null then 'noAddress'
        when exists (select from survey_invitation asked where asked.contact_id = contact.id
          and asked.queued_at > ${at} - make_interval(days => ${quietDays})) then 'quietPeriod' end as reason
    from contact join account on account.id = contact.account_id where ${sql.join(limits, sql` and `)})`
}
