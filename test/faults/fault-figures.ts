// The checker's findings as figures beside their bars.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { check } from './fault-checker.ts'
import type { Delivered } from './fault-client.ts'
import { type Figure, none, told } from './fault-row.ts'

/** What holds after every fault: nothing acknowledged is lost, nothing doubled, every history whole and followed by its case. */
export async function soundness(owner: Kysely<Database>, delivered: readonly Delivered[]): Promise<Figure[]> {
  const findings = await check(owner, delivered)
  return [
    told('commands acknowledged', findings.acknowledged),
    told('of them sent more than once', findings.resent),
    told('refused', findings.refused),
    none('acknowledged lost', findings.lost),
    none('duplicate effects', findings.duplicates),
    none('history gaps', findings.gaps),
    none('clocks fired twice', findings.firedTwice),
    none(`differences between ${findings.replayed} states and their histories`, findings.replayDifferences),
  ]
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
