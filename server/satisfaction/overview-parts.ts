// What figures of satisfaction are made of, each a part of one statement over `wave`: the waves of the filter.
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../core/selection-plans.ts'
import { groupsMeant, mostWaves, type OverviewFilter } from './overview-filter.ts'

export type OverviewPart = (reader: Reader, filter: OverviewFilter, told: ToldApart) => RawBuilder<unknown>

/** What the groupings asked for tell apart. */
export interface ToldApart {
  regions: boolean
  types: boolean
}

const itemColumns = sql`item.code as item, item.kind, item.position, item.scale_min as "scaleMin", item.scale_max as "scaleMax",
  item.decimals, item.wording`

const waves: OverviewPart = () => sql`
  select wave.id, wave.name, wave.opens_at as "opensAt",
    wave.invited,
    (select sum(by_invitation)::int from respondent_rollup where respondent_rollup.wave_id = wave.id) as answered
  from wave order by wave.opens_at desc, wave.id`

/** Items that are answered by marks; a statement names each once, its sums only its key. */
const itemsOf = (waves: RawBuilder<unknown>) => sql`
  select item.id, ${itemColumns} from survey_item as item
  where item.version_id in (select version_id from ${waves}) and item.kind in ('rating', 'recommendation')`

/** Sums as the lines of `MeanLine`, pooled over what need not be told apart. */
const means: OverviewPart = (reader, filter, told) => {
  const { region, type } = groupsOf(told)
  return sql`
    select json_build_array(rollup.item_id, ${region}, ${type}, sum(rollup.n), sum(rollup.sum), sum(rollup.promoters),
      sum(rollup.passives), sum(rollup.detractors), sum(rollup.importance_n), sum(rollup.importance_sum), sum(rollup.kilotonnes),
      sum(rollup.weighted_sum)) as line
    from wave join satisfaction_rollup as rollup on rollup.wave_id = wave.id
    where ${groupsMeant('rollup', reader, filter)} group by rollup.item_id, ${region}, ${type}`
}

function groupsOf({ regions, types }: ToldApart) {
  return {
    region: regions ? sql`rollup.region_id` : sql`null::uuid`,
    type: types ? sql`rollup.consumer_type` : sql`null::text`,
  }
}

/** Sums as the lines of `MarkLine`. */
function marksOf(waves: RawBuilder<unknown>): OverviewPart {
  return (reader, filter) => sql`
    select json_build_array(rollup.item_id, rollup.region_id, rollup.consumer_type, rollup.n, rollup.sum, rollup.promoters,
      rollup.passives, rollup.detractors, rollup.importance_n, rollup.importance_sum, rollup.kilotonnes, rollup.weighted_sum,
      rollup.sum_of_squares, rollup.top, rollup.counts) as line
    from ${waves} join satisfaction_rollup as rollup on rollup.wave_id = wave.id
    where ${groupsMeant('rollup', reader, filter)}`
}

/** Staff are asked what customers think (SAT-12): the newest wave of the same questionnaires, whatever region they sit in. */
const staffWave = sql`(select survey_wave.id, survey_wave.version_id from survey_wave
      join questionnaire_version on questionnaire_version.id = survey_wave.version_id
      where survey_wave.respondents = 'staff' and questionnaire_version.questionnaire_id in (select questionnaire_id from wave)
        and exists (select from respondent_rollup where respondent_rollup.wave_id = survey_wave.id)
      order by survey_wave.opens_at desc limit 1) as wave`

const levels: OverviewPart = (reader, filter, told) => {
  const { region, type } = groupsOf(told)
  return sql`
    select rollup.scale_min as "scaleMin", rollup.scale_max as "scaleMax", ${region} as "regionId", ${type} as "consumerType",
      sum(rollup.n) as n, sum(rollup.sum) as sum, sum(rollup.sum_of_squares) as "sumOfSquares"
    from wave join level_rollup as rollup on rollup.wave_id = wave.id
    where ${groupsMeant('rollup', reader, filter)} group by 1, 2, 3, 4`
}

const respondents: OverviewPart = (reader, filter, told) => {
  const { region, type } = groupsOf(told)
  return sql`
    select ${region} as "regionId", ${type} as "consumerType", sum(rollup.respondents) as respondents, sum(rollup.kilotonnes) as kilotonnes
    from wave join respondent_rollup as rollup on rollup.wave_id = wave.id
    where ${groupsMeant('rollup', reader, filter)} group by 1, 2`
}

