// The figures as programs read them: bench/results/latest.json.
import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { BENCH, PEER } from '../servers/contestants.ts'
import { type Note, type Row, ratio, ratioToPeer } from './tables.ts'

export interface Results {
  postgresql: string
  world: Record<string, number>
  rows: readonly Row[]
  rssMiB: number | null
  notes: readonly Note[]
}

export async function writeResults({ postgresql, world, rows, rssMiB, notes }: Results): Promise<string> {
  const path = join(BENCH, 'results/latest.json')
  const content = {
    date: new Date().toISOString(),
    versions: {
      product: commit(),
      node: process.version,
      postgresql,
      postgraphile: await peerVersion(),
      machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}`,
    },
    world,
    rows: rows.map(({ operation, ours, peer, limit }) => ({
      operation,
      oursPerSecond: ours.median,
      peerPerSecond: peer?.median ?? null,
      limitPerSecond: limit.median,
      ratioPeer: ratioToPeer({ operation, ours, peer, limit }),
      ratioLimit: ratio(ours, limit),
      p50: ours.p50,
      p99: ours.p99,
      rssMiB,
      rounds: { ours: ours.perSecond, peer: peer?.perSecond ?? null, limit: limit.perSecond },
    })),
    notes,
  }
  await mkdir(join(BENCH, 'results'), { recursive: true })
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`)
  return path
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { cwd: BENCH, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

async function peerVersion(): Promise<string> {
  const text = await readFile(join(PEER, 'node_modules/postgraphile/package.json'), 'utf8').catch(() => '{}')
  return (JSON.parse(text) as { version?: string }).version ?? 'not installed'
}
