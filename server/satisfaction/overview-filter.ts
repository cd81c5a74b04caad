// Which answers figures are made of: waves, regions and consumer types, within what the viewer may see.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Instrument } from '../../schema/survey-vocabulary.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { answerScope } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'

export interface OverviewFilter {
  /** Keys; where there are none and no period, the newest wave with answers. */
  waveIds?: readonly string[] | null
  openedFrom?: Date | null
  openedBefore?: Date | null
  /** The works' own questionnaire unless said. */
  instrument?: Instrument | null
  regionIds?: readonly string[] | null
  consumerTypes?: readonly ConsumerType[] | null
}

/** No more waves are read at once; a line of a trend has no more points. */
export const mostWaves = 24

/** Keys of the waves that the filter means, the newest first. */
export function chosenWaves(filter: OverviewFilter): RawBuilder<unknown> {
  const { waveIds, openedFrom, openedBefore } = filter
  const ofInstrument = sql`questionnaire.instrument = ${filter.instrument ?? 'steelWorks'}`
  const period = openedFrom || openedBefore
  const which = waveIds?.length
    ? sql`survey_wave.id = any(${waveIds})`
    : period
      ? sql`${ofInstrument} and survey_wave.opens_at >= coalesce(${openedFrom ?? null}::timestamptz, '-infinity')
          and survey_wave.opens_at < coalesce(${openedBefore ?? null}::timestamptz, 'infinity')`
      : ofInstrument
  const limit = waveIds?.length || period ? mostWaves : 1
  return sql`select survey_wave.id, survey_wave.name, survey_wave.opens_at, survey_wave.version_id, survey_wave.invited, questionnaire_version.questionnaire_id
    from survey_wave
    join questionnaire_version on questionnaire_version.id = survey_wave.version_id
    join questionnaire on questionnaire.id = questionnaire_version.questionnaire_id
    where survey_wave.respondents = 'customers' and ${which}
      and exists (select from respondent_rollup where respondent_rollup.wave_id = survey_wave.id)
    order by survey_wave.opens_at desc, survey_wave.id limit ${sql.lit(limit)}`
}

/** Condition on a table with region and consumer type: those asked for. */
export function groupsAsked(table: string, { regionIds, consumerTypes }: OverviewFilter): RawBuilder<SqlBool> {
  const inRegions = regionIds?.length ? sql`${sql.ref(`${table}.region_id`)} = any(${regionIds})` : sql`true`
  const ofTypes = consumerTypes?.length ? sql`${sql.ref(`${table}.consumer_type`)} = any(${consumerTypes})` : sql`true`
  return sql<SqlBool>`${inRegions} and ${ofTypes}`
}

/** The same, of the regions whose figures the viewer may see. */
export function groupsMeant(table: string, { viewer }: Reader, filter: OverviewFilter): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${groupsAsked(table, filter)} and ${answerScope(`${table}.region_id`, viewer)})`
}
