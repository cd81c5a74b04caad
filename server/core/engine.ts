// What the commands of all slices work with: the database, the time, and what the floors above plug in.
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { Chart, Effect } from '../workflows/chart.ts'
import type { Changes } from './changes.ts'
import type { Jobs } from './jobs.ts'
import type { Viewer } from './viewer.ts'

/** The subject of a step: a case, or one of its tasks. */
export interface Subject {
  kind: Chart['kind']
  caseId: string
  taskId: string | null
}

/** What an effect is carried out with; everything it writes belongs to the step's transaction. */
export interface EffectScope {
  engine: Engine
  trx: Transaction<Database>
  subject: Subject
  viewer: Viewer
  at: Date
}

export type EffectHandler = (scope: EffectScope, params: JsonObject) => Promise<void>

/** Reads the named facts of a subject, as the chart of its kind describes them. */
export type FactsReader = (
  trx: Kysely<Database>,
  request: { subject: Subject; names: readonly string[]; event: string; payload: JsonObject; viewer: Viewer; at: Date },
) => Promise<JsonObject>

export interface Engine {
  db: Kysely<Database>
  /** Database time; tests give their own. */
  now(db: Kysely<Database>): Promise<Date>
  effects: Readonly<Record<Effect['name'], EffectHandler>>
  facts: Readonly<Record<Chart['kind'], FactsReader>>
  jobs: Jobs
  changes: Changes
}
