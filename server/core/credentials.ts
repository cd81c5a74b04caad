/** People and their passwords: made, changed and shut out by administration, never by the person's own sign-up. */
import { hashPassword } from 'better-auth/crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import { isGuessable } from './guessable.ts'

export const MIN_PASSWORD_LENGTH = 12
export const MAX_PASSWORD_LENGTH = 128

export interface NewPerson {
  name: string
  /** Kept in lower case; the name to sign in with. */
  email: string
  password: string
  /** Whether the person knows it as an own one; otherwise the next sign-in asks for another. */
  chosen: boolean
  language: LabelLanguage
  /** IANA name */
  timeZone: string
}

/** Returns the new person's id. The person has no role yet. @throws WeakPassword */
export async function createPerson(db: Kysely<Database>, person: NewPerson): Promise<string> {
  const hash = await hashOf(person.password)
  return await inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('person')
      .values({
        name: person.name,
        email: person.email.trim().toLowerCase(),
        language: person.language,
        time_zone: person.timeZone,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertCredential(trx, id, { password: hash, chosen: person.chosen })
    return id
  })
}

/** Gives a person a password, which the next sign-in asks to change, and ends all of the person's sessions. @throws WeakPassword */
export async function givePassword(db: Kysely<Database>, personId: string, password: string): Promise<void> {
  const hash = await hashOf(password)
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('credential').where('person_id', '=', personId).execute()
    await insertCredential(trx, personId, { password: hash, chosen: false })
    await revokeSessions(trx, personId)
  })
}

/** Ends all sessions of a person, from the next request on. Returns how many there were. */
export async function revokeSessions(db: Kysely<Database>, personId: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('session').where('person_id', '=', personId).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export class WeakPassword extends Error {
  override readonly name = 'WeakPassword'

  constructor() {
    super(
      `A password has ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters and is not one that everybody tries.`,
    )
  }
}

async function hashOf(password: string): Promise<string> {
  const fits = password.length >= MIN_PASSWORD_LENGTH && password.length <= MAX_PASSWORD_LENGTH
  if (!fits || isGuessable(password)) throw new WeakPassword()
  return await hashPassword(password)
}

async function insertCredential(
  trx: Kysely<Database>,
  personId: string,
  { password, chosen }: { password: string; chosen: boolean },
): Promise<void> {
  await trx
    .insertInto('credential')
    .values({
      account_id: personId,
      provider_id: 'credential',
      person_id: personId,
      password,
      chosen,
      updated_at: sql`now()`,
    })
    .execute()
}

async function inTransaction<T>(db: Kysely<Database>, work: (trx: Kysely<Database>) => Promise<T>): Promise<T> {
  return db.isTransaction ? await work(db) : await db.transaction().execute(work)
}
