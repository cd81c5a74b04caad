// The figures as a person reads them, and as programs do: test/faults/results/latest.json.
import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { table } from '../../bench/report/tables.ts'
import type { FaultRow, Figure } from './fault-row.ts'

export interface FaultResult {
  row: FaultRow
  size: number
  seconds: number
  figures: readonly Figure[]
  /** Why it was left out, or how it broke off. */
  leftOut: string | null
  broken: string | null
}

const RESULTS = join(import.meta.dirname, 'results')
const FOUND_SHOWN = 3
const FOUND_WIDTH = 300

export function held({ figures, broken }: FaultResult): boolean {
  return broken === null && figures.every(({ met }) => met)
}

export function faultTable(results: readonly FaultResult[]): string {
  return table([['fault', 'figure', 'measured', 'bar', ''], ...results.flatMap(lines)])
}

/** What was found where nothing should be. */
export function findingsText(results: readonly FaultResult[]): string {
  return results
    .flatMap(({ row, figures, broken }) => [
      ...(broken ? [`${row.name} broke off: ${broken}`] : []),
      ...figures.flatMap(({ what, found = [] }) =>
        found.slice(0, FOUND_SHOWN).map((one) => `${row.name}, ${what}: ${one.slice(0, FOUND_WIDTH)}`),
      ),
    ])
    .join('\n')
}

export async function writeFaults(results: readonly FaultResult[]): Promise<string> {
  const path = join(RESULTS, 'latest.json')
  const content = {
    date: new Date().toISOString(),
    versions: { product: commit(), node: process.version, machine: `${cpus().length} × ${cpus()[0]?.model}` },
    loadAverage: loadavg()[0],
    rows: results.map(({ row, size, seconds, figures, leftOut, broken }) => ({
      name: row.name,
      fault: row.fault,
      ...(row.size ? { [row.size.unit]: size } : {}),
      seconds,
      leftOut,
      broken,
      figures,
    })),
  }
  await mkdir(RESULTS, { recursive: true })
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`)
  return path
}

function lines({ row, size, seconds, figures, leftOut, broken }: FaultResult): string[][] {
  const sized = row.size ? `, ${size.toLocaleString('en')} ${row.size.unit}` : ''
  const head = `${row.fault}${sized} [${row.name}, ${Math.round(seconds)} s]`
  if (leftOut) return [[head, leftOut, '', '', 'left out']]
  if (broken) return [[head, 'broke off', '', '', 'MISSED']]
  return figures.map(({ what, measured, bar, met }, index) => {
    const judged = bar ? 'met' : ''
    return [index === 0 ? head : '', what, measured, bar, met ? judged : 'MISSED']
  })
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    }).trim()
  } catch {
    return 'unknown'
  }
}
