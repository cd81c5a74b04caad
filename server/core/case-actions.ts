// What a viewer can do with a case or a task now, and what each step still lacks.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { Chart, MissingPart } from '../workflows/chart.ts'
import { charts } from '../workflows/charts.ts'
import { possible, taken, upgrade } from '../workflows/step.ts'
import type { Engine, Subject } from './engine.ts'
import type { Action } from './permission-table.ts'
import { actorsFor, type RowFacts } from './permissions.ts'
import type { Viewer } from './viewer.ts'

export interface CaseAction {
  event: string
  missing: MissingPart[]
}

export interface Acted {
  subject: Subject
  snapshot: JsonObject
  chartVersion: number
  facts: RowFacts
  at: Date
}

/** The steps this viewer may take, the main one first; one that is blocked only by what is missing is listed with it. */
export async function actionsOf(
  engine: Engine,
  db: Kysely<Database>,
  viewer: Viewer,
  acted: Acted,
): Promise<CaseAction[]> {
  const chart = charts[acted.subject.kind]
  const snapshot = upgrade(chart, acted.chartVersion, acted.snapshot)
  const open = taken(chart, snapshot).flatMap((event) => {
    const actors = actorsFor(viewer, `${chart.kind}.${event}` as Action, acted.facts)
    return actors.length > 0 ? [{ event, actors }] : []
  })
  const facts = await gather(engine, db, viewer, acted, chart, snapshot, open)
  const sender = { by: viewer.kind === 'system' ? 'system' : viewer.id, at: acted.at.toISOString() }
  const pick = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))
  const actors = new Map(open.map((one) => [one.event, one.actors]))
  return possible({ ...chart, events: [...actors.keys()] }, snapshot, (event) => actors.get(event) ?? [], sender, pick)
}

async function gather(
  engine: Engine,
  db: Kysely<Database>,
  viewer: Viewer,
  { subject, at }: Acted,
  chart: Chart,
  snapshot: JsonObject,
  open: readonly { event: string; actors: Actor[] }[],
): Promise<JsonObject> {
  const names = [...new Set(open.flatMap(({ event }) => chart.factsOf(event)))]
  if (names.length === 0) return {}
  const context = snapshot.context as JsonObject
  return engine.facts[chart.kind](db, { subject, names, event: null, payload: {}, context, viewer, at })
}
