// Reads the sums behind the effects of themes: those that ask in the same breath share a statement.
import { sql } from 'kysely'
import { answerScope, mayRead } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'
import { fewest } from './few-answers.ts'
import { type MeasuredSide, type ThemeEffect, themeEffect } from './theme-effect.ts'

interface SideRow extends MeasuredSide {
  themeId: string
  side: 'before' | 'after'
}

const waiting = new WeakMap<Reader, { ids: string[]; found: Promise<ReadonlyMap<string, SideRow[]>> }>()

/** Before: the wave the theme rests on. After: the first wave of the same questionnaire opened after both that wave and the theme. */
export async function readThemeEffect(reader: Reader, themeId: string): Promise<ThemeEffect> {
  let batch = waiting.get(reader)
  if (!batch) {
    const ids: string[] = []
    batch = { ids, found: Promise.resolve().then(() => load(reader, ids)) }
    waiting.set(reader, batch)
  }
  batch.ids.push(themeId)
  const rows = (await batch.found).get(themeId) ?? []
  // One scale each: the one that most answers were given on.
  const of = (side: SideRow['side']) => rows.filter((row) => row.side === side).toSorted((a, b) => b.n - a.n)[0] ?? null
  return themeEffect(of('before'), of('after'), mayRead(reader.viewer, 'answers') ? 1 : fewest)
}

async function load(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, SideRow[]>> {
  await new Promise((resolve) => process.nextTick(resolve))
  waiting.delete(reader)
  const group = sql`(theme.region_id is null or rollup.region_id = theme.region_id)
    and (theme.consumer_type is null or rollup.consumer_type = theme.consumer_type)
    and ${answerScope('rollup.region_id', reader.viewer)}`
  const { rows } = await sql<SideRow>`
    with side as (
      select theme.*, 'before' as side, theme.wave_id as of_wave from improvement_theme as theme where theme.id = any(${ids})
      union all
      select theme.*, 'after', (select later.id from survey_wave as later
          join questionnaire_version as version on version.id = later.version_id
          where later.respondents = 'customers' and version.questionnaire_id = based.questionnaire_id
            and later.opens_at > greatest(base.opens_at, theme.opened_at)
            and exists (select from respondent_rollup where respondent_rollup.wave_id = later.id)
          order by later.opens_at, later.id limit 1)
      from improvement_theme as theme join survey_wave as base on base.id = theme.wave_id
      join questionnaire_version as based on based.id = base.version_id where theme.id = any(${ids}))
    select theme.id as "themeId", theme.side, wave.id as "waveId", wave.name as wave, sums.*
    from side as theme join survey_wave as wave on wave.id = theme.of_wave
    cross join lateral (
      select item.scale_min as "scaleMin", item.scale_max as "scaleMax", sum(rollup.n)::int as n, sum(rollup.sum)::float8 as sum,
        sum(rollup.sum_of_squares)::float8 as "sumOfSquares"
      from satisfaction_rollup as rollup join survey_item as item on item.id = rollup.item_id
      where theme.item is not null and rollup.wave_id = wave.id and item.code = theme.item and ${group}
      group by item.scale_min, item.scale_max
      union all
      select rollup.scale_min, rollup.scale_max, sum(rollup.n)::int, sum(rollup.sum)::float8, sum(rollup.sum_of_squares)::float8
      from level_rollup as rollup where theme.item is null and rollup.wave_id = wave.id and ${group}
      group by rollup.scale_min, rollup.scale_max) as sums`.execute(reader.engine.db)
  return Map.groupBy(rows, ({ themeId }) => themeId)
}
