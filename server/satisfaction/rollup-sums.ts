// The statements that work sums out from answers; rows come in the order of the tables' columns and of the locks taken.
import { type RawBuilder, sql } from 'kysely'

/** Buckets of a distribution: no scale has more points than 0 to 10. */
const BUCKETS = Array.from({ length: 11 }, (_, bucket) => bucket)

/** Sums of the marks, by wave, item, region and consumer type. */
export function answerSums(ofResponse: RawBuilder<unknown>): RawBuilder<unknown> {
  const bucket = sql`floor(answer.number + 0.5) - item.scale_min`
  const counts = BUCKETS.map((place) => sql`count(*) filter (where ${bucket} = ${sql.lit(place)})::int`)
  const recommends = sql`item.kind = 'recommendation'`
  return sql`select response.wave_id, item.id as item_id, response.region_id, response.consumer_type,
      count(*)::int as n,
      sum(answer.number)::numeric(18, 3) as sum,
      sum(answer.number * answer.number)::numeric(20, 6) as sum_of_squares,
      count(*) filter (where answer.number >= item.scale_max - case when item.decimals then 2 else 1 end)::int as top,
      count(*) filter (where ${recommends} and answer.number >= 9)::int as promoters,
      count(*) filter (where ${recommends} and answer.number > 6 and answer.number < 9)::int as passives,
      count(*) filter (where ${recommends} and answer.number <= 6)::int as detractors,
      (array[${sql.join(counts)}])[1:item.scale_max - item.scale_min + 1] as counts,
      count(answer.importance)::int as importance_n,
      coalesce(sum(answer.importance), 0)::numeric(18, 3) as importance_sum,
      coalesce(sum(response.kilotonnes), 0)::numeric(18, 3) as kilotonnes,
      coalesce(sum(response.kilotonnes * answer.number), 0)::numeric(22, 6) as weighted_sum
    from survey_response as response
    join survey_answer as answer on answer.response_id = response.id and answer.number is not null
    join survey_item as item on item.id = answer.item_id
    where ${ofResponse}
    group by response.wave_id, item.id, response.region_id, response.consumer_type
    order by response.wave_id, item.id, response.region_id, response.consumer_type`
}

/** Respondents and what they buy, by wave, region and consumer type. */
export function respondentSums(ofResponse: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select response.wave_id, response.region_id, response.consumer_type,
      count(*)::int as respondents, coalesce(sum(response.kilotonnes), 0)::numeric(18, 3) as kilotonnes,
      count(response.invitation_id)::int as by_invitation
    from survey_response as response
    where ${ofResponse}
    group by response.wave_id, response.region_id, response.consumer_type
    order by response.wave_id, response.region_id, response.consumer_type`
}

/** Sums of each respondent's own mean of the marks on one scale: marks of different scales are never averaged. */
export function levelSums(ofResponse: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select wave_id, scale_min, scale_max, region_id, consumer_type,
      count(*)::int as n, sum(level)::numeric(18, 6) as sum, sum(level * level)::numeric(26, 12) as sum_of_squares
    from (
      select response.wave_id, item.scale_min, item.scale_max, response.region_id, response.consumer_type,
        avg(answer.number)::numeric(9, 6) as level
      from survey_response as response
      join survey_answer as answer on answer.response_id = response.id and answer.number is not null
      join survey_item as item on item.id = answer.item_id and item.kind = 'rating'
      where ${ofResponse}
      group by response.id, item.scale_min, item.scale_max) as levels
    group by wave_id, scale_min, scale_max, region_id, consumer_type
    order by wave_id, scale_min, scale_max, region_id, consumer_type`
}

/**
 * Sums from which Pearson's coefficient of each mark follows, with the respondent's willingness to recommend, or, where that is not
 * asked, with his own level: the mean of his marks.
 */
export function driverSums(ofResponse: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select wave_id, item_id, region_id, consumer_type, count(*)::int as n, sum(number)::numeric(18, 3) as sum,
      sum(number * number)::numeric(20, 6) as sum_of_squares, sum(aim)::numeric(20, 6) as aim_sum,
      sum(aim * aim)::numeric(28, 12) as aim_squares, sum(number * aim)::numeric(24, 9) as products
    from (
      select response.wave_id, item.id as item_id, item.kind, response.region_id, response.consumer_type, answer.number,
        coalesce(max(answer.number) filter (where item.kind = 'recommendation') over (partition by response.id),
          avg(answer.number) filter (where item.kind = 'rating') over (partition by response.id))::numeric(9, 6) as aim
      from survey_response as response
      join survey_answer as answer on answer.response_id = response.id and answer.number is not null
      join survey_item as item on item.id = answer.item_id
      where ${ofResponse}) as marked
    where kind = 'rating'
    group by wave_id, item_id, region_id, consumer_type
    order by wave_id, item_id, region_id, consumer_type`
}

/** How often each word was chosen and each option ranked; the empty option counts those who answered the item. */
export function optionSums(ofResponse: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select response.wave_id, answer.item_id, chosen.option, response.region_id, response.consumer_type,
      count(*)::int as n, coalesce(sum(chosen.rank), 0)::int as rank_sum,
      count(*) filter (where chosen.rank = 1)::int as first_places
    from survey_response as response
    join survey_answer as answer on answer.response_id = response.id and (answer.words is not null or answer.ranks is not null)
    cross join lateral (
      select '' as option, null::int as rank
      union all select unnest(answer.words), null
      union all select key, value::int from jsonb_each_text(answer.ranks)) as chosen
    where ${ofResponse}
    group by response.wave_id, answer.item_id, chosen.option, response.region_id, response.consumer_type
    order by response.wave_id, answer.item_id, chosen.option, response.region_id, response.consumer_type`
}
