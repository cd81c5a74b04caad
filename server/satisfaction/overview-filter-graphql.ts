// Which answers are meant, as it is asked in the graph.
import { builder } from '../graphql/builder.ts'
import { filterKey } from '../graphql/node.ts'
import { ConsumerType, Instrument } from '../graphql/words.ts'
import { mostWaves, type OverviewFilter } from './overview-filter.ts'

export const SatisfactionFilter = builder.inputType('SatisfactionFilter', {
  description: 'Which answers of customers; without waves and period, those of the newest wave that has any.',
  fields: (t) => ({
    waveIds: t.idList({ description: `Of these waves; at most ${mostWaves}.` }),
    openedFrom: t.field({ type: 'DateTime', description: 'Of waves opened then or later.' }),
    openedBefore: t.field({ type: 'DateTime', description: 'Of waves opened before then.' }),
    instrument: t.field({ type: Instrument, description: 'Asked by this instrument; `steelWorks` unless said.' }),
    regionIds: t.idList({ description: 'From these regions.' }),
    consumerTypes: t.field({ type: [ConsumerType], description: 'Of customers of these types.' }),
  }),
})

/** The filter with keys in the place of ids. @throws GraphQLError with code BAD_INPUT for an id of another type. */
export function overviewFilterOf(filter: typeof SatisfactionFilter.$inferInput | null | undefined): OverviewFilter {
  const keys = (type: string, ids: readonly (string | number)[] | null | undefined, field: string) =>
    ids?.slice(0, 100).flatMap((id) => filterKey(type, String(id), `filter.${field}`) ?? [])
  return {
    ...filter,
    waveIds: keys('SurveyWave', filter?.waveIds, 'waveIds')?.slice(0, mostWaves) ?? null,
    regionIds: keys('Region', filter?.regionIds, 'regionIds') ?? null,
  }
}
