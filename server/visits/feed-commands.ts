// The secret address at which a person's own calendar program reads his visits: made, shown once, ended.
import { randomBytes } from 'node:crypto'
import type { Engine } from '../core/engine.ts'
import { Refused } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { feedHash } from './calendar-queries.ts'

/** Makes an address; one that there was ends. The secret (43 characters of base64url) cannot be read again. */
export async function createCalendarFeed(
  { now }: Pick<Engine, 'now'>,
  { trx }: Work,
  viewer: Viewer,
): Promise<{ secret: string }> {
  const person_id = ownId(viewer)
  const secret = randomBytes(32).toString('base64url')
  const made = { token_hash: feedHash(secret), created_at: now() }
  await trx
    .insertInto('calendar_feed')
    .values({ person_id, ...made })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(made))
    .execute()
  return { secret }
}

export async function endCalendarFeed({ trx }: Work, viewer: Viewer): Promise<{ ended: boolean }> {
  const gone = await trx.deleteFrom('calendar_feed').where('person_id', '=', ownId(viewer)).executeTakeFirst()
  return { ended: gone.numDeletedRows > 0n }
}

function ownId(viewer: Viewer): string {
  if (viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  return viewer.id
}
