// The net promoter score (SAT-09).

export interface PromoterScore {
  n: number
  promoters: number
  passives: number
  detractors: number
  /** Percent of promoters less percent of detractors, −100 to 100, not rounded. */
  score: number
}

/** By value, not rounded: 9 and above promotes, 6 and below detracts. */
export function promoterClass(value: number): 'promoter' | 'passive' | 'detractor' {
  return value >= 9 ? 'promoter' : value <= 6 ? 'detractor' : 'passive'
}

/**
 * The score of answers on the scale 0 to 10 (field standard, Reichheld 2003; the source documents name NPS without its formula). Null
 * without answers. Refuses (RangeError) answers outside of 0 to 10: on another scale it is not computed.
 */
export function promoterScore(values: readonly number[]): PromoterScore | null {
  const counts = { promoter: 0, passive: 0, detractor: 0 }
  for (const value of values) {
    if (!(value >= 0 && value <= 10)) throw new RangeError(`${value} is not on the scale from 0 to 10`)
    counts[promoterClass(value)]++
  }
  return scoreOf(counts.promoter, counts.passive, counts.detractor)
}

/** The score of counted answers. Null without answers. */
export function scoreOf(promoters: number, passives: number, detractors: number): PromoterScore | null {
  const n = promoters + passives + detractors
  return n === 0 ? null : { n, promoters, passives, detractors, score: (100 * (promoters - detractors)) / n }
}
