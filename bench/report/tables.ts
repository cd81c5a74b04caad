// The figures as a person reads them.
import type { Measured } from '../measure.ts'
import { bars } from './bars.ts'

export interface Row {
  operation: string
  ours: Measured
  peer: Measured | null
  limit: Measured
}

export interface Note {
  what: string
  figure: string
  bar: string
  /** Null where it could not be measured. */
  met: boolean | null
}

const HEAD = [
  'operation',
  'product /s',
  'PostGraphile /s',
  'limit /s',
  '× peer',
  'bar',
  '× limit',
  'bar',
  'p50 ms',
  'p99 ms',
]

export function operationsTable(rows: readonly Row[]): string {
  const measured = new Set(rows.map(({ operation }) => operation))
  const others = Object.keys(bars).filter((operation) => !measured.has(operation))
  return table([HEAD, ...rows.map(cells), ...others.map(unmeasured)])
}

export function notesTable(notes: readonly Note[]): string {
  return table([
    ['besides', 'measured', 'bar', ''],
    ...notes.map(({ what, figure, bar, met }) => [what, figure, bar, met === null ? '' : met ? 'met' : 'MISSED']),
  ])
}

/** By how much the first is as fast as the second, by their medians. */
export function ratio(one: Measured, other: Measured): number {
  return one.median / other.median
}

/** Null where there is no peer, or where none of its requests ended within a round: that is no ratio. */
export function ratioToPeer({ ours, peer }: Row): number | null {
  return peer && peer.median > 0 ? ratio(ours, peer) : null
}

function cells(row: Row): string[] {
  const { operation, ours, peer, limit } = row
  const bar = bars[operation]
  const toPeer = ratioToPeer(row)
  return [
    operation,
    spread(ours),
    peer ? spread(peer) : '–',
    spread(limit),
    toPeer?.toFixed(2) ?? '–',
    bar?.peer ? (toPeer === null ? `not measured, ${bar.peer}` : judged(toPeer, bar.peer)) : '–',
    ratio(ours, limit).toFixed(2),
    bar ? judged(ratio(ours, limit), bar.limit) : '–',
    ours.p50.toFixed(1),
    ours.p99.toFixed(1),
  ]
}

function unmeasured(operation: string): string[] {
  const bar = bars[operation]
  const cell = (value: number | null | undefined) => (value ? String(value) : '–')
  return [operation, 'not measured', '–', '–', '–', cell(bar?.peer), '–', cell(bar?.limit), '–', '–']
}

function judged(value: number, bar: number): string {
  return `${value >= bar ? '≥' : 'MISSED'} ${bar}`
}

/** Median, with the slowest and the fastest round. */
export function spread({ median, min, max }: Measured): string {
  return `${Math.round(median)} (${Math.round(min)}–${Math.round(max)})`
}

export function table(rows: readonly string[][]): string {
  const [head = []] = rows
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  return [lines[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.slice(1)].join('\n')
}
