// What is kept of the answers to one item in one group of respondents, so that every figure can be had without the answers.

/** The points an item's answers lie between, both reachable. */
export interface Scale {
  min: number
  max: number
  /** Answers may lie between the points, like 8.2. */
  decimals?: boolean
}

/**
 * Count and sums of the answers; `counts[i]` is how many answers, rounded half up, are the scale's lowest point plus i. `top` counts
 * answers by value, not rounded: the two highest points, and on a scale with decimals the two highest unit steps (8 to 10 of 0 to 10).
 */
export interface Moments {
  n: number
  sum: number
  sumOfSquares: number
  top: number
  counts: readonly number[]
}

export const noAnswers: Moments = { n: 0, sum: 0, sumOfSquares: 0, top: 0, counts: [] }

/** The moments of answers on one scale. Refuses (RangeError) an answer outside of it: scales are never mixed. */
export function momentsOf(values: readonly number[], scale: Scale): Moments {
  const counts = Array.from({ length: scale.max - scale.min + 1 }, () => 0)
  let [sum, sumOfSquares, top] = [0, 0, 0]
  for (const value of values) {
    if (!(value >= scale.min && value <= scale.max)) {
      throw new RangeError(`${value} is not on the scale from ${scale.min} to ${scale.max}`)
    }
    sum += value
    sumOfSquares += value * value
    if (value >= scale.max - (scale.decimals ? 2 : 1)) top++
    const bucket = Math.round(value) - scale.min
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  return { n: values.length, sum, sumOfSquares, top, counts }
}

/** The moments of two groups that have no answer in common, on the same scale. */
export function together(a: Moments, b: Moments): Moments {
  const length = Math.max(a.counts.length, b.counts.length)
  return {
    n: a.n + b.n,
    sum: a.sum + b.sum,
    sumOfSquares: a.sumOfSquares + b.sumOfSquares,
    top: a.top + b.top,
    counts: Array.from({ length }, (_, index) => (a.counts[index] ?? 0) + (b.counts[index] ?? 0)),
  }
}

/** The arithmetic mean; null without answers: no data is never 0. */
export function meanOf({ n, sum }: Pick<Moments, 'n' | 'sum'>): number | null {
  return n === 0 ? null : sum / n
}

/** The standard deviation of the sample (divisor n − 1); null below two answers. */
export function deviationOf({ n, sum, sumOfSquares }: Pick<Moments, 'n' | 'sum' | 'sumOfSquares'>): number | null {
  if (n < 2) return null
  return Math.sqrt(Math.max(0, (sumOfSquares - (sum * sum) / n) / (n - 1)))
}

/** The share of answers within the two highest points of the scale (top-2-box), 0 to 1; null without answers. */
export function topShareOf({ n, top }: Moments): number | null {
  return n === 0 ? null : top / n
}
