// Decides a step: in which role the viewer acts, with which facts, and what the chart says.
import type { JsonObject } from '../../schema/json.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { Chart, ChartEvent } from '../workflows/chart.ts'
import { type Stepped, step } from '../workflows/step.ts'
import type { EffectScope } from './engine.ts'
import type { Action } from './permission-table.ts'
import { actorsFor, type RowFacts } from './permissions.ts'
import { Refused } from './refusal.ts'
import type { Viewer } from './viewer.ts'

export interface Step {
  event: string
  payload: JsonObject
  viewer: Viewer
  /** When it happened, for viewers who may date back; null is now. */
  at: Date | null
  /** Writes the rows that belong to the event besides the state, before its effects. */
  write?: (scope: EffectScope, moved: Stepped, facts: JsonObject) => Promise<void>
}

/** The roles in which the viewer may send the event, narrowed by what the chart says of this case. Refuses notAllowed. */
export function permitted(chart: Chart, order: Step, context: JsonObject, facts: RowFacts): Actor[] {
  const actors = actorsFor(order.viewer, `${chart.kind}.${order.event}` as Action, facts)
  const narrowed = chart.narrowedTo(order.event, context)
  const left = narrowed ? narrowed.filter((actor) => actors.includes(actor)) : actors
  if (left.length === 0) throw new Refused({ kind: 'notAllowed' })
  return left
}

/** Reads the facts and asks the chart. Refuses wrongState, notAllowed and invalid. */
export async function decide(
  chart: Chart,
  snapshot: JsonObject | null,
  order: Step,
  actors: Actor[],
  scope: Omit<EffectScope, 'locked'>,
): Promise<{ moved: Stepped; event: ChartEvent }> {
  const context = snapshot ? contextOf(snapshot) : {}
  const facts = await engineFacts(scope, chart, order, context)
  const event: ChartEvent = {
    type: order.event,
    at: scope.at.toISOString(),
    by: order.viewer.kind === 'system' ? 'system' : order.viewer.id,
    as: actors[0] ?? 'system',
    payload: order.payload,
    facts,
  }
  const result = step(chart, snapshot, event)
  if (result.moved) return { moved: result, event }
  const { refusal } = result
  switch (refusal.kind) {
    case 'wrongState':
      throw new Refused({ kind: 'wrongState', states: refusal.states, allowed: refusal.allowed })
    case 'notAllowed':
      throw new Refused({ kind: 'notAllowed' })
    case 'invalid':
      throw new Refused({
        kind: 'invalid',
        fields: refusal.missing.filter(({ hint }) => !hint).map(({ field, code, params }) => ({ field, code, params })),
      })
    default:
      return refusal satisfies never
  }
}

async function engineFacts(
  scope: Omit<EffectScope, 'locked'>,
  chart: Chart,
  order: Step,
  context: JsonObject,
): Promise<JsonObject> {
  const names = chart.factsOf(order.event)
  if (names.length === 0) return {}
  const { subject, viewer, at } = scope
  return scope.engine.facts[chart.kind](scope.trx, {
    subject,
    names,
    event: order.event,
    payload: order.payload,
    context,
    viewer,
    at,
  })
}

/** Database time, or the time given by a viewer who may date back. */
export function timeOf(order: Step, now: Date): Date {
  if (order.at === null) return now
  const mayDateBack = order.viewer.kind === 'system' || (order.viewer.kind === 'person' && order.viewer.backDates)
  if (!mayDateBack) throw new Refused({ kind: 'invalid', fields: [{ field: 'at', code: 'backDated', params: {} }] })
  if (order.at > now) throw new Refused({ kind: 'invalid', fields: [{ field: 'at', code: 'inFuture', params: {} }] })
  return order.at
}

export function contextOf(snapshot: JsonObject): JsonObject {
  return (snapshot.context ?? {}) as JsonObject
}
