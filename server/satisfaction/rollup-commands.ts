// The sums that reports read: kept with each response in its transaction, and rebuilt from the answers to prove that nothing was lost.
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'

/** Adds one response to the sums of its group. */
export async function addToRollups(trx: Transaction<Database>, responseId: string): Promise<void> {
  const ofResponse = sql`response.id = ${responseId}`
  await sql`insert into satisfaction_rollup ${answerSums(ofResponse)}
    on conflict (wave_id, item_id, region_id, consumer_type) do update set
      n = satisfaction_rollup.n + excluded.n,
      sum = satisfaction_rollup.sum + excluded.sum,
      sum_of_squares = satisfaction_rollup.sum_of_squares + excluded.sum_of_squares,
      top = satisfaction_rollup.top + excluded.top,
      promoters = satisfaction_rollup.promoters + excluded.promoters,
      passives = satisfaction_rollup.passives + excluded.passives,
      detractors = satisfaction_rollup.detractors + excluded.detractors,
      counts = (select array_agg(one + other order by place)
        from unnest(satisfaction_rollup.counts, excluded.counts) with ordinality as both_counts (one, other, place)),
      importance_n = satisfaction_rollup.importance_n + excluded.importance_n,
      importance_sum = satisfaction_rollup.importance_sum + excluded.importance_sum,
      kilotonnes = satisfaction_rollup.kilotonnes + excluded.kilotonnes,
      weighted_sum = satisfaction_rollup.weighted_sum + excluded.weighted_sum`.execute(trx)
  await sql`insert into respondent_rollup ${respondentSums(ofResponse)}
    on conflict (wave_id, region_id, consumer_type) do update set
      respondents = respondent_rollup.respondents + excluded.respondents,
      kilotonnes = respondent_rollup.kilotonnes + excluded.kilotonnes`.execute(trx)
}

export interface Rebuilt {
  /** Rows of sums, after the rebuild. */
  rows: number
  /** Rows that were missing, superfluous or different before. */
  differences: number
}

/** Works all sums out anew from the answers, in one transaction that holds up new answers while it lasts. */
export async function rebuildRollups(db: Kysely<Database>): Promise<Rebuilt> {
  return db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`lock table satisfaction_rollup, respondent_rollup in exclusive mode`.execute(trx)
    const answers = await renew(trx, 'satisfaction_rollup', answerSums(sql`true`))
    const respondents = await renew(trx, 'respondent_rollup', respondentSums(sql`true`))
    return { rows: answers.rows + respondents.rows, differences: answers.differences + respondents.differences }
  })
}

async function renew(
  trx: Transaction<Database>,
  table: 'satisfaction_rollup' | 'respondent_rollup',
  sums: RawBuilder<unknown>,
): Promise<Rebuilt> {
  await sql`create temporary table sums on commit drop as ${sums}`.execute(trx)
  const { rows: found } = await sql<Rebuilt>`select (select count(*)::int from sums) as rows,
    (select count(*)::int from ((table sums except table ${sql.table(table)}) union all (table ${sql.table(table)} except table sums)) as different)
      as differences`.execute(trx)
  await sql`delete from ${sql.table(table)}`.execute(trx)
  await sql`insert into ${sql.table(table)} table sums`.execute(trx)
  await sql`drop table sums`.execute(trx)
  return found[0] ?? { rows: 0, differences: 0 }
}

/** Buckets of a distribution: no scale has more points than 0 to 10. */
const BUCKETS = Array.from({ length: 11 }, (_, bucket) => bucket)

/** Sums of the marks, by wave, item, region and consumer type; in the order of the table's columns and of the locks taken. */
function answerSums(ofResponse: RawBuilder<unknown>): RawBuilder<unknown> {
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

function respondentSums(ofResponse: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select response.wave_id, response.region_id, response.consumer_type,
      count(*)::int as respondents, coalesce(sum(response.kilotonnes), 0)::numeric(18, 3) as kilotonnes
    from survey_response as response
    where ${ofResponse}
    group by response.wave_id, response.region_id, response.consumer_type
    order by response.wave_id, response.region_id, response.consumer_type`
}
