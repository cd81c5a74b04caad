/** Codes of authenticators are good once, and administration can take a lost device away. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Engine } from './engine.ts'

/** A code holds for thirty seconds, and for the thirty before and after: longer than a code of today can come again. */
const HOLDS_SECONDS = 120

/** True for the first who uses the code; false for everybody after, also at the same moment. A wrong code is kept like a right one. */
export async function takeCodeOnce(
  { db, now }: Pick<Engine, 'db' | 'now'>,
  personId: string,
  code: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into second_factor_code (person_id, code, used_at) values (${personId}, ${code}, ${now()})
    on conflict (person_id, code) do update set used_at = excluded.used_at
      where second_factor_code.used_at < excluded.used_at - make_interval(secs => ${HOLDS_SECONDS})
    returning 1`.execute(db)
  return rows.length > 0
}

export async function forgetUsedCodes({ db, now }: Pick<Engine, 'db' | 'now'>): Promise<void> {
  await db.deleteFrom('second_factor_code').where('used_at', '<', sql<Date>`${now()} - interval '1 day'`).execute()
}

/** Takes the second factor away; returns whether there was one. */
export async function removeSecondFactor(db: Kysely<Database>, personId: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('second_factor').where('person_id', '=', personId).executeTakeFirst()
  await db.updateTable('person').set({ second_factor: false }).where('id', '=', personId).execute()
  return numDeletedRows > 0n
}
