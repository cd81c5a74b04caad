// Wave to wave, joined by what kept its code (SAT-01).
import type { Wording } from '../../schema/json.ts'
import { difference } from './difference.ts'
import { type Comparison, compareMeans } from './intervals.ts'
import { meanOf } from './moments.ts'
import { itemKey } from './overview.ts'
import type { Overview, TrendRow } from './overview-rows.ts'
import { generalLevel } from './satisfaction-index.ts'
import type { Tells } from './subtraction-guard.ts'

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
export function trendPoints({ trend, tells }: Overview): TrendPoint[] {
  const newestFirst = trend.toSorted((a, b) => Date.parse(b.opensAt) - Date.parse(a.opensAt))
  const lines = [...Map.groupBy(newestFirst, itemKey).values()].flatMap((line) =>
    changing(
      line.map((row) => point(row, row, meanOf(row), tells, itemKey(row))),
      (index) => comparisonAt(line, index, tells),
    ),
  )
  const marks = newestFirst.filter(({ kind }) => kind === 'rating')
  const levels = [...Map.groupBy(marks, ({ waveId }) => waveId).values()].flatMap((rows) => levelOf(rows, tells))
  return [...lines, ...changing(levels, () => null)]
}

const ofAll = { regionId: null, consumerType: null }

type Still = Omit<TrendPoint, 'change' | 'comparison'>

function levelOf(rows: readonly TrendRow[], tells: Tells): Still[] {
  const [first] = rows
  if (!first) return []
  const same = rows.filter(({ scaleMin, scaleMax }) => scaleMin === first.scaleMin && scaleMax === first.scaleMax)
  const n = Math.max(...same.map((row) => row.n))
  return [point(first, { item: null, wording: null, n }, generalLevel(same.map(meanOf)), tells, '')]
}

function point(
  { waveId, wave, opensAt }: TrendRow,
  { item, wording, n }: Pick<Still, 'item' | 'wording' | 'n'>,
  mean: number | null,
  tells: Tells,
  key: string,
): Still {
  const hidden = !tells({ ...ofAll, key, waveId, n })
  return { waveId, wave, opensAt, item, wording, n, hidden, mean: hidden ? null : mean }
}

function changing(line: readonly Still[], compare: (index: number) => Comparison | null): TrendPoint[] {
  return line.map((one, index) => ({
    ...one,
    change: difference(one.mean, line[index + 1]?.mean ?? null),
    comparison: compare(index),
  }))
}

function comparisonAt(line: readonly TrendRow[], index: number, tells: Tells): Comparison | null {
  const [row, before] = [line[index], line[index + 1]]
  if (!row || !before) return null
  const told = [row, before].every((one) => tells({ ...ofAll, key: itemKey(one), waveId: one.waveId, n: one.n }))
  if (!told) return null
  return compareMeans(row, before)
}
