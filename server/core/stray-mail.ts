// Messages whose job was lost: after its last failure a job is put aside, and what it was to send would wait for ever.
import { sql } from 'kysely'
import type { Engine } from './engine.ts'

/** Minutes after which a message that is due and not tried counts as strayed: longer than any job runs or waits for another. */
const lateMinutes = 30
const batch = 100

/** Queues jobs anew for messages that are long overdue; done twice it changes nothing. Returns how many. */
export async function requeueStrayMail(engine: Engine): Promise<number> {
  return engine.db.transaction().execute(async (trx) => {
    const due = sql<Date>`coalesce(next_try_at, queued_at)`
    const rows = await trx
      .selectFrom('mail_message')
      .where('state', '=', 'queued')
      .where(due, '<', sql<Date>`${engine.now()} - make_interval(mins => ${lateMinutes})`)
      .orderBy(due)
      .select('id')
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id } of rows) {
      await trx.updateTable('mail_message').set({ next_try_at: engine.now() }).where('id', '=', id).execute()
      await engine.jobs.send(trx, 'mail', { mailId: id })
    }
    return rows.length
  })
}
