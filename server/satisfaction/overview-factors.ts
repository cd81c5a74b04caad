// What decides a purchase: how often each factor was named, how it was ranked, and how content the respondents are with it (SAT-05, SAT-06).
import type { Wording } from '../../schema/json.ts'
import type { Quadrant } from '../../schema/survey-vocabulary.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { placeRanked, type RankedFactor } from './factor-ranking.ts'
import { markFigures, ratings } from './overview.ts'
import type { OptionRow, Overview } from './overview-rows.ts'
import { placeFactors } from './purchase-factors.ts'

export interface FactorRow {
  factor: string
  wording: Wording
  /** Null: both types. */
  consumerType: ConsumerType | null
  /** Respondents who were asked what decides. */
  n: number
  hidden: boolean
  chosen: number | null
  /** Share of them who named it, 0 to 1. */
  importance: number | null
  satisfaction: number | null
  quadrant: Quadrant | null
  rankedBy: number
  meanRank: number | null
  firstPlaces: number | null
  /** Place in the order of mean ranks, from 1; ties share it. */
  place: number | null
}

/**
 * One row for each factor and consumer type asked for. Its satisfaction is the mean of the rating item with the factor's code; without one
 * it has no quadrant. Sorted by importance, then by place.
 */
export function factorRows(overview: Overview, consumerType: ConsumerType | null): FactorRow[] {
  const ofType = (row: { consumerType: ConsumerType | null }) =>
    consumerType === null || row.consumerType === consumerType
  const options = overview.options.filter(ofType)
  const choices = options.filter(({ kind }) => kind === 'choices')
  const rankings = options.filter(({ kind }) => kind === 'ranking')
  const respondents = countOf(choices, '')
  const marks = markFigures(overview, consumerType ? 'consumerType' : 'all', ratings(overview).filter(ofType))
  const wordings = new Map(
    [...choices, ...rankings].flatMap(({ options: all }) => all.map((one) => [one.code, one.wording])),
  )
  const ranked = placesOf(rankings)
  const tellsOf = ([row]: readonly OptionRow[], n: number) =>
    overview.tells({ key: row ? `${row.item} ${row.kind}` : '', regionId: null, consumerType, n })
  const placed = placeFactors(
    [...wordings.keys()].map((factor) => ({
      factor,
      chosen: countOf(choices, factor),
      respondents,
      satisfaction: marks.find(({ item }) => item === factor)?.mean ?? null,
    })),
  )
  return placed.map(({ factor, chosen, importance, satisfaction, quadrant }) => {
    const rank = ranked.get(factor)
    const few = !tellsOf(choices, respondents)
    const fewRanked = !tellsOf(rankings, rank?.n ?? 0)
    const asked = respondents > 0 && !few
    return {
      factor,
      wording: wordings.get(factor) ?? {},
      consumerType,
      n: respondents,
      hidden: few,
      chosen: asked ? chosen : null,
      importance: asked ? importance : null,
      satisfaction,
      quadrant: asked ? quadrant : null,
      rankedBy: rank?.n ?? 0,
      meanRank: rank && !fewRanked ? rank.meanRank : null,
      firstPlaces: rank && !fewRanked ? rank.firstPlaces : null,
      place: rank && !fewRanked ? rank.place : null,
    }
  })
}

function countOf(rows: readonly OptionRow[], option: string): number {
  return rows.filter((row) => row.option === option).reduce((sum, { n }) => sum + n, 0)
}

function placesOf(rows: readonly OptionRow[]): Map<string, RankedFactor> {
  const sums = [...Map.groupBy(rows, ({ option }) => option)].flatMap(([factor, ofFactor]) => {
    if (factor === '') return []
    const sum = (of: (row: OptionRow) => number) => ofFactor.reduce((total, row) => total + of(row), 0)
    const n = sum((row) => row.n)
    return [{ factor, n, meanRank: sum((row) => row.rankSum) / n, firstPlaces: sum((row) => row.firstPlaces) }]
  })
  return new Map(placeRanked(sums).map((ranked) => [ranked.factor, ranked]))
}
