// The append-only record of a case: who, when, from, to, event with payload, reason, revision.
import type { JsonObject } from '../../schema/json.ts'
import type { Actor, HistoryKind } from '../../schema/vocabulary.ts'
import type { ChartEvent } from '../workflows/chart.ts'
import type { EffectScope } from './engine.ts'
import { post } from './pipelined.ts'
import type { Viewer } from './viewer.ts'

/** Writes the line of a step. */
export async function appendHistory(
  { trx, subject, viewer, at }: EffectScope,
  line: { revision: number; event: ChartEvent; from: string[]; to: string[] },
): Promise<void> {
  const { reason } = line.event.payload
  const written = trx.insertInto('history').values({
    case_id: subject.caseId,
    task_id: subject.taskId,
    revision: line.revision,
    kind: 'event',
    event: line.event.type,
    from_states: line.from,
    to_states: line.to,
    payload: JSON.stringify(line.event.payload),
    facts: JSON.stringify(line.event.facts),
    reason: typeof reason === 'string' ? reason : null,
    ...writer(viewer, line.event.as),
    at,
  })
  await post(trx, written)
}

/** Writes a line that is no step: a comment, a letter, an escalation. It has no revision. */
export async function appendNote(
  { trx, subject, viewer, at }: EffectScope,
  note: { kind: Exclude<HistoryKind, 'event'>; as: Actor; payload: JsonObject },
): Promise<void> {
  const written = trx.insertInto('history').values({
    case_id: subject.caseId,
    task_id: subject.taskId,
    kind: note.kind,
    payload: JSON.stringify(note.payload),
    ...writer(viewer, note.as),
    at,
  })
  await post(trx, written)
}

function writer(viewer: Viewer, as: Actor) {
  return { by_id: viewer.kind === 'system' ? null : viewer.id, by_name: viewer.name, as_role: as }
}
