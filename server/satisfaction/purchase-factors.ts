// What decides a purchase and how content the respondents are with it (SAT-05, Fig. 2): importance against satisfaction.

import type { Quadrant } from '../../schema/survey-vocabulary.ts'

export interface Factor {
  factor: string
  /** Respondents who named it as deciding. */
  chosen: number
  respondents: number
  /** Mean of its indicator, where it has one. */
  satisfaction: number | null
}

export interface PlacedFactor extends Factor {
  /** Named by ÷ respondents, 0 to 1. */
  importance: number
  /** Null without a satisfaction. */
  quadrant: Quadrant | null
}

/**
 * Important is what at least half of the respondents name; content is a mean at or above the threshold (3.5 on the scale 1 to 5 by
 * default of the product). Important and not content: improve first (importance–performance analysis, Martilla and James 1977).
 */
export function placeFactors(factors: readonly Factor[], threshold = 3.5): PlacedFactor[] {
  return factors
    .map((factor) => {
      const importance = factor.respondents === 0 ? 0 : factor.chosen / factor.respondents
      return { ...factor, importance, quadrant: quadrantOf(importance >= 0.5, factor.satisfaction, threshold) }
    })
    .sort((a, b) => b.importance - a.importance || a.factor.localeCompare(b.factor, 'en'))
}

export function quadrantOf(important: boolean, satisfaction: number | null, threshold: number): Quadrant | null {
  if (satisfaction === null) return null
  if (satisfaction >= threshold) return important ? 'keepUp' : 'enough'
  return important ? 'improveFirst' : 'watch'
}
