// The order in which respondents put the factors of a purchase (SAT-06, Table 3).

/** A respondent's ranks by factor, 1 the most important. */
export type Ranking = Readonly<Record<string, number>>

export interface RankedFactor {
  factor: string
  n: number
  meanRank: number
  firstPlaces: number
  /** From 1; factors that share mean rank and first places share the place, and the next one is left out. */
  place: number
}

/** Ascending by mean rank over those who ranked the factor; equal means by first places, more first. */
export function rankFactors(rankings: readonly Ranking[]): RankedFactor[] {
  const factors = [...new Set(rankings.flatMap((ranking) => Object.keys(ranking)))]
  return placeRanked(factors.map((factor) => figuresOf(factor, rankings)))
}

/** The same from what is known of each factor. */
export function placeRanked(factors: readonly Figures[]): RankedFactor[] {
  const sorted = factors.toSorted((a, b) => order(a, b) || a.factor.localeCompare(b.factor, 'en'))
  return sorted.map((figures) => ({ ...figures, place: 1 + sorted.findIndex((other) => order(other, figures) === 0) }))
}

type Figures = Omit<RankedFactor, 'place'>

function figuresOf(factor: string, rankings: readonly Ranking[]): Figures {
  const ranks = rankings.flatMap((ranking) => ranking[factor] ?? [])
  return {
    factor,
    n: ranks.length,
    meanRank: ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length,
    firstPlaces: ranks.filter((rank) => rank === 1).length,
  }
}

function order(a: Figures, b: Figures): number {
  return a.meanRank - b.meanRank || b.firstPlaces - a.firstPlaces
}
