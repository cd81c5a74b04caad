// Satisfaction by region: the level with its interval, weighted by volume and by importance, promoters, and who answered.
export const overviewDocument = `query Overview {
  satisfaction {
    waves { name invited answered }
    levels(by: region) { regionId scaleMin scaleMax n mean interval { low high } byVolume importance }
    promoters(by: region) { regionId n score promoters passives detractors }
    respondents(by: region) { regionId respondents share kilotonnes market coverage }
  }
}`

/** The newest wave that was answered. */
const wave = `wave as materialized (
    select survey_wave.id, survey_wave.name, survey_wave.opens_at, survey_wave.invited from survey_wave
      join questionnaire_version on questionnaire_version.id = survey_wave.version_id
      join questionnaire on questionnaire.id = questionnaire_version.questionnaire_id
     where survey_wave.respondents = 'customers' and questionnaire.instrument = 'steelWorks'
       and exists (select from survey_response where survey_response.wave_id = survey_wave.id)
     order by survey_wave.opens_at desc, survey_wave.id limit 1)`

const markets = `(select coalesce(json_agg(x), '[]') from (
    select distinct on (region_id) region_id, kilotonnes::float8 as kilotonnes from market_volume
     where year <= (select extract(year from opens_at) from wave) order by region_id, year desc) as x) as markets`

/** From the sums that are kept with the answers. */
export const overviewStatement = `with ${wave}
  select (select name from wave), (select invited from wave), (select sum(by_invitation)::int from wave join respondent_rollup on wave_id = wave.id) as answered,
    (select coalesce(json_agg(x), '[]') from (
      select rollup.region_id, item.code, item.kind, sum(rollup.n)::int as n, sum(rollup.sum)::float8 as sum,
             sum(rollup.importance_n)::int as importance_n, sum(rollup.importance_sum)::float8 as importance_sum,
             sum(rollup.kilotonnes)::float8 as kilotonnes, sum(rollup.weighted_sum)::float8 as weighted_sum,
             sum(rollup.promoters)::int as promoters, sum(rollup.passives)::int as passives, sum(rollup.detractors)::int as detractors
        from wave join satisfaction_rollup as rollup on rollup.wave_id = wave.id join survey_item as item on item.id = rollup.item_id
       group by rollup.region_id, item.code, item.kind, item.position order by item.position) as x) as marks,
    (select coalesce(json_agg(x), '[]') from (
      select rollup.region_id, rollup.scale_min, rollup.scale_max, sum(rollup.n)::int as n, sum(rollup.sum)::float8 as sum,
             sum(rollup.sum_of_squares)::float8 as sum_of_squares
        from wave join level_rollup as rollup on rollup.wave_id = wave.id join region on region.id = rollup.region_id
       group by rollup.region_id, rollup.scale_min, rollup.scale_max, region.position order by region.position) as x) as levels,
    (select coalesce(json_agg(x), '[]') from (
      select rollup.region_id, sum(rollup.respondents)::int as respondents, sum(rollup.kilotonnes)::float8 as kilotonnes
        from wave join respondent_rollup as rollup on rollup.wave_id = wave.id join region on region.id = rollup.region_id
       group by rollup.region_id, region.position order by region.position) as x) as respondents,
    ${markets}`

/** The same from the answers themselves: what a report without sums would do. */
export const liveStatement = `with ${wave},
  answer as materialized (
    select response.id, response.region_id, response.kilotonnes, item.code, item.kind, item.position, item.scale_min, item.scale_max,
           survey_answer.number, survey_answer.importance
      from wave join survey_response as response on response.wave_id = wave.id
      join survey_answer on survey_answer.response_id = response.id and survey_answer.number is not null
      join survey_item as item on item.id = survey_answer.item_id)
  select (select name from wave), (select count(*)::int from wave join survey_invitation on wave_id = wave.id) as invited,
    (select count(*)::int from wave join survey_invitation on wave_id = wave.id and state = 'answered') as answered,
    (select coalesce(json_agg(x), '[]') from (
      select region_id, code, kind, count(*)::int as n, sum(number)::float8 as sum,
             count(importance)::int as importance_n, coalesce(sum(importance), 0)::float8 as importance_sum,
             coalesce(sum(kilotonnes), 0)::float8 as kilotonnes, coalesce(sum(kilotonnes * number), 0)::float8 as weighted_sum,
             count(*) filter (where kind = 'recommendation' and number >= 9)::int as promoters,
             count(*) filter (where kind = 'recommendation' and number > 6 and number < 9)::int as passives,
             count(*) filter (where kind = 'recommendation' and number <= 6)::int as detractors
        from answer group by region_id, code, kind, position order by position) as x) as marks,
    (select coalesce(json_agg(x), '[]') from (
      select region_id, scale_min, scale_max, count(*)::int as n, sum(level)::float8 as sum, sum(level * level)::float8 as sum_of_squares
        from (select region_id, scale_min, scale_max, avg(number)::numeric(9, 6) as level from answer
               where kind = 'rating' group by id, region_id, scale_min, scale_max) as own
        join region on region.id = own.region_id
       group by region_id, scale_min, scale_max, region.position order by region.position) as x) as levels,
    (select coalesce(json_agg(x), '[]') from (
      select response.region_id, count(*)::int as respondents, coalesce(sum(response.kilotonnes), 0)::float8 as kilotonnes
        from wave join survey_response as response on response.wave_id = wave.id join region on region.id = response.region_id
       group by response.region_id, region.position order by region.position) as x) as respondents,
    ${markets}`
