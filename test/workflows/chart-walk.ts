// Every configuration of a chart and every edge between them, found by sending complete events.
import type { AnyMachineSnapshot } from 'xstate'
import { getAdjacencyMap } from 'xstate/graph'
import type { JsonObject } from '../../schema/json.ts'
import type { Chart, ChartEvent } from '../../server/workflows/chart.ts'
import { leavesOf } from '../../server/workflows/snapshot.ts'

export interface Walked {
  /** Leaves of all regions → whether the case is open there. */
  configurations: Map<string, boolean>
  edges: { from: string; type: string; to: string }[]
}

/** `bits` of the context are what guards read; counters would make the graph endless. */
export function walk(
  { machine }: Chart,
  variants: (context: JsonObject) => ChartEvent[],
  bits: (context: JsonObject) => unknown,
): Walked {
  const map = getAdjacencyMap(machine, {
    events: (snapshot: AnyMachineSnapshot) => variants(snapshot.context),
    filterEvents: (snapshot: AnyMachineSnapshot, event: ChartEvent) =>
      machine.getTransitionData(snapshot, event).length > 0,
    serializeState: (snapshot: AnyMachineSnapshot) => JSON.stringify([snapshot.value, bits(snapshot.context)]),
    serializeEvent: (event: ChartEvent) => JSON.stringify([event.type, event.payload, event.facts]),
  })
  const configurations = new Map<string, boolean>()
  const edges = new Map<string, Walked['edges'][number]>()
  for (const { state, transitions } of Object.values(map)) {
    const live: AnyMachineSnapshot = state
    const from = keyOf(live)
    configurations.set(from, live.tags.size > 0)
    for (const { event, state: next } of Object.values<{ event: ChartEvent; state: AnyMachineSnapshot }>(transitions)) {
      const edge = { from, type: event.type, to: keyOf(next) }
      edges.set(JSON.stringify(edge), edge)
    }
  }
  return { configurations, edges: [...edges.values()] }
}

/** Configurations from which no way leads to one that is not open. */
export function deadEnds({ configurations, edges }: Walked, draft: string): string[] {
  const ended = new Set([...configurations].filter(([key, open]) => !open && key !== draft).map(([key]) => key))
  for (let size = 0; size !== ended.size; ) {
    size = ended.size
    for (const { from, to } of edges) if (ended.has(to)) ended.add(from)
  }
  return [...configurations.keys()].filter((key) => !ended.has(key))
}

function keyOf(snapshot: AnyMachineSnapshot): string {
  return leavesOf(snapshot).join(' ')
}
