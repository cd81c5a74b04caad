// Reads what the state of quality of a region is made of: shipments, claims, comments and survey of a year, and of the year before.
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { visibleAccounts } from '../accounts/queries.ts'
import { mayRead } from '../core/permissions.ts'
import type { Viewer } from '../core/viewer.ts'
import { responseScope } from '../satisfaction/answer-queries.ts'
import { besideYearBefore, claimsRate, type QualityReport, type YearOfQuality } from './quality-report.ts'

interface Asked {
  code: string
  year: number
  language: string
}

/** Of accounts that the viewer may see; null for who reads no figures, and where there is no such region. */
export async function readQualityReport(
  db: Kysely<Database>,
  viewer: Viewer,
  asked: Asked,
): Promise<QualityReport | null> {
  if (!mayRead(viewer, 'figures')) return null
  const region = await db.selectFrom('region').where('code', '=', asked.code).select(['id', 'name']).executeTakeFirst()
  if (!region) return null
  const [now, before] = await Promise.all([
    readYear(db, viewer, region.id, asked),
    readYear(db, viewer, region.id, { ...asked, year: asked.year - 1 }),
  ])
  const sections = besideYearBefore(now, before)
  const [shipments, claims] = sections
  return {
    regionId: region.id,
    region: region.name,
    year: asked.year,
    sections,
    claimsPer1000: claimsRate(claims?.total ?? 0, shipments?.total ?? 0),
    claimsPer1000Before: claimsRate(claims?.totalBefore ?? 0, shipments?.totalBefore ?? 0),
  }
}

async function readYear(
  db: Kysely<Database>,
  viewer: Viewer,
  regionId: string,
  { year, language }: Asked,
): Promise<YearOfQuality> {
  const within = (column: RawBuilder<unknown>) =>
    sql`${column} >= make_date(${year}, 1, 1) and ${column} < make_date(${year + 1}, 1, 1)`
  const ofRegion = sql`account.region_id = ${regionId} and ${visibleAccounts(viewer)}`
  const named = (json: RawBuilder<unknown>) => sql`coalesce(${json} ->> ${language}, ${json} ->> 'en')`
  const { rows } = await sql<YearOfQuality>`select
    ${rowsOf(sql`select coalesce(product.id::text, '') as key, coalesce(nullif(concat_ws(' ', product.name, product.grade), ''), '–') as name, round(sum(piece.mass), 3)::float8 as value, null::float8 as mean
      from piece join shipment on shipment.id = piece.shipment_id join account on account.id = piece.account_id
      left join product on product.id = piece.product_id
      where ${ofRegion} and ${within(sql`shipment.dispatched_on`)} group by 1, 2`)} as shipments,
    ${rowsOf(sql`select coalesce(item.defect, '') as key, coalesce(${named(sql`entry.name`)}, item.defect, '–') as name, count(*)::float8 as value, null::float8 as mean
      from service_case join account on account.id = service_case.account_id
      left join lateral (select defect from claim_item where claim_item.case_id = service_case.id order by id limit 1) as item on true
      left join catalogue_entry as entry on entry.catalogue = 'defect' and entry.code = item.defect
      where ${ofRegion} and service_case.kind = 'claim' and ${within(sql`service_case.opened_at`)}
        and not exists (select from case_link where from_case_id = service_case.id and kind = 'trialMaterial') group by 1, 2`)} as claims,
    ${rowsOf(sql`select name as key, name, sum(value)::float8 as value, null::float8 as mean from (
        select 'survey' as name, count(*) as value from survey_answer join survey_response on survey_response.id = survey_answer.response_id
        where survey_answer.text is not null and survey_response.person_id is null and survey_response.region_id = ${regionId}
          and ${responseScope(viewer)} and ${within(sql`survey_response.answered_at`)}
        union all select 'talks', count(*) from contact_entry join account on account.id = contact_entry.account_id
        where ${ofRegion} and ${within(sql`contact_entry.at`)}) as heard where value > 0 group by 1`)} as comments,
    ${rowsOf(sql`select survey_item.code as key, coalesce(${named(sql`(array_agg(survey_item.wording))[1]`)}, survey_item.code) as name, count(*)::float8 as value,
        avg(survey_answer.number)::float8 as mean
      from survey_answer join survey_item on survey_item.id = survey_answer.item_id
      join survey_response on survey_response.id = survey_answer.response_id
      where survey_item.kind = 'rating' and survey_item.scale_max = 5 and survey_response.person_id is null
        and survey_response.region_id = ${regionId} and ${responseScope(viewer)} and ${within(sql`survey_response.answered_at`)}
      group by survey_item.code`)} as survey`.execute(db)
  return rows[0] ?? { shipments: [], claims: [], comments: [], survey: [] }
}

function rowsOf(part: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(part order by value desc, name), '[]') from (${part}) as part)`
}
