// The three parameters of quality management as gauges: conformity, satisfaction, cost.
import type { GaugeLevel } from '../../schema/trial-vocabulary.ts'

export interface GaugeFacts {
  lots: number
  conforming: number
  /** Mean mark from 1 to 5. */
  mean: number | null
  costIndex: string | null
  target: string | null
}

export interface Gauge {
  value: number
  level: GaugeLevel
}

export interface QualityGauges {
  conformity: Gauge | null
  satisfaction: Gauge | null
  cost: Gauge | null
}

/** Bounds are defaults of the product: what is reached is green, what is reached of the second amber. */
const bounds = { conformity: [95, 90], satisfaction: [4, 3] } as const
/** Above its target by up to so many percent, the cost is still amber: default of the product. */
const dearByPercent = 10

/**
 * QLT-03: percent of lots that conform, one place; mean satisfaction with the quality of products, two places; cost index, which
 * is red once it is over the target by more than a tenth. Null where there is nothing to judge.
 */
export function qualityGauges({ lots, conforming, mean, costIndex, target }: GaugeFacts): QualityGauges {
  return {
    conformity: lots === 0 ? null : reached(Math.round((conforming * 1_000) / lots) / 10, bounds.conformity),
    satisfaction: mean === null ? null : reached(Math.round(mean * 100) / 100, bounds.satisfaction),
    cost: costIndex === null || target === null ? null : costGauge(Number(costIndex), Number(target)),
  }
}

function reached(value: number, [green, amber]: readonly [number, number]): Gauge {
  return { value, level: value >= green ? 'green' : value >= amber ? 'amber' : 'red' }
}

function costGauge(value: number, target: number): Gauge {
  if (value <= target) return { value, level: 'green' }
  return { value, level: value * 100 <= target * (100 + dearByPercent) ? 'amber' : 'red' }
}
