// The engine as it would have run at another time: what it writes carries that time, and its letters went out then.
import { sql } from 'kysely'
import type { Engine } from '../../core/engine.ts'

export type DatedEngine = (at: Date) => Engine

/**
 * Nobody listens while a demo world is made, so that changes are not announced. Letters and surveys of the past are not
 * queued: they went out then.
 */
export function datedEngine(engine: Engine): DatedEngine {
  const changes: Engine['changes'] = { ...engine.changes, announce: () => undefined }
  const jobs: Engine['jobs'] = { ...engine.jobs, send: async () => undefined }
  return (at) => ({ ...engine, changes, jobs, now: () => sql<Date>`${at}::timestamptz` })
}

/** Says of the letters that they were sent when they were written. */
export async function sendPastLetters(db: Engine['db']): Promise<void> {
  await db.updateTable('letter').set({ sent_at: sql<Date>`queued_at` }).where('sent_at', 'is', null).execute()
}
