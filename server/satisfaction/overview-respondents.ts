// Who answered, and how much of the market they buy (SAT-02).
import type { AnswerGrouping } from '../../schema/survey-vocabulary.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { coverageOf } from './coverage.ts'
import { groupsOf } from './overview.ts'
import type { Overview } from './overview-rows.ts'

export interface RespondentsRow {
  regionId: string | null
  consumerType: ConsumerType | null
  respondents: number
  share: number
  kilotonnes: number | null
  market: number | null
  coverage: number | null
}

/** Respondents and the volume they buy (SAT-02); covered is the volume of the whole region, whatever the type. */
export function respondentRows({ respondents, markets, tells }: Overview, by: AnswerGrouping): RespondentsRow[] {
  const known = new Map(markets.map(({ regionId, kilotonnes }) => [regionId, kilotonnes]))
  const whole = markets.length === 0 ? null : markets.reduce((sum, { kilotonnes }) => sum + kilotonnes, 0)
  const groups = groupsOf(respondents, by)
  const covered = coverageOf(
    groups.map(({ regionId, rows }) => ({
      group: '',
      respondents: rows.reduce((sum, row) => sum + row.respondents, 0),
      volume: rows.reduce((sum, row) => sum + row.kilotonnes, 0),
      segmentVolume: regionId === null ? whole : (known.get(regionId) ?? null),
    })),
  )
  return covered.map(({ respondents: n, share, volume, segmentVolume, coverage }, index) => {
    const place = { regionId: groups[index]?.regionId ?? null, consumerType: groups[index]?.consumerType ?? null }
    const told = tells({ ...place, key: '', n })
    return {
      ...place,
      respondents: n,
      share,
      kilotonnes: told ? volume : null,
      market: segmentVolume,
      coverage: told ? coverage : null,
    }
  })
}
