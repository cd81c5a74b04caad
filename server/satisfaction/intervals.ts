// How sure a figure is: intervals of 95 % for means, shares and correlations, and the comparison of two means.

import { boundedCache } from '../core/bounded-cache.ts'
import { normalQuantile, studentQuantile, twoSidedT } from './distributions.ts'
import { deviationOf, type Moments, meanOf } from './moments.ts'

export interface Interval {
  low: number
  high: number
}

const RESAMPLES = 2_000
const Z = normalQuantile(0.975)

/** From so many answers on the bootstrap and the normal distribution tell no different interval. */
const MANY = 400

/**
 * Percentile bootstrap of the mean (Efron 1979): 2,000 resamples of the rounded answers around the exact mean, always of the same
 * random series, so that the same answers give the same interval; from 400 answers on the normal approximation. Null below two answers.
 */
export function meanInterval(moments: Moments, lowest: number): Interval | null {
  const mean = meanOf(moments)
  if (mean === null || moments.n < 2) return null
  if (moments.n >= MANY) return around(mean, Z * standardError(moments))
  const key = `${lowest} ${moments.sum} ${moments.counts.join()}`
  const known = intervals.get(key)
  if (known) return known
  const interval = resampled(moments, mean, lowest)
  intervals.set(key, interval)
  return interval
}

/** Reports ask for the same intervals again until an answer comes in. */
const intervals = boundedCache<string, Interval>(5_000)

function resampled({ n, counts }: Moments, mean: number, lowest: number): Interval {
  const values = counts.flatMap((count, index) => Array.from({ length: count }, () => lowest + index))
  const shift = mean - values.reduce((sum, value) => sum + value, 0) / n
  const random = seriesOf(n)
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0
    for (let index = 0; index < n; index++) sum += values[Math.floor(random() * n)] ?? 0
    return sum / n + shift
  }).sort((a, b) => a - b)
  return { low: quantile(means, 0.025), high: quantile(means, 0.975) }
}

/**
 * Student's interval of a mean of respondents' own means (Student 1908), cut to the scale: a general level has no counted answers to
 * resample. `mean`: where it lies. Null below two respondents.
 */
export function levelInterval(moments: Spread, mean: number, scale: { min: number; max: number }): Interval | null {
  if (moments.n < 2) return null
  const { low, high } = around(mean, studentQuantile(moments.n - 1) * standardError(moments))
  return { low: Math.max(scale.min, low), high: Math.min(scale.max, high) }
}

function around(middle: number, half: number): Interval {
  return { low: middle - half, high: middle + half }
}

function standardError(moments: Spread): number {
  return (deviationOf(moments) ?? 0) / Math.sqrt(moments.n)
}

/** Wilson's score interval of a share (Wilson 1927), 0 to 1. Null without cases. */
export function shareInterval(hits: number, n: number): Interval | null {
  if (n === 0) return null
  const share = hits / n
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n)
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

export interface Correlation {
  n: number
  /** Pearson's coefficient, −1 to 1. */
  r: number
  /** By Fisher's transformation; null below four pairs. */
  interval: Interval | null
}

/** Pearson's correlation of pairs. Null below three pairs, and where one side never varies. */
export function correlationOf(pairs: readonly (readonly [number, number])[]): Correlation | null {
  const n = pairs.length
  if (n < 3) return null
  const [meanX, meanY] = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + (pair[side] ?? 0), 0) / n)
  let [xy, xx, yy] = [0, 0, 0]
  for (const [x, y] of pairs) {
    xy += (x - (meanX ?? 0)) * (y - (meanY ?? 0))
    xx += (x - (meanX ?? 0)) ** 2
    yy += (y - (meanY ?? 0)) ** 2
  }
  if (xx === 0 || yy === 0) return null
  return correlationFrom(n, xy / Math.sqrt(xx * yy))
}

/** A coefficient of `n` pairs with its interval. */
export function correlationFrom(n: number, r: number): Correlation {
  if (n < 4 || Math.abs(r) >= 1) return { n, r, interval: null }
  const { low, high } = around(Math.atanh(r), Z / Math.sqrt(n - 3))
  return { n, r, interval: { low: Math.tanh(low), high: Math.tanh(high) } }
}

/** Moments without the distribution. */
export type Spread = Pick<Moments, 'n' | 'sum' | 'sumOfSquares'>

export interface Comparison {
  /** First mean less second. */
  difference: number
  /** Two-sided. */
  p: number
  /** Below 0.05. */
  significant: boolean
}

/**
 * Welch's t-test of two means with unequal variances (Welch 1947). Null where a group has fewer than two answers, or neither varies.
 */
export function compareMeans(a: Spread, b: Spread): Comparison | null {
  const [meanA, meanB, deviationA, deviationB] = [meanOf(a), meanOf(b), deviationOf(a), deviationOf(b)]
  if (meanA === null || meanB === null || deviationA === null || deviationB === null) return null
  const [varianceA, varianceB] = [deviationA ** 2 / a.n, deviationB ** 2 / b.n]
  const variance = varianceA + varianceB
  if (variance === 0) return null
  const freedom = variance ** 2 / (varianceA ** 2 / (a.n - 1) + varianceB ** 2 / (b.n - 1))
  const p = twoSidedT((meanA - meanB) / Math.sqrt(variance), freedom)
  return { difference: meanA - meanB, p, significant: p < 0.05 }
}

/** Linear interpolation between sorted values (type 7). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN]
  return low + (high - low) * (place - Math.floor(place))
}

/** Numbers from 0 to below 1 of a fixed series (mulberry32). */
function seriesOf(seed: number): () => number {
  let state = (seed * 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
