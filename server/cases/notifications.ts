// Tells people of the works what changed: a row each, announced with the change; old rows are swept.
import { sql } from 'kysely'
import type { JsonObject } from '../../schema/json.ts'
import type { NotificationKind } from '../../schema/notification-vocabulary.ts'
import type { EffectScope, Engine } from '../core/engine.ts'
import { departmentsOf } from '../core/lock.ts'
import { whoMay } from '../core/who-may.ts'
import { wants } from './notification-choices.ts'

export interface Told {
  kind: NotificationKind
  /** The event or moment behind it. */
  what: string
  commentId?: string
  detail?: JsonObject
}

/** Days that a row is kept after it was read, and unread. */
const keptDays = { read: 90, unread: 365 }

/**
 * Tells each person once who may see the case and wants to hear of it; whoever did it himself is not told. Gives the ids of
 * those told.
 */
export async function notify(scope: EffectScope, personIds: readonly string[], told: Told): Promise<string[]> {
  const { trx, subject, locked, viewer, at, work } = scope
  const { kind, what, commentId = null, detail = {} } = told
  const byId = viewer.kind === 'person' ? viewer.id : null
  const others = [...new Set(personIds)].filter((id) => id !== byId)
  if (others.length === 0) return []
  const place = { ...locked, departmentIds: departmentsOf(sql`${subject.caseId}`) }
  const { rows } = await sql<{ id: string }>`
    insert into notification (person_id, case_id, task_id, kind, detail, at, by_id, comment_id)
    select person.id, ${subject.caseId}, ${subject.taskId}, ${kind},
      ${JSON.stringify({ ...detail, what, as: viewer.kind })}::jsonb, ${at}, ${byId}, ${commentId}
    from person
    where person.id = any(${others}) and ${whoMay('case.read', place)} and ${wants(kind, 'inApp')}
    returning person_id as id`.execute(trx)
  const toldIds = rows.map(({ id }) => id)
  if (toldIds.length > 0) work.changed({ caseId: subject.caseId, taskId: subject.taskId, personIds: toldIds })
  return toldIds
}

/** Forgets what was read more than 90 days ago, and what nobody read for a year. */
export async function forgetNotifications(engine: Engine): Promise<void> {
  await engine.db
    .deleteFrom('notification')
    .where(
      sql<boolean>`at < ${engine.now()} - make_interval(days => case when read_at is null
        then ${keptDays.unread}::int else ${keptDays.read}::int end)`,
    )
    .where('at', '<', sql<Date>`${engine.now()} - make_interval(days => ${keptDays.read}::int)`)
    .execute()
}
