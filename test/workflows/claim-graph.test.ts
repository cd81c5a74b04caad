// The whole graph of the claim, walked: what can be reached, what can be left, and what every event does everywhere.
import { describe, expect, test } from 'vitest'
import type { AnyMachineSnapshot, AnyStateNode } from 'xstate'
import { getAdjacencyMap } from 'xstate/graph'
import { claimEvents, claimImprovementStates, claimStates, claimWaitingStates } from '../../schema/claim-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import { words } from '../../schema/vocabulary.ts'
import type { ChartEvent } from '../../server/workflows/chart.ts'
import { charts } from '../../server/workflows/charts.ts'
import type { ClaimContext } from '../../server/workflows/claim-context.ts'
import { leavesOf, persist } from '../../server/workflows/snapshot.ts'
import { step } from '../../server/workflows/step.ts'
import { variantsFor } from './claim-variants.ts'

const { machine } = charts.claim

interface Edge {
  label: string
  type: string
  to: string
}

interface Configuration {
  open: boolean
  snapshot: JsonObject
  edges: Edge[]
}

/** Configurations by their leaves: the specification counts these, not the contexts behind them. */
const configurations = walked()

function walked(): Map<string, Configuration> {
  const labels = new WeakMap<ChartEvent, string>()
  const map = getAdjacencyMap(machine, {
    events: (snapshot: AnyMachineSnapshot) =>
      variantsFor(snapshot.context).map(({ label, event }) => {
        labels.set(event, label)
        return event
      }),
    filterEvents: (snapshot: AnyMachineSnapshot, event: ChartEvent) =>
      machine.getTransitionData(snapshot, event).length > 0,
    serializeState: (snapshot: AnyMachineSnapshot) => JSON.stringify([snapshot.value, bits(snapshot.context)]),
    serializeEvent: (event: ChartEvent) => labels.get(event) ?? event.type,
  })
  const found = new Map<string, Configuration>()
  for (const { state, transitions } of Object.values(map)) {
    const live: AnyMachineSnapshot = state
    const key = keyOf(live)
    const known = found.get(key) ?? { open: live.tags.size > 0, snapshot: persist(live), edges: [] }
    const edges = Object.entries<{ event: ChartEvent; state: AnyMachineSnapshot }>(transitions).map(
      ([label, { event, state: next }]) => ({
        label,
        type: event.type,
        to: keyOf(next),
      }),
    )
    found.set(key, { ...known, edges: [...known.edges, ...edges] })
  }
  return found
}

/** The bits of the context that guards read. */
function bits({ proposal, notEffective, offerStands, containment, executedLines }: ClaimContext) {
  const stage = proposal && [proposal.refusal !== null, proposal.step, proposal.approvals.length]
  return [stage, notEffective > 0, offerStands, containment !== 'open', executedLines > 0]
}

function keyOf(snapshot: AnyMachineSnapshot): string {
  return leavesOf(snapshot).join(' ')
}

function distinct(edgeKey: (from: string, edge: Edge) => string | null): number {
  const keys = [...configurations].flatMap(([from, { edges }]) => edges.map((edge) => edgeKey(from, edge)))
  return new Set(keys.filter((key) => key !== null)).size
}

describe('reachability', () => {
  test('counts of configurations and edges', () => {
    expect({
      configurations: configurations.size,
      edges: distinct((from, { type, to }) => `${from} ${type} ${to}`),
      edgesThatMove: distinct((from, { type, to }) => (from === to ? null : `${from} ${type} ${to}`)),
    }).toEqual({ configurations: 210, edges: 2351, edgesThatMove: 1495 })
  })

  test('every state of the vocabulary is reached, and no other but the draft', () => {
    const reached = (region: number) => new Set([...configurations.keys()].map((key) => key.split(' ')[region]))
    expect(reached(0)).toEqual(new Set([...words(claimStates), 'draft']))
    expect(reached(1)).toEqual(new Set(words(claimWaitingStates)))
    expect(reached(2)).toEqual(new Set(words(claimImprovementStates)))
  })

  test('every event of the vocabulary is taken somewhere, and no other', () => {
    const taken = new Set([...configurations.values()].flatMap(({ edges }) => edges.map(({ type }) => type)))
    expect(taken).toEqual(new Set(words(claimEvents)))
  })

  test('every configuration can come to an end: no dead end', () => {
    const ended = new Set([...configurations].filter(([, { open }]) => !open).map(([key]) => key))
    ended.delete('draft nothing notRequired')
    for (let size = 0; size !== ended.size; ) {
      size = ended.size
      for (const [key, { edges }] of configurations) if (edges.some(({ to }) => ended.has(to))) ended.add(key)
    }
    expect([...configurations.keys()].filter((key) => !ended.has(key))).toEqual([])
  })

  test('only the offices where the customer is answered wait for him', () => {
    const waiting = [...configurations.keys()]
      .filter((key) => key.split(' ')[1] !== 'nothing')
      .map((key) => key.split(' ')[0])
    expect(new Set(waiting)).toEqual(new Set(['screening', 'collecting', 'concluding', 'decision', 'disputed']))
  })
})

describe('every configuration and every event', () => {
  test('complete events are taken exactly where the walk found an edge, with a deterministic result', () => {
    let pairs = 0
    for (const [key, { snapshot, edges }] of configurations) {
      const context = snapshot.context as ClaimContext
      const takenHere = new Set(edges.map(({ type }) => type))
      for (const { event } of variantsFor(context)) {
        pairs++
        const stored = key.startsWith('draft') ? null : snapshot
        const result = step(charts.claim, stored, event)
        expect(step(charts.claim, stored, event)).toEqual(result)
        if (result.moved) expect(takenHere, `${key} ${event.type}`).toContain(event.type)
        else if (result.refusal.kind === 'wrongState')
          expect(takenHere, `${key} ${event.type}`).not.toContain(event.type)
      }
    }
    expect(pairs).toBe(210 * 67)
  })

  test('empty events are refused with a reason or need nothing', () => {
    const kinds: Record<string, number> = { moved: 0, wrongState: 0, notAllowed: 0, invalid: 0 }
    for (const [key, { snapshot }] of configurations) {
      for (const { event } of variantsFor(snapshot.context as ClaimContext)) {
        const result = step(charts.claim, key.startsWith('draft') ? null : snapshot, {
          ...event,
          payload: {},
          as: 'administrator',
        })
        kinds[result.moved ? 'moved' : result.refusal.kind] =
          (kinds[result.moved ? 'moved' : result.refusal.kind] ?? 0) + 1
        if (!result.moved && result.refusal.kind === 'invalid') expect(result.refusal.missing.length).toBeGreaterThan(0)
      }
    }
    expect(Object.values(kinds).every((count) => count > 0)).toBe(true)
  })
})

test('the chart has nothing that runs by itself, remembers a past state or ends for ever', () => {
  const nodes = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodes)]
  for (const node of [...nodes(machine.root), ...nodes(charts.task.machine.root)]) {
    expect(node.always ?? []).toEqual([])
    expect(node.after).toEqual([])
    expect(node.invoke).toEqual([])
    expect(['atomic', 'compound', 'parallel']).toContain(node.type)
  }
})