/** Volume of each region in the year of the newest wave, or the last one known before it. */
const markets: OverviewPart = ({ viewer }, filter) => sql`
  select distinct on (market_volume.region_id) market_volume.region_id as "regionId", market_volume.year,
    market_volume.kilotonnes::float8 as kilotonnes
  from market_volume
  where year <= (select max(extract(year from wave.opens_at)) from wave)
    and ${filter.regionIds?.length ? sql`market_volume.region_id = any(${filter.regionIds})` : sql`true`}
    and ${viewer.kind === 'contact' ? sql`false` : sql`true`}
  order by market_volume.region_id, year desc`

const options: OverviewPart = (reader, filter) => sql`
  select item.code as item, item.kind, item.options,
    case when item.kind = 'agreement' then (array_agg(item.wording order by item.id))[1] end as wording, rollup.option, rollup.consumer_type as "consumerType",
    sum(rollup.n)::int as n, sum(rollup.rank_sum)::int as "rankSum", sum(rollup.first_places)::int as "firstPlaces"
  from wave join option_rollup as rollup on rollup.wave_id = wave.id join survey_item as item on item.id = rollup.item_id
  where ${groupsMeant('rollup', reader, filter)}
  group by item.code, item.kind, item.options, rollup.option, rollup.consumer_type
  order by min(item.position)`

const regions: OverviewPart = () => sql`select region.id from region order by region.position, region.id`

/** Waves of the same questionnaires, the newest first; marks of an item join by its code, kind and scale (SAT-01). */
const trend: OverviewPart = (reader, filter) => sql`
  select line.id as "waveId", line.name as wave, line.opens_at as "opensAt", ${itemColumns},
    sum(rollup.n)::int as n, sum(rollup.sum)::float8 as sum, sum(rollup.sum_of_squares)::float8 as "sumOfSquares"
  from (select survey_wave.* from survey_wave join questionnaire_version on questionnaire_version.id = survey_wave.version_id
      where survey_wave.respondents = 'customers'
        and questionnaire_version.questionnaire_id in (select questionnaire_id from wave)
        and survey_wave.opens_at <= (select max(opens_at) from wave)
      order by survey_wave.opens_at desc limit ${sql.lit(mostWaves)}) as line
  join satisfaction_rollup as rollup on rollup.wave_id = line.id
  join survey_item as item on item.id = rollup.item_id and item.kind in ('rating', 'recommendation')
  where ${groupsMeant('rollup', reader, filter)}
  group by line.id, line.name, line.opens_at, item.code, item.kind, item.position, item.scale_min, item.scale_max, item.decimals, item.wording`

/** Which option each wave of the trend put first, for the finding that it is constant (SAT-04). */
const firsts: OverviewPart = (reader, filter) => sql`
  select distinct on (line.id) line.id as wave, rollup.option as factor
  from (select survey_wave.id, survey_wave.opens_at from survey_wave
      join questionnaire_version on questionnaire_version.id = survey_wave.version_id
      where survey_wave.respondents = 'customers'
        and questionnaire_version.questionnaire_id in (select questionnaire_id from wave)
      order by survey_wave.opens_at desc limit ${sql.lit(mostWaves)}) as line
  join option_rollup as rollup on rollup.wave_id = line.id and rollup.option <> ''
  join survey_item as item on item.id = rollup.item_id and item.kind = 'ranking'
  where ${groupsMeant('rollup', reader, filter)}
  group by line.id, rollup.option
  order by line.id, sum(rollup.rank_sum)::numeric / sum(rollup.n), sum(rollup.first_places) desc, rollup.option`

/**
 * How each indicator goes with the willingness to recommend, or, where that is not asked, with the respondent's own level: Pearson's
 * coefficient over respondents, from their sums.
 */
const drivers: OverviewPart = (reader, filter) => sql`
  select code as item, wording, n, ((n * xy - x * y) / nullif(sqrt((n * xx - x * x) * (n * yy - y * y)), 0))::float8 as r
  from (
    select item.code, (array_agg(item.wording order by item.id))[1] as wording, sum(rollup.n)::int as n, sum(rollup.sum) as x,
      sum(rollup.sum_of_squares) as xx, sum(rollup.aim_sum) as y, sum(rollup.aim_squares) as yy, sum(rollup.products) as xy
    from wave join driver_rollup as rollup on rollup.wave_id = wave.id join survey_item as item on item.id = rollup.item_id
    where ${groupsMeant('rollup', reader, filter)} group by item.code) as pooled`

export const overviewParts = {
  waves,
  items: () => itemsOf(sql`wave`),
  staffItems: () => itemsOf(staffWave),
  means,
  marks: marksOf(sql`wave`),
  staffMarks: (reader, _filter, told) => marksOf(staffWave)(reader, {}, told),
  levels,
  respondents,
  markets,
  options,
  regions,
  trend,
  firsts,
  drivers,
} satisfies Record<string, OverviewPart>
