// Customers sorted by what they contribute, and where 80 % of it is reached.
import type { ParetoClass } from '../../schema/account-vocabulary.ts'
import { percentOf } from './completeness.ts'

export interface ParetoLine<T> {
  row: T
  /** Percent of the whole, with all before it. */
  cumulative: number
  class: ParetoClass
}

const BOUNDARY = 80
/** Of all customers, in percent, that the principle speaks of. */
const FEW = 20

/**
 * Rows by contribution, the largest first. The vital few are those needed to reach 80 % of the sum; the principle is confirmed
 * where the first fifth of the rows brings that much (ACC-09). `share`: percent that this fifth brings, null without contributions.
 */
export function pareto<T>(
  rows: readonly T[],
  contribution: (row: T) => number,
): { lines: ParetoLine<T>[]; share: number | null; confirmed: boolean } {
  const sorted = rows.toSorted((a, b) => contribution(b) - contribution(a))
  const whole = sorted.reduce((sum, row) => sum + contribution(row), 0)
  const lines: ParetoLine<T>[] = []
  let sum = 0
  for (const row of sorted) {
    const before = percentOf(sum, whole) ?? 100
    sum += contribution(row)
    lines.push({ row, cumulative: percentOf(sum, whole) ?? 0, class: before < BOUNDARY ? 'vitalFew' : 'usefulMany' })
  }
  const few = Math.max(1, Math.round((rows.length * FEW) / 100))
  const share = whole === 0 ? null : (lines[few - 1]?.cumulative ?? null)
  return { lines, share, confirmed: share !== null && share >= BOUNDARY }
}
