/** Limits the tries to prove a password or a code per account, whatever address they come from and whichever server process they reach. */
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Engine } from './engine.ts'
import { forgetUsedCodes } from './second-factor.ts'

export const FAILED_TRIES = 10
export const WINDOW_MINUTES = 15

export type SignInTry =
  | { readonly allowed: true /** Tells that the password was right. */; succeed(): Promise<void> }
  | { readonly allowed: false; readonly retryAfterSeconds: number }

export interface SignInLimiter {
  /**
   * Reserves one try for an e-mail address, known or not. The try counts as failed until `succeed` is called, so that tries sent in
   * parallel, or cut off by a crash, are counted too. A refused try counts nothing.
   */
  begin(email: string): Promise<SignInTry>
}

/** More than 10 failed tries in 15 minutes are refused until the tenth youngest of them is 15 minutes old. Default of the product. */
export function createSignInLimiter({ db, now }: Pick<Engine, 'db' | 'now'>): SignInLimiter {
  return {
    begin: (email) => db.transaction().execute((trx) => reserve({ db, now }, trx, email.trim().toLowerCase())),
  }
}

/** Anyone can try any name: forgets tries and used codes older than a day, sessions that ended and sign-ins that stopped half-way. */
export async function forgetSignIns({ db, now }: Pick<Engine, 'db' | 'now'>): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('at', '<', sql<Date>`${now()} - interval '1 day'`).execute()
  await db.deleteFrom('session').where('expires_at', '<', sql<Date>`now()`).execute()
  await db.deleteFrom('verification').where('expires_at', '<', sql<Date>`now()`).execute()
  await forgetUsedCodes({ db, now })
}

const WINDOW_MS = WINDOW_MINUTES * 60_000

async function reserve(
  { db, now }: Pick<Engine, 'db' | 'now'>,
  trx: Transaction<Database>,
  email: string,
): Promise<SignInTry> {
  const at = await lockedAt(trx, email, now)
  const tenth = await trx
    .selectFrom('sign_in_attempt')
    .select('at')
    .where('email', '=', email)
    .where('succeeded', '=', false)
    .where('at', '>', new Date(at.getTime() - WINDOW_MS))
    .orderBy('at', 'desc')
    .offset(FAILED_TRIES - 1)
    .limit(1)
    .executeTakeFirst()
  if (tenth) {
    return { allowed: false, retryAfterSeconds: Math.ceil((tenth.at.getTime() + WINDOW_MS - at.getTime()) / 1000) }
  }
  const { id } = await trx
    .insertInto('sign_in_attempt')
    .values({ email, at, succeeded: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    allowed: true,
    async succeed() {
      await db.updateTable('sign_in_attempt').set({ succeeded: true }).where('id', '=', id).execute()
    },
  }
}

/** Tries for one account stand in line, so that of many at once no more than ten pass. */
async function lockedAt(trx: Transaction<Database>, email: string, now: Engine['now']): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select pg_advisory_xact_lock(hashtextextended(${email}, ${LOCK})), ${now()} as at`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('The database did not tell the time.')
  return row.at
}

const LOCK = 7_203_303
