// Rounds: everybody in turn, again and again, so that what the machine does meanwhile falls on all alike; the median counts.
import { runLoad } from './load/run-load.ts'
import type { Script } from './load/script.ts'
import type { LoadResult } from './load/worker.ts'
import type { Contestant } from './servers/contestants.ts'

export interface Pace {
  rounds: number
  /** Of each round; the first fifth is not counted. */
  ms: number
  clients: number
}

/** One who takes part: runs for a while and says how it went. */
export type Run = (pace: Pace) => Promise<LoadResult>

export interface Measured {
  /** Per second, one per round. */
  perSecond: number[]
  median: number
  min: number
  max: number
  /** Medians, in milliseconds. */
  p50: number
  p99: number
}

/** Load on one server, or spread over several; a script of steps goes on where its last round ended. */
export function loadOn(contestants: readonly Contestant[], script: Script): Run {
  let current = script
  return async ({ ms, clients }) => {
    const targets = contestants.map(({ target }) => target)
    const result = await runLoad({ targets, script: current, clients, warmMs: ms * 0.2, ms: ms * 0.8 })
    if (result.cases && current.kind === 'steps') current = { ...current, cases: result.cases }
    return result
  }
}

export async function measure<N extends string>(runs: Record<N, Run>, pace: Pace): Promise<Record<N, Measured>> {
  const names = Object.keys(runs) as N[]
  const results = new Map<N, LoadResult[]>(names.map((name) => [name, []]))
  // The first round warms plans and caches and is thrown away.
  for (let round = -1; round < pace.rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + 1) % names.length] as N
      const result = await runs[name](pace)
      if (result.failed > 0) throw new Error(`${name} failed ${result.failed} times, first with ${result.firstFailure}`)
      if (round >= 0) results.get(name)?.push(result)
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(results.get(name) ?? [])])) as Record<N, Measured>
}

function summary(results: readonly LoadResult[]): Measured {
  const perSecond = results.map((result) => result.perSecond)
  return {
    perSecond,
    median: median(perSecond),
    min: Math.min(...perSecond),
    max: Math.max(...perSecond),
    p50: median(results.map(({ p50 }) => p50)),
    p99: median(results.map(({ p99 }) => p99)),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = low] = sorted.length % 2 ? [sorted[middle]] : sorted.slice(middle - 1, middle + 1)
  return (low + high) / 2
}
