// Reads how many answered in each smallest group, for those to whom small groups are not told.
import { sql } from 'kysely'
import { answerScope } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'
import { chosenWaves, mostWaves, type OverviewFilter } from './overview-filter.ts'
import { type Cell, type Tells, tellsApart } from './subtraction-guard.ts'

/** What may be told of the figures of a filter; of the waves chosen, and of those that a trend goes back to. */
export async function readTells(reader: Reader, filter: OverviewFilter): Promise<Tells> {
  const { rows } = await sql<{ waves: string[]; cells: Cell[] }>`
    with wave as materialized (${chosenWaves(filter)}),
    line as (select id from wave union (select survey_wave.id from survey_wave
      join questionnaire_version on questionnaire_version.id = survey_wave.version_id
      where survey_wave.respondents = 'customers' and questionnaire_version.questionnaire_id in (select questionnaire_id from wave)
      order by survey_wave.opens_at desc limit ${sql.lit(mostWaves)})),
    cell as (
      select wave_id as "waveId", '' as key, region_id as "regionId", consumer_type as "consumerType", respondents as n
      from respondent_rollup as rollup where wave_id in (select id from line) and ${answerScope('rollup.region_id', reader.viewer)}
      union all
      select rollup.wave_id, concat_ws(' ', item.code, item.kind, item.scale_min, item.scale_max), rollup.region_id, rollup.consumer_type, rollup.n
      from satisfaction_rollup as rollup join survey_item as item on item.id = rollup.item_id
      where rollup.wave_id in (select id from line) and ${answerScope('rollup.region_id', reader.viewer)}
      union all
      select rollup.wave_id, concat_ws(' ', item.code, item.kind), rollup.region_id, rollup.consumer_type, rollup.n
      from option_rollup as rollup join survey_item as item on item.id = rollup.item_id
      where rollup.option = '' and rollup.wave_id in (select id from line) and ${answerScope('rollup.region_id', reader.viewer)})
    select (select coalesce(json_agg(id), '[]') from wave) as waves, (select coalesce(json_agg(cell), '[]') from cell) as cells`.execute(
    reader.engine.db,
  )
  return tellsApart(rows[0]?.cells ?? [], rows[0]?.waves ?? [], filter)
}
