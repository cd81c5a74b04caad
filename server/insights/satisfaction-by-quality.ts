// Satisfaction as a function of quality (SAT-13): how it goes with conformity and with claims, over products or regions.
import type { Translations } from '../../schema/json.ts'
import { type Correlation, correlationOf } from '../satisfaction/intervals.ts'

/** One product or region, over the year before the wave. */
export interface QualitySums {
  key: string
  name: Translations
  respondents: number
  /** Mean of the indicators' means on the scale 1 to 5; null without answers. */
  satisfaction: number | null
  /** Delivered, and of those the ones that conform. */
  lots: number
  conforming: number
  tonnes: number
  claims: number
}

export interface QualityPoint extends QualitySums {
  /** Share of the delivered lots that conform, 0 to 1; null where nothing was delivered. */
  conformity: number | null
  claimsPer1000: number | null
}

export interface SatisfactionByQuality {
  points: QualityPoint[]
  /** Of satisfaction with conformity: above 0, the better the quality, the more content the customers. */
  conformity: Correlation | null
  /** Of satisfaction with claims per 1,000 t: below 0, the fewer claims, the more content the customers. */
  claims: Correlation | null
}

/**
 * Satisfaction held against conformity and against claims per 1,000 t delivered. Pearson's coefficient with Fisher's interval over the
 * points that have both values, each point counted once however many answered; null below three points, and where one side is the same
 * in all of them. The statement that satisfaction is a function of quality is document 004's; the measure is the default of the product.
 */
export function satisfactionByQuality(sums: readonly QualitySums[]): SatisfactionByQuality {
  const points = sums.map(pointOf)
  return {
    points,
    conformity: correlationOf(pairsOf(points, ({ conformity }) => conformity)),
    claims: correlationOf(pairsOf(points, ({ claimsPer1000 }) => claimsPer1000)),
  }
}

function pointOf(sums: QualitySums): QualityPoint {
  const { lots, conforming, tonnes, claims } = sums
  return {
    ...sums,
    conformity: lots === 0 ? null : conforming / lots,
    claimsPer1000: tonnes === 0 ? null : (claims * 1000) / tonnes,
  }
}

function pairsOf(points: readonly QualityPoint[], of: (point: QualityPoint) => number | null): [number, number][] {
  return points.flatMap((point): [number, number][] => {
    const value = of(point)
    return value === null || point.satisfaction === null ? [] : [[value, point.satisfaction]]
  })
}
