// The secret address at which a person's own calendar program reads his visits: made, shown once, ended.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Engine } from '../core/engine.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { feedHash } from './calendar-queries.ts'

/** Makes an address; one that there is ends only where it is to be replaced. The secret (43 characters of base64url) cannot be read again. */
export async function createCalendarFeed(
  { now }: Pick<Engine, 'now'>,
  { trx }: Work,
  viewer: Viewer,
  replace: boolean,
): Promise<{ secret: string }> {
  const person_id = ownId(viewer)
  const secret = randomBytes(32).toString('base64url')
  const made = { token_hash: feedHash(secret), created_at: now() }
  const row = await trx
    .insertInto('calendar_feed')
    .values({ person_id, ...made })
    .onConflict((conflict) =>
      replace ? conflict.column('person_id').doUpdateSet(made) : conflict.column('person_id').doNothing(),
    )
    .returning('person_id')
    .executeTakeFirst()
  if (!row) throw refuseField('replace', 'feedStands')
  return { secret }
}

/** Ends the address that was made at `since`. */
export async function endCalendarFeed({ trx }: Work, viewer: Viewer, since: string): Promise<{ ended: boolean }> {
  const gone = await trx
    .deleteFrom('calendar_feed')
    .where('person_id', '=', ownId(viewer))
    .where(sql<boolean>`date_trunc('milliseconds', created_at) <= ${since}::timestamptz`)
    .executeTakeFirst()
  return { ended: gone.numDeletedRows > 0n }
}

function ownId(viewer: Viewer): string {
  if (viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  return viewer.id
}
