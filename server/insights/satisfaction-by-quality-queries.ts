// Reads satisfaction, deliveries and claims of each product or region: one statement over the waves of a filter and the year before them.
import { expressionBuilder, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { QualityGrouping } from '../../schema/survey-vocabulary.ts'
import { caseScope, materialScope } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'
import { chosenWaves, groupsAsked, groupsMeant, type OverviewFilter } from '../satisfaction/overview-filter.ts'
import { inYearBefore } from '../satisfaction/year-of-deliveries.ts'
import { heatsThatDoNotConform } from './conforming-lots.ts'
import type { QualitySums } from './satisfaction-by-quality.ts'

const notOnTrialMaterial = sql`not exists (select from case_link where from_case_id = service_case.id and kind = 'trialMaterial')`

/**
 * The most delivered first; at most 50. Claims on material of trial batches are left out. `item`: satisfaction with this indicator alone.
 */
export async function readQualitySums(
  reader: Reader,
  filter: OverviewFilter,
  by: QualityGrouping,
  item: string | null,
): Promise<QualitySums[]> {
  const { viewer, engine } = reader
  const waves = sql`wave`
  const [delivered, claimed, bought] =
    by === 'region'
      ? [sql`account.region_id`, sql`service_case.region_id`, sql`select id, region_id as key from marked`]
      : [
          sql`piece.product_id`,
          sql`piece.product_id`,
          sql`select distinct marked.id, delivered.key from marked join delivered on delivered.account_id = marked.account_id`,
        ]
  const name =
    by === 'region'
      ? sql`(select region.name from region where region.id = key)`
      : sql`(select jsonb_build_object('en', concat_ws(' ', product.name, product.grade)) from product where product.id = key)`
  const cases = caseScope(expressionBuilder<Database, 'service_case'>(), viewer)
  const { rows } = await sql<QualitySums>`
    with wave as materialized (${chosenWaves(filter)}),
    delivered as materialized (
      select piece.account_id, ${delivered} as key, piece.heat_id, sum(piece.mass) as tonnes
      from shipment join piece on piece.shipment_id = shipment.id join account on account.id = piece.account_id
      where ${inYearBefore(sql`shipment.dispatched_on`, waves)} and ${groupsAsked('account', filter)}
        and ${materialScope('piece.account_id', viewer)} and ${delivered} is not null group by 1, 2, 3),
    bad as (${heatsThatDoNotConform}),
    claimed as (
      select ${claimed} as key, count(distinct service_case.id) as claims
      from service_case join account on account.id = service_case.account_id
      left join claim_item on claim_item.case_id = service_case.id left join piece on piece.id = claim_item.piece_id
      where service_case.kind = 'claim' and ${inYearBefore(sql`service_case.opened_at`, waves)} and ${notOnTrialMaterial}
        and ${groupsAsked('account', filter)} and ${cases} group by 1),
    marked as materialized (
      select response.id, response.account_id, response.region_id, item.code, answer.number
      from wave join survey_response as response on response.wave_id = wave.id
      join survey_answer as answer on answer.response_id = response.id and answer.number is not null
      join survey_item as item on item.id = answer.item_id and item.kind = 'rating' and item.scale_min = 1 and item.scale_max = 5
      where ${groupsMeant('response', reader, filter)} and ${item ? sql`item.code = ${item}` : sql`true`}),
    asked as (select distinct id, key from (${bought}) as bought),
    content as (
      select key, avg(mean)::float8 as satisfaction from (select asked.key, marked.code, avg(marked.number) as mean
        from asked join marked on marked.id = asked.id group by 1, 2) as by_item group by key),
    counted as (select key, count(*)::int as respondents from asked group by key),
    sums as (
      select key, count(distinct heat_id)::int as lots, sum(tonnes)::float8 as tonnes,
        count(distinct heat_id) filter (where heat_id not in (select id from bad))::int as conforming
      from delivered group by key)
    select key::text as key, ${name} as name, coalesce(respondents, 0) as respondents, satisfaction,
      coalesce(lots, 0) as lots, coalesce(conforming, 0) as conforming, coalesce(tonnes, 0) as tonnes, coalesce(claims, 0)::int as claims
    from sums full join counted using (key) left join content using (key) left join claimed using (key)
    order by tonnes desc nulls last, key limit 50`.execute(engine.db)
  return rows
}
