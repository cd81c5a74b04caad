// The groups of the matrix as they can be run again, each knowing which rules it asked.

import { words } from '../../schema/vocabulary.ts'
import { actions } from '../../server/core/permission-table.ts'
import { can } from '../../server/core/permissions.ts'
import { actorsOf, systemViewer } from '../../server/core/viewer.ts'
import { OWN_ACTIONS } from './own-actions.ts'
import type { Group } from './reading.ts'
import { type Mutant, underRule, watched } from './rule-table.ts'
import { type Column, columnNames, type Viewers } from './viewers.ts'

export interface Probe {
  group: Group
  rules: ReadonlySet<string>
  run: (who?: readonly Column[]) => Promise<Group>
}

export async function probe(run: Probe['run']): Promise<Probe> {
  const { result, rules } = await watched(() => run())
  return { group: result, rules, run }
}

/** The label of the first group in which the mutant shows, or null: it survives. */
export async function caughtBy(mutant: Mutant, probes: readonly Probe[], viewers: Viewers): Promise<string | null> {
  if (mutant.role === 'system') return underRule(mutant.rule, mutant.row, async () => systemChanged(mutant.rule))
  const who = columnNames.filter((column) => actorsOf(viewers[column]).includes(mutant.role))
  return underRule(mutant.rule, mutant.row, async () => {
    for (const { group, run } of inOrder(mutant, probes)) {
      const now = await run(who)
      if (differ(group, now, who)) return group.label
    }
    return null
  })
}

/** Events by their mutation first, the rest by what is read; what the viewer is told of himself comes last. */
function inOrder({ rule }: Mutant, probes: readonly Probe[]): Probe[] {
  const ofEvent = /^(claim|task)\./.test(rule)
  const weight = ({ group, rules }: Probe) =>
    group.label === OWN_ACTIONS
      ? 1_000
      : (group.lines[0]?.name === group.label) === ofEvent
        ? rules.size
        : 200 + rules.size
  return probes.filter(({ rules }) => rules.has(rule)).sort((a, b) => weight(a) - weight(b))
}

function differ(before: Group, after: Group, who: readonly Column[]): boolean {
  return before.lines.some((line, index) =>
    who.some((column) => line.cells[column] !== after.lines[index]?.cells[column]),
  )
}

/** What the product itself sends is no query; the table is asked as the engine asks it. */
function systemChanged(rule: string): string | null {
  const action = words(actions).find((name) => name === rule)
  return action && can(systemViewer, action) === null ? 'the product itself' : null
}
