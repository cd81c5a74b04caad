// Tells people of the works what changed: a row each, announced with the change.
import type { JsonObject } from '../../schema/json.ts'
import type { EffectScope } from '../core/engine.ts'

/** Notifies each person once; whoever did it himself is not told. */
export async function notify(
  scope: EffectScope,
  personIds: readonly string[],
  kind: string,
  detail: JsonObject,
): Promise<void> {
  const { trx, subject, viewer, at, work } = scope
  const others = [...new Set(personIds)].filter((id) => viewer.kind !== 'person' || id !== viewer.id)
  if (others.length === 0) return
  await trx
    .insertInto('notification')
    .values(
      others.map((personId) => ({
        person_id: personId,
        case_id: subject.caseId,
        task_id: subject.taskId,
        kind,
        detail: JSON.stringify(detail),
        at,
      })),
    )
    .execute()
  work.changed({ caseId: subject.caseId, taskId: subject.taskId, personIds: others })
}
