// One step of a chart, pure: stored snapshot and event give the next snapshot and effects, or a typed refusal.
import { type AnyStateMachine, transition } from 'xstate'
import type { JsonObject } from '../../schema/json.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { Chart, ChartEvent, Effect, MissingPart } from './chart.ts'
import { eventsOf, leavesOf, persist, restore } from './snapshot.ts'

export interface Stepped {
  moved: true
  snapshot: JsonObject
  effects: Effect[]
  /** Leaf names of all regions in region order; none for a draft that is not stored yet. */
  from: string[]
  to: string[]
  /** The case belongs on the open lists. */
  open: boolean
}

export type Refusal =
  | { kind: 'wrongState'; states: string[]; allowed: string[] }
  | { kind: 'notAllowed' }
  | { kind: 'invalid'; missing: MissingPart[] }

export interface Refused {
  moved: false
  refusal: Refusal
}

/**
 * Sends the event to the stored snapshot (null: the draft before its first event).
 * Refuses `wrongState` with the events that the state takes, `notAllowed` when the chart narrows the event to other roles or
 * people, `invalid` with everything that is missing, hints included. Throws when a fact was not gathered or the snapshot does not fit the chart.
 */
export function step(chart: Chart, snapshot: JsonObject | null, event: ChartEvent): Stepped | Refused {
  const before = restore(chart.machine, snapshot)
  const states = snapshot === null ? [] : leavesOf(before)
  const takes = taking(chart, snapshot)
  if (!takes(event))
    return refuse({ kind: 'wrongState', states, allowed: allowed(chart, before.context, event, takes) })
  gathered(chart, event.type, event.facts)
  if (excluded(chart, event, before.context, event.facts)) return refuse({ kind: 'notAllowed' })
  const missing = chart.missing(event.type, event, event.payload, before.context, event.facts)
  if (missing.some(({ hint }) => !hint)) return refuse({ kind: 'invalid', missing })
  const [after, actions] = transition(chart.machine, before, event)
  return {
    moved: true,
    snapshot: persist(after),
    effects: actions.map(({ type, params }) => ({ name: type, params: params as JsonObject })),
    from: states,
    to: leavesOf(after),
    open: isOpen([...after.tags]),
  }
}

/**
 * What the actors of each event can send from here, the main next step first, each with what it still lacks before the sender has
 * filled anything in. Absent: what the state does not take, what none of the actors and not this sender may send.
 */
export function possible(
  chart: Chart,
  snapshot: JsonObject | null,
  actorsOf: (event: string) => readonly Actor[],
  sender: { by: string; at: string },
  factsFor: (names: readonly string[]) => JsonObject,
): { event: string; missing: MissingPart[] }[] {
  const { context } = restore(chart.machine, snapshot)
  const takes = taking(chart, snapshot)
  return chart.events.flatMap((event) => {
    const narrowed = chart.narrowedTo(event, context)
    const left = actorsOf(event).filter((actor) => narrowed === null || narrowed.includes(actor))
    if (left.length === 0 || !takes(probe(event, sender))) return []
    const facts = factsFor(chart.factsOf(event))
    gathered(chart, event, facts)
    if (chart.forbids(event, sender.by, context, facts)) return []
    const lists = left.map((as) => chart.missing(event, { ...sender, as }, {}, context, facts))
    const [missing = []] = lists.sort((a, b) => blocking(a) - blocking(b))
    return [{ event, missing }]
  })
}

/** The events that the state takes, whoever sends them, in the order of the chart. */
export function taken(chart: Chart, snapshot: JsonObject | null): string[] {
  const takes = taking(chart, snapshot)
  return chart.events.filter((event) => takes(probe(event, { by: 'system', at: '' })))
}

export function statesOf(chart: Chart, snapshot: JsonObject): { leaves: string[]; open: boolean; tags: string[] } {
  const live = restore(chart.machine, snapshot)
  const tags = [...live.tags]
  return { leaves: leavesOf(live), open: isOpen(tags), tags }
}

/** The snapshot brought from the chart version it was stored under to the present one. */
export function upgrade(chart: Chart, storedVersion: number, snapshot: JsonObject): JsonObject {
  let upgraded = snapshot
  for (let version = storedVersion; version < chart.version; version++) {
    const next = chart.upgrades[version]
    if (!next) throw new Error(`The chart ${chart.kind} has no upgrade step from version ${version}`)
    upgraded = next(upgraded)
  }
  return upgraded
}

/** The snapshot that the recorded events give, from the draft on. Throws when one of them is refused or there is none. */
export function replay(chart: Chart, events: readonly ChartEvent[]): JsonObject {
  const last = events.reduce<JsonObject | null>((snapshot, event, index) => {
    const result = step(chart, snapshot, event)
    if (!result.moved) throw new Error(`Event ${index + 1} (${event.type}) is refused: ${result.refusal.kind}`)
    return result.snapshot
  }, null)
  if (last === null) throw new Error('There is no event to replay')
  return last
}

function refuse(refusal: Refusal): Refused {
  return { moved: false, refusal }
}

function isOpen(tags: readonly string[]): boolean {
  return tags.includes('open') || tags.includes('improving')
}

function blocking(missing: readonly MissingPart[]): number {
  return missing.filter(({ hint }) => !hint).length
}

type Takes = (event: ChartEvent) => boolean

/** The chart with its `complete` guards open: what it takes depends on the states alone. */
const lenient = new WeakMap<AnyStateMachine, AnyStateMachine>()

function taking(chart: Chart, snapshot: JsonObject | null): Takes {
  const machine = lenient.get(chart.machine) ?? chart.machine.provide({ guards: { complete: () => true } })
  lenient.set(chart.machine, machine)
  const live = restore(machine, snapshot)
  const events = eventsOf(live)
  return (event) => {
    const open = events.get(event.type)
    if (open === undefined || !chart.events.includes(event.type)) return false
    return open || machine.getTransitionData(live, event).length > 0
  }
}

function allowed(chart: Chart, context: JsonObject, sender: { by: string; at: string }, takes: Takes): string[] {
  const forPeople = chart.events.filter((event) => !chart.narrowedTo(event, context)?.includes('system'))
  return forPeople.filter((event) => takes(probe(event, sender)))
}

function probe(type: string, { by, at }: { by: string; at: string }): ChartEvent {
  return { type, at, by, as: 'system', payload: {}, facts: {} }
}

function excluded(chart: Chart, { type, by, as }: ChartEvent, context: JsonObject, facts: JsonObject): boolean {
  const narrowed = chart.narrowedTo(type, context)
  return (narrowed !== null && !narrowed.includes(as)) || chart.forbids(type, by, context, facts)
}

/** A fact that was forgotten must not pass for one that is absent. */
function gathered(chart: Chart, event: string, facts: JsonObject): void {
  const forgotten = chart.factsOf(event).filter((name) => facts[name] === undefined)
  if (forgotten.length > 0) throw new Error(`${chart.kind}.${event} needs the facts ${forgotten.join(', ')}`)
}
