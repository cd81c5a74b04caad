// The edges of a pure chart by region, each as `from event to`, found by walking it with the variants its guards tell apart.
import type { AnyMachineSnapshot } from 'xstate'
import { getAdjacencyMap } from 'xstate/graph'
import type { JsonObject } from '../schema/json.ts'
import { type TaskEvent, taskClocks, taskEvents } from '../schema/task-vocabulary.ts'
import { words } from '../schema/vocabulary.ts'
import type { Chart, ChartEvent } from '../server/workflows/chart.ts'
import { charts } from '../server/workflows/charts.ts'
import { leavesOf } from '../server/workflows/snapshot.ts'
import type { TaskPayloads } from '../server/workflows/task-payloads.ts'
import { variantsFor } from './workflows/claim-variants.ts'
import { daysLater, monday } from './workflows/claim-world.ts'

export const claimRegions = ['handling', 'waiting', 'improvement'] as const
export const taskRegions = ['task'] as const

/** Name of an event as an edge is called: a passed clock says which. */
export function edgeLabel(type: string, payload: object): string {
  return type === 'deadlinePassed' && 'clock' in payload ? `deadlinePassed{${payload.clock}}` : type
}

/** The edges of the claim's three regions, and under `root` the clocks that none of them takes: they are escalated. */
export function claimEdges(): Map<string, Set<string>> {
  const variants = ({ context }: AnyMachineSnapshot) => variantsFor(context).map(({ event }) => event)
  // Two walks that each tell fewer configurations apart: the product of the regions would take ten times as long.
  const answered = edgesOf(charts.claim, claimRegions, variants, (leaves, bits) => [leaves.slice(0, 2), bits.slice(1)])
  const improved = edgesOf(charts.claim, claimRegions, variants, (leaves, bits) => [leaves[0], leaves[2], bits[0]])
  const regions = ['handling', 'waiting', 'improvement']
  const found = new Map(regions.map((region) => [region, merged(region, answered, improved)]))
  return found.set('root', merged('root', answered, improved).difference(clocksIn(found)))
}

export function taskEdges(): Map<string, Set<string>> {
  const found = edgesOf(
    charts.task,
    taskRegions,
    () => taskVariants,
    (leaves, bits) => [leaves, bits],
  )
  return found.set('root', merged('root', found).difference(clocksIn(found)))
}

function merged(region: string, ...walks: Map<string, Set<string>>[]): Set<string> {
  return new Set(walks.flatMap((walk) => [...(walk.get(region) ?? [])]))
}

function clocksIn(edges: Map<string, Set<string>>): Set<string> {
  const inRegions = [...edges].filter(([region]) => region !== 'root').flatMap(([, set]) => [...set])
  return new Set(inRegions.map((edge) => edge.split(' ')[1] ?? ''))
}

function edgesOf(
  chart: Chart,
  regions: readonly string[],
  variants: (snapshot: AnyMachineSnapshot) => ChartEvent[],
  /** What of a configuration the walk tells apart. */
  key: (leaves: string[], bits: unknown[]) => unknown,
): Map<string, Set<string>> {
  const { machine } = chart
  const adjacency = getAdjacencyMap(machine, {
    events: variants,
    filterEvents: (snapshot: AnyMachineSnapshot, event: ChartEvent) =>
      machine.getTransitionData(snapshot, event).length > 0,
    serializeState: (snapshot: AnyMachineSnapshot) => JSON.stringify(key(leavesOf(snapshot), bits(snapshot.context))),
    serializeEvent: (event: ChartEvent) => JSON.stringify([event.type, event.by, event.payload, event.facts]),
  })
  const edges = new Map([...regions, 'root'].map((region) => [region, new Set<string>()]))
  for (const { state, transitions } of Object.values(adjacency)) {
    const from: AnyMachineSnapshot = state
    for (const { event, state: to } of Object.values<{ event: ChartEvent; state: AnyMachineSnapshot }>(transitions)) {
      const label = edgeLabel(event.type, event.payload)
      for (const { source } of machine.getTransitionData(from, event)) {
        const place = regions.length === 1 && source.path.length > 0 ? 0 : regions.indexOf(source.path[0] ?? '')
        if (place < 0) edges.get('root')?.add(label)
        else edges.get(regions[place] ?? '')?.add(`${leavesOf(from)[place]} ${label} ${leavesOf(to)[place]}`)
      }
    }
  }
  return edges
}

/** The bits of the context that guards read: counters would make the graph endless. */
function bits({ proposal, ...context }: AnyMachineSnapshot['context']): unknown[] {
  const stage = proposal && [proposal.refusal !== null, proposal.step, proposal.approvals.length]
  const { notEffective = 0, offerStands, containment, executedLines = 0, returns = 0 } = context
  return [notEffective > 0, stage, offerStands, containment !== 'open', executedLines > 0, returns > 1]
}

const dueAt = daysLater(3)
const taskPayloads: Omit<TaskPayloads, 'deadlinePassed'> = {
  send: { departmentId: 'rolling', question: 'Which tension?', dueAt, purpose: 'investigation' },
  accept: {},
  return: { reason: 'notOurs' },
  takeBack: {},
  reassign: { personId: 'responder-2' },
  redirect: { departmentId: 'coating' },
  insist: { reason: 'It is your line' },
  ask: { question: 'Which coil?' },
  clarify: { text: 'The first' },
  answer: { text: '42 kN', causeCode: 'tension' },
  verify: { rating: 4 },
  rejectAnswer: { comment: 'Which shift?' },
  cancel: { reason: 'No longer needed' },
}

const taskVariants: ChartEvent[] = words(taskEvents).flatMap((type: TaskEvent): ChartEvent[] => {
  const event = { type, at: monday, by: 'responder-1', as: 'departmentResponder' as const }
  if (type !== 'deadlinePassed') return [{ ...event, payload: { ...taskPayloads[type] } as JsonObject, facts: {} }]
  return words(taskClocks).flatMap((clock) =>
    [true, false].map((caseConcluded) => ({
      ...event,
      as: 'system' as const,
      payload: { clock },
      facts: { caseConcluded },
    })),
  )
})
