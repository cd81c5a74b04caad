// The edges that the history of a database records, by region, as `from event to`.
import { claimRegions, edgeLabel, taskRegions } from '../chart-edges.ts'
import type { World } from './world.ts'

const draft = { claim: ['draft', 'nothing', 'notRequired'], task: ['draft'] }

export interface Recorded {
  claim: Map<string, Set<string>>
  task: Map<string, Set<string>>
}

/** Of claims and their tasks: every region's leaf before and after each event, and under `root` the clocks that were escalated. */
export async function recordedEdges(world: World): Promise<Recorded> {
  const recorded: Recorded = { claim: empty(claimRegions), task: empty(taskRegions) }
  const lines = await world.db
    .selectFrom('history')
    .innerJoin('service_case', 'service_case.id', 'history.case_id')
    .where('service_case.kind', '=', 'claim')
    .select(['task_id', 'history.kind', 'event', 'from_states', 'to_states', 'payload'])
    .where('history.kind', 'in', ['event', 'escalation'])
    .execute()
  for (const { task_id, kind, event, from_states, to_states, payload } of lines) {
    const chart = task_id ? 'task' : 'claim'
    const label = edgeLabel(event ?? 'deadlinePassed', payload)
    if (kind === 'escalation') {
      if (payload.moment === 'passed') recorded[chart].get('root')?.add(label)
      continue
    }
    const from = from_states.length > 0 ? from_states : draft[chart]
    for (const [place, region] of (chart === 'claim' ? claimRegions : taskRegions).entries())
      recorded[chart].get(region)?.add(`${from[place]} ${label} ${to_states[place]}`)
  }
  return recorded
}

function empty(regions: readonly string[]): Map<string, Set<string>> {
  return new Map([...regions, 'root'].map((region) => [region, new Set<string>()]))
}
