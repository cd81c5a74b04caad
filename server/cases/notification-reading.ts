// Marks what a person was told as read.
import type { Engine } from '../core/engine.ts'
import { Refused } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'

type Nothing = Record<string, never>

/** Those of the viewer alone; a second time changes nothing. */
export async function readTheseNotifications(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Nothing> {
  if (ids.length > 0) await unreadOf(engine, work, viewer).where('id', 'in', ids).execute()
  return {}
}

export async function readAllNotifications(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  until: string,
): Promise<Nothing> {
  await unreadOf(engine, work, viewer).where('at', '<=', new Date(until)).execute()
  return {}
}

function unreadOf(engine: Engine, { trx }: Work, viewer: Viewer) {
  if (viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  return trx
    .updateTable('notification')
    .set({ read_at: engine.now() })
    .where('person_id', '=', viewer.id)
    .where('read_at', 'is', null)
}
