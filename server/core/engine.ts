// What the commands of all slices work with: the database, the time, and what the floors above plug in.
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { Chart, ChartEvent } from '../workflows/chart.ts'
import type { Changes } from './changes.ts'
import type { Jobs } from './jobs.ts'
import type { LockedCase } from './lock.ts'
import type { Presence } from './presence.ts'
import type { Viewer } from './viewer.ts'
import type { Work } from './work.ts'

/** The subject of a step: a case, or one of its tasks. */
export interface Subject {
  kind: Chart['kind']
  caseId: string
  taskId: string | null
}

/** What an effect is carried out with; everything it writes belongs to the step's transaction. */
export interface EffectScope {
  engine: Engine
  work: Work
  trx: Transaction<Database>
  subject: Subject
  /** The case as it was locked, before the step. */
  locked: LockedCase
  viewer: Viewer
  at: Date
}

/** Told after each step, once its effects are carried out. */
export type StepListener = (
  scope: EffectScope,
  event: ChartEvent,
  moved: { from: readonly string[]; to: readonly string[] },
) => Promise<void>

export type EffectHandler = (scope: EffectScope, params: JsonObject) => Promise<void>

export interface FactsRequest {
  subject: Subject
  names: readonly string[]
  /** The event the facts are for; null when a screen asks what is possible. */
  event: string | null
  payload: JsonObject
  context: JsonObject
  viewer: Viewer
  at: Date
}

/** Reads the named facts of a subject, as the chart of its kind describes them. */
export type FactsReader = (db: Kysely<Database>, request: FactsRequest) => Promise<JsonObject>

export interface Engine {
  db: Kysely<Database>
  /** The time as a statement sees it: the database's own; tests give theirs. */
  now: () => RawBuilder<Date>
  effects: Readonly<Record<string, EffectHandler>>
  afterStep: StepListener
  facts: Readonly<Record<Chart['kind'], FactsReader>>
  jobs: Jobs
  changes: Changes
  presence: Presence
  /** Whether texts can be handed to a gateway for SMS and messengers. */
  gateway?: boolean
}

export const databaseTime = (): RawBuilder<Date> => sql<Date>`clock_timestamp()`
