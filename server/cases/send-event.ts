// Sends an event to a case that exists, whichever chart it follows.
import type { JsonObject } from '../../schema/json.ts'
import type { CaseKind } from '../../schema/vocabulary.ts'
import { type Advanced, advance } from '../core/advance.ts'
import type { Step } from '../core/decide.ts'
import type { Engine } from '../core/engine.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'

export interface SentEvent<Event extends string, Payload> {
  caseId: string
  /** The revision that the sender looked at; null takes whatever it is. */
  revision: number | null
  event: Event
  payload: Payload
  viewer: Viewer
  at: Date | null
}

/** Takes the case through the event; `write` keeps the rows that belong to it. Refuses as `advance` does. */
export function sendEvent(
  engine: Engine,
  work: Work,
  kind: CaseKind,
  { caseId, revision, event, payload, viewer, at }: SentEvent<string, object>,
  write: NonNullable<Step['write']>,
): Promise<Advanced> {
  const step = { event, payload: { ...payload } as JsonObject, viewer, at, write }
  return advance(engine, work, { kind, caseId, taskId: null }, revision, step)
}
