/** The second step of signing in, and setting one up: codes are tried no more often than passwords, and are good once. */
import type { Request as ExpressRequest } from 'express'
import type { Engine } from './core/engine.ts'
import { takeCodeOnce } from './core/second-factor.ts'
import { type CookieSettings, codeCookieName, sessionToken, signedCookie } from './core/session-cookie.ts'
import { noteSignInChange } from './core/sign-in-changes.ts'
import type { JsonObjectBody } from './http-body.ts'
import { HttpRefusal } from './http-refusal.ts'

export const TRY_CODE = 'POST /two-factor/verify-totp'
export const TRY_BACKUP_CODE = 'POST /two-factor/verify-backup-code'

export interface CodeTry {
  engine: Pick<Engine, 'db' | 'now'>
  settings: CookieSettings
  /** Counts the try as failed until the answer is good. */
  prove: (email: string, ask: () => Promise<Response>) => Promise<Response>
  /** Asks better-auth, with this body alone. */
  ask: (body: JsonObjectBody) => Promise<Response>
}

/**
 * Tries a code: of who gave the password just before, or, to set up an authenticator, of who is signed in. A device is never trusted
 * for later: each sign-in asks for a code.
 */
export async function tryCode(
  { engine, settings, prove, ask }: CodeTry,
  route: typeof TRY_CODE | typeof TRY_BACKUP_CODE,
  request: ExpressRequest,
  body: JsonObjectBody,
): Promise<Response> {
  const code = typeof body.code === 'string' ? body.code.trim() : ''
  const { cookie } = request.headers
  const token = sessionToken(cookie, settings)
  const signedIn = token === null ? undefined : await personOfSession(engine, token)
  const person = signedIn ?? (await personOfChallenge(engine, signedCookie(cookie, codeCookieName(settings), settings)))
  if (!person) throw new HttpRefusal(401, 'SIGN_IN_AGAIN', 'Give the password again first.')
  if (signedIn && route === TRY_BACKUP_CODE) throw new HttpRefusal(400, 'NOT_ASKED', 'No backup code is asked for.')
  const answer = await prove(person.email, async () => {
    if (route === TRY_CODE && !(await takeCodeOnce(engine, person.id, code))) return used()
    return await ask({ code })
  })
  if (answer.ok) await noteUse(engine, person, signedIn ? 'setUp' : route)
  return answer
}

/** The next code is half a minute away. */
function used(): Response {
  return Response.json(
    { code: 'CODE_USED', message: 'That code was used already: wait for the next.' },
    { status: 401 },
  )
}

type KnownPerson = { id: string; email: string; second_factor: boolean; sessions: string[] }

async function noteUse({ db }: CodeTry['engine'], person: KnownPerson, what: string): Promise<void> {
  const { id: personId } = person
  if (what === TRY_BACKUP_CODE) await noteSignInChange(db, { personId, kind: 'backupCodeUsed', byId: personId })
  if (what !== 'setUp' || person.second_factor) return
  // Who signed in by the password alone does so again.
  await db.deleteFrom('session').where('person_id', '=', personId).where('id', 'in', person.sessions).execute()
  await noteSignInChange(db, { personId, kind: 'secondFactorOn', byId: personId })
}

async function personOfSession({ db }: CodeTry['engine'], token: string): Promise<KnownPerson | undefined> {
  const person = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.email', 'person.second_factor'])
    .where('session.token', '=', token)
    .executeTakeFirst()
  if (!person) return undefined
  const sessions = await db.selectFrom('session').select('id').where('person_id', '=', person.id).execute()
  return { ...person, sessions: sessions.map(({ id }) => id) }
}

async function personOfChallenge(
  { db }: CodeTry['engine'],
  challenge: string | null,
): Promise<KnownPerson | undefined> {
  if (challenge === null) return undefined
  const row = await db.selectFrom('verification').select('value').where('identifier', '=', challenge).executeTakeFirst()
  if (!row) return undefined
  const person = await db
    .selectFrom('person')
    .select(['id', 'email', 'second_factor'])
    .where('id', '=', row.value)
    .executeTakeFirst()
  return person && { ...person, sessions: [] }
}
