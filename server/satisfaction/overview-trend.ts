// Wave to wave, joined by what kept its code (SAT-01).
import type { Wording } from '../../schema/json.ts'
import { fewest } from './few-answers.ts'
import { type Comparison, compareMeans } from './intervals.ts'
import { meanOf } from './moments.ts'
import { difference, itemKey } from './overview.ts'
import type { Overview, TrendRow } from './overview-rows.ts'
import { generalLevel } from './satisfaction-index.ts'

export interface TrendPoint {
  waveId: string
  wave: string
  opensAt: string
  /** Null: the general level. */
  item: string | null
  wording: Wording | null
  n: number
  hidden: boolean
  mean: number | null
  /** Less the mean of the wave before that asked the same. */
  change: number | null
  /** The test of that change; of the level there is none. */
  comparison: Comparison | null
}

/** Wave to wave, the newest first: each item that kept its code, kind and scale, then the general level of those on one scale. */
export function trendPoints({ trend, hides }: Overview): TrendPoint[] {
  const newestFirst = trend.toSorted((a, b) => Date.parse(b.opensAt) - Date.parse(a.opensAt))
  const lines = [...Map.groupBy(newestFirst, itemKey).values()].flatMap((line) =>
    changing(
      line.map((row) => point(row, row, meanOf(row), hides)),
      (index) => comparisonAt(line, index, hides),
    ),
  )
  const marks = newestFirst.filter(({ kind }) => kind === 'rating')
  const levels = [...Map.groupBy(marks, ({ waveId }) => waveId).values()].flatMap((rows) => levelOf(rows, hides))
  return [...lines, ...changing(levels, () => null)]
}

type Still = Omit<TrendPoint, 'change' | 'comparison'>

function levelOf(rows: readonly TrendRow[], hides: boolean): Still[] {
  const [first] = rows
  if (!first) return []
  const same = rows.filter(({ scaleMin, scaleMax }) => scaleMin === first.scaleMin && scaleMax === first.scaleMax)
  const n = Math.max(...same.map((row) => row.n))
  return [point(first, { item: null, wording: null, n }, generalLevel(same.map(meanOf)), hides)]
}

function point(
  { waveId, wave, opensAt }: TrendRow,
  { item, wording, n }: Pick<Still, 'item' | 'wording' | 'n'>,
  mean: number | null,
  hides: boolean,
): Still {
  const hidden = hides && n < fewest
  return { waveId, wave, opensAt, item, wording, n, hidden, mean: hidden ? null : mean }
}

function changing(line: readonly Still[], compare: (index: number) => Comparison | null): TrendPoint[] {
  return line.map((one, index) => ({
    ...one,
    change: difference(one.mean, line[index + 1]?.mean ?? null),
    comparison: compare(index),
  }))
}

function comparisonAt(line: readonly TrendRow[], index: number, hides: boolean): Comparison | null {
  const [row, before] = [line[index], line[index + 1]]
  if (!row || !before || (hides && Math.min(row.n, before.n) < fewest)) return null
  return compareMeans(row, before)
}
