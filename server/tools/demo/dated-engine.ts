// The engine as it would have run at another time: what it writes carries that time, and its letters went out then.
import { sql } from 'kysely'
import type { Engine } from '../../core/engine.ts'

export type DatedEngine = (at: Date) => Engine

/** Nobody listens while a demo world is made, so that changes are not announced; letters of the past are not queued. */
export function datedEngine(engine: Engine): DatedEngine {
  const changes: Engine['changes'] = { ...engine.changes, announce: () => undefined }
  return (at) => ({
    ...engine,
    changes,
    now: () => sql<Date>`${at}::timestamptz`,
    jobs: {
      ...engine.jobs,
      async send(trx, queue, { letterId }) {
        if (queue !== 'letter' || typeof letterId !== 'string') return
        await trx.updateTable('letter').set({ sent_at: at }).where('id', '=', letterId).execute()
      },
    },
  })
}
