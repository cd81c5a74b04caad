// The sums that reports read: kept with each response in its transaction, and rebuilt from the answers to prove that nothing was lost.
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { answerSums, driverSums, levelSums, optionSums, respondentSums } from './rollup-sums.ts'

/**
 * Adds responses to the sums of their groups, by one statement: who answers at the same time waits for these rows until the commit, so
 * that nothing should lie between.
 */
export async function addToRollups(trx: Transaction<Database>, responseIds: readonly string[]): Promise<void> {
  if (responseIds.length === 0) return
  const ofResponse = sql`response.id = any(${responseIds})`
  await sql`with
    marks as (insert into satisfaction_rollup ${answerSums(ofResponse)}
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
        weighted_sum = satisfaction_rollup.weighted_sum + excluded.weighted_sum),
    respondents as (insert into respondent_rollup ${respondentSums(ofResponse)}
      on conflict (wave_id, region_id, consumer_type) do update set
        respondents = respondent_rollup.respondents + excluded.respondents,
        kilotonnes = respondent_rollup.kilotonnes + excluded.kilotonnes,
        by_invitation = respondent_rollup.by_invitation + excluded.by_invitation),
    levels as (insert into level_rollup ${levelSums(ofResponse)}
      on conflict (wave_id, scale_min, scale_max, region_id, consumer_type) do update set
        n = level_rollup.n + excluded.n,
        sum = level_rollup.sum + excluded.sum,
        sum_of_squares = level_rollup.sum_of_squares + excluded.sum_of_squares),
    drivers as (insert into driver_rollup ${driverSums(ofResponse)}
      on conflict (wave_id, item_id, region_id, consumer_type) do update set
        n = driver_rollup.n + excluded.n,
        sum = driver_rollup.sum + excluded.sum,
        sum_of_squares = driver_rollup.sum_of_squares + excluded.sum_of_squares,
        aim_sum = driver_rollup.aim_sum + excluded.aim_sum,
        aim_squares = driver_rollup.aim_squares + excluded.aim_squares,
        products = driver_rollup.products + excluded.products)
    insert into option_rollup ${optionSums(ofResponse)}
    on conflict (wave_id, item_id, option, region_id, consumer_type) do update set
      n = option_rollup.n + excluded.n,
      rank_sum = option_rollup.rank_sum + excluded.rank_sum,
      first_places = option_rollup.first_places + excluded.first_places`.execute(trx)
}

/** Works the sums of one wave out anew, for answers that were taken away; holds up new answers until the transaction ends. */
export async function renewWaveRollups(trx: Transaction<Database>, waveId: string): Promise<void> {
  await lockRollups(trx)
  for (const [table, sums] of rollups) {
    await sql`delete from ${sql.table(table)} where wave_id = ${waveId}`.execute(trx)
    await sql`insert into ${sql.table(table)} ${sums(sql`response.wave_id = ${waveId}`)}`.execute(trx)
  }
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
    await lockRollups(trx)
    const told: Rebuilt = { rows: 0, differences: 0 }
    for (const [table, sums] of rollups) {
      const { rows, differences } = await renew(trx, table, sums(sql`true`))
      told.rows += rows
      told.differences += differences
    }
    return told
  })
}

const rollups = [
  ['satisfaction_rollup', answerSums],
  ['respondent_rollup', respondentSums],
  ['level_rollup', levelSums],
  ['driver_rollup', driverSums],
  ['option_rollup', optionSums],
] as const

async function lockRollups(trx: Transaction<Database>): Promise<void> {
  await sql`lock table ${sql.join(rollups.map(([table]) => sql.table(table)))} in exclusive mode`.execute(trx)
}

async function renew(
  trx: Transaction<Database>,
  table: (typeof rollups)[number][0],
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
