// What an empty database gets when the server first meets it: reference data, then the demo world or a first administrator.
import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Configuration } from '../core/configuration.ts'
import { createPerson } from '../core/credentials.ts'
import type { Engine } from '../core/engine.ts'
import { demoPassword, demoPeople } from './demo/people.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { installReference } from './reference-data.ts'

type Tell = (message: string) => void

export interface SignIn {
  name: string
  email: string
  roles: string[]
  /** The roles with their departments and positions. */
  place: string
  password: string
}

/** Fills an empty database; returns the sign-ins of the demo world, none where it is not the demo's. */
export async function provideWorld(
  engine: Engine,
  configuration: Pick<Configuration, 'demo' | 'administratorEmail'>,
  tell: Tell,
): Promise<SignIn[]> {
  await installReference(engine.db)
  if (configuration.demo) {
    await seedDemo(engine, tell)
    return demoSignIns(engine.db)
  }
  if (configuration.administratorEmail) await provideAdministrator(engine.db, configuration.administratorEmail, tell)
  return []
}

export function tellSignIns(signIns: readonly SignIn[], tell: Tell): void {
  if (signIns.length === 0) return
  tell(`\nDemo world, plainly fictional. Everybody's password: ${demoPassword}`)
  for (const { email, place } of signIns) tell(`  ${email.padEnd(32)} ${place}`)
}

/** Empty as soon as the database holds others than the demo's own people: its sign-ins are then nobody's business. */
async function demoSignIns(db: Kysely<Database>): Promise<SignIn[]> {
  const emails: string[] = Object.values(demoPeople).map(({ email }) => email)
  const found = await db.selectFrom('person').where('email', 'in', emails).select('email').execute()
  const present = new Set(found.map(({ email }) => email))
  return Object.values(demoPeople)
    .filter(({ email }) => present.has(email))
    .map(({ name, email, grants, positions }) => ({
      name,
      email,
      roles: [...new Set(grants.map(({ role }) => role))],
      place: [
        ...grants.map((grant) => ('department' in grant ? `${grant.role} of ${grant.department}` : grant.role)),
        ...positions,
      ].join(', '),
      password: demoPassword,
    }))
}

/** The first administrator of a real installation, with a password that is told once. */
async function provideAdministrator(db: Kysely<Database>, email: string, tell: Tell): Promise<void> {
  const password = randomBytes(15).toString('base64url')
  const made = await db.transaction().execute(async (trx) => {
    // Several servers may start together: one makes the administrator.
    await sql`lock table role_grant in share row exclusive mode`.execute(trx)
    const existing = await trx
      .selectFrom('role_grant')
      .where('role', '=', 'administrator')
      .select('id')
      .limit(1)
      .executeTakeFirst()
    if (existing) return false
    const id = await createPerson(trx, {
      name: 'Administrator',
      email,
      password,
      chosen: false,
      language: 'en',
      timeZone: 'UTC',
    })
    await trx.insertInto('role_grant').values({ person_id: id, role: 'administrator' }).execute()
    return true
  })
  if (made) tell(`Administrator ${email}, password ${password} (told once; the first sign-in asks for another)`)
}
