// Lets one request at a time write to an upload, whichever server it came to; a holder that died lets go by itself.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Engine } from '../core/engine.ts'

const holdSeconds = 10
const renewMs = 3_000

/** Runs `work` while no other request, of whatever server, writes to the upload; false when one does. */
export async function holdingUpload(engine: Engine, id: string, work: () => Promise<void>): Promise<boolean> {
  const holder = randomUUID()
  if (!(await hold(engine, id, holder))) return false
  const renewing = setInterval(() => void hold(engine, id, holder).catch(() => undefined), renewMs)
  try {
    await work()
  } finally {
    clearInterval(renewing)
    await engine.db
      .updateTable('upload')
      .set({ held_by: null, held_until: null })
      .where('id', '=', id)
      .where('held_by', '=', holder)
      .execute()
  }
  return true
}

async function hold({ db, now }: Engine, id: string, holder: string): Promise<boolean> {
  const held = await db
    .updateTable('upload')
    .set({
      held_by: holder,
      held_until: sql<Date>`${now()} + make_interval(secs => ${holdSeconds})`,
      touched_at: now(),
    })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('held_by', 'is', null), eb('held_by', '=', holder), eb('held_until', '<', now())]))
    .executeTakeFirst()
  return held.numUpdatedRows > 0n
}
