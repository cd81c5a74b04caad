// Stored snapshots and live ones: the one place where JSON becomes a state of a machine and back.
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  getInitialSnapshot,
  type StateValue,
} from 'xstate'
import type { JsonObject } from '../../schema/json.ts'

const drafts = new WeakMap<AnyStateMachine, AnyMachineSnapshot>()
/** Live snapshots by machine and configuration, of which there are a few hundred: finding the nodes of one costs most of a step. */
const configurations = new WeakMap<AnyStateMachine, Map<string, AnyMachineSnapshot>>()

/**
 * The live snapshot of a stored one ({ value, context }); null is the draft. Our machines have no children, history or final
 * states, so value and context are all there is. Throws when the stored one does not fit the machine.
 */
export function restore(machine: AnyStateMachine, stored: JsonObject | null): AnyMachineSnapshot {
  const draft = drafts.get(machine) ?? getInitialSnapshot(machine)
  drafts.set(machine, draft)
  if (stored === null) return draft
  const { value, context } = stored as { value: StateValue; context: JsonObject }
  const configuration = configurationOf(machine, value, draft)
  const keys = Object.keys(draft.context)
  if (!configuration || Object.keys(context).length !== keys.length || keys.some((key) => context[key] === undefined)) {
    throw new Error(`The stored snapshot does not fit the chart ${machine.id}: an upgrade step is missing`)
  }
  return { ...configuration, context }
}

function configurationOf(
  machine: AnyStateMachine,
  value: StateValue,
  draft: AnyMachineSnapshot,
): AnyMachineSnapshot | null {
  const known = configurations.get(machine) ?? new Map<string, AnyMachineSnapshot>()
  configurations.set(machine, known)
  const key = JSON.stringify(value)
  const found = known.get(key)
  if (found) return found
  if (leafNames(machine.root, value).length !== leafNames(machine.root, draft.value).length) return null
  const made = machine.resolveState({ value, context: draft.context })
  known.set(key, made)
  return made
}

const heard = new WeakMap<readonly unknown[], ReadonlyMap<string, boolean>>()

/**
 * The events that a node of the snapshot's configuration listens to; true where one of its transitions has no guard or only that
 * nothing is missing, so that the states alone decide.
 */
export function eventsOf({ _nodes: nodes }: AnyMachineSnapshot): ReadonlyMap<string, boolean> {
  const known = heard.get(nodes)
  if (known) return known
  const events = new Map<string, boolean>()
  for (const { transitions } of nodes) {
    for (const [event, ways] of transitions) {
      const open = ways.some(({ guard }) => guard === undefined || guard === 'complete')
      events.set(event, open || events.get(event) === true)
    }
  }
  heard.set(nodes, events)
  return events
}

export function persist(snapshot: AnyMachineSnapshot): JsonObject {
  return { value: snapshot.value, context: snapshot.context }
}

/** Leaf names of all regions in the machine's order, which JSON columns of a database do not keep. */
export function leavesOf(snapshot: AnyMachineSnapshot): string[] {
  return leafNames(snapshot.machine.root, snapshot.value)
}

function leafNames(node: AnyStateNode, value: StateValue): string[] {
  if (typeof value === 'string') return [value]
  return Object.entries(node.states).flatMap(([key, child]) => {
    const inner = value[key]
    return inner === undefined ? [] : leafNames(child, inner)
  })
}
