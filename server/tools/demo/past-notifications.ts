// People of the demo world have read what they were told, but for the last working day.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../../schema/database.ts'

/** What is older is read within the hour; over a weekend nobody reads. */
export async function readPastNotifications(db: Kysely<Database>, end: Date): Promise<void> {
  const weekend = end.getUTCDay() === 0 ? 2 : end.getUTCDay() === 6 ? 1 : 0
  const unreadFrom = new Date(end.getTime() - (1 + weekend) * 86_400_000)
  await db
    .updateTable('notification')
    .set({ read_at: sql<Date>`at + interval '1 hour'` })
    .where('at', '<', unreadFrom)
    .where('read_at', 'is', null)
    .execute()
}
