// What became of an indicator from the wave that a theme rests on to the next one.
import { type Comparison, compareMeans, type Interval, levelInterval, type Spread } from './intervals.ts'
import { meanOf } from './moments.ts'

export interface MeasuredSide extends Spread {
  waveId: string
  wave: string
  scaleMin: number
  scaleMax: number
}

export interface ThemeMean {
  waveId: string
  wave: string
  n: number
  hidden: boolean
  mean: number | null
  interval: Interval | null
}

export interface ThemeEffect {
  before: ThemeMean | null
  /** Null until the next wave has answers. */
  after: ThemeMean | null
  change: number | null
  comparison: Comparison | null
}

/**
 * Means with Student's intervals (Student 1908) and Welch's test of their difference (Welch 1947). `fewest`: with fewer answers a mean is
 * not told. Nothing is compared across scales.
 */
export function themeEffect(before: MeasuredSide | null, after: MeasuredSide | null, fewest: number): ThemeEffect {
  const same = before && after && before.scaleMin === after.scaleMin && before.scaleMax === after.scaleMax
  const [first, second] = [sideOf(before, fewest), sideOf(same || !before ? after : null, fewest)]
  const told = same && first?.mean != null && second?.mean != null
  const change = told ? (second?.mean ?? 0) - (first?.mean ?? 0) : null
  return { before: first, after: second, change, comparison: told ? compareMeans(after, before) : null }
}

function sideOf(side: MeasuredSide | null, fewest: number): ThemeMean | null {
  if (!side) return null
  const { waveId, wave, n } = side
  const mean = meanOf(side)
  if (n < fewest || mean === null) return { waveId, wave, n, hidden: n > 0 && n < fewest, mean: null, interval: null }
  const interval = levelInterval(side, mean, { min: side.scaleMin, max: side.scaleMax })
  return { waveId, wave, n, hidden: false, mean, interval }
}
