// A database for servers that are to be killed: people who may do everything, accounts, and claims whose clocks have long run out.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { registerClaim } from '../../server/claims/commands.ts'
import { createPerson } from '../../server/core/credentials.ts'
import type { Engine } from '../../server/core/engine.ts'
import { transact } from '../../server/core/transaction.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { globalId } from '../../server/graphql/node.ts'
import { givenAccount, givenReference } from '../given.ts'

export const PASSWORD = 'a long enough password'

export interface FaultWorld {
  emails: string[]
  /** Ids as the API takes them. */
  accountIds: string[]
  /** Their keys in the database. */
  accountKeys: string[]
  departmentId: string
  analystId: string
  /** The first of the people, for commands that do not go through a server. */
  viewer: PersonViewer
}

/** Makes `people` who hold every role of the claim's course, three accounts, and `overdue` claims registered 60 days ago. */
export async function seedFaultWorld(engine: Engine, people: number, overdue: number): Promise<FaultWorld> {
  const { db } = engine
  const { departments, regions } = await givenReference(db)
  const department = departments.rollingMill ?? ''
  const persons = []
  for (let index = 1; index <= people; index++) persons.push(await allRounder(db, index, department))
  const accounts = []
  for (const name of ['Paper Otter Pipes', 'Velvet Yak Roofing', 'Glass Heron Barrels']) {
    accounts.push((await givenAccount(db, { name, regionId: regions.europe ?? '' })).id)
  }
  const [first] = persons
  if (!first) throw new Error('Nobody was made')
  const viewer = viewerOf(first.id)
  for (let index = 0; index < overdue; index++) {
    await registerOverdue(engine, viewer, accounts[index % accounts.length] ?? '', index)
  }
  return {
    emails: persons.map(({ email }) => email),
    accountIds: accounts.map((id) => globalId('Account', id)),
    accountKeys: accounts,
    departmentId: globalId('Department', department),
    analystId: globalId('Person', first.id),
    viewer,
  }
}

/** A registration by the API; the text marks it. */
export function registration({ accountIds }: FaultWorld, whatHappened: string) {
  return { accountId: accountIds[0], whatHappened, receivedAt: new Date(Date.now() - 3_600_000).toISOString() }
}

async function allRounder(db: Kysely<Database>, index: number, departmentId: string) {
  const email = `fault${index}@example.test`
  const id = await createPerson(db, {
    name: `Fault Person ${index}`,
    email,
    password: PASSWORD,
    chosen: true,
    language: 'en',
    timeZone: 'UTC',
  })
  await db
    .insertInto('role_grant')
    .values([
      ...(['csEngineer', 'csLead', 'analyst'] as const).map((role) => ({ person_id: id, role })),
      { person_id: id, role: 'departmentResponder', department_id: departmentId },
    ])
    .execute()
  return { id, email }
}

async function registerOverdue(engine: Engine, viewer: PersonViewer, accountId: string, index: number): Promise<void> {
  const at = new Date(Date.now() - 60 * 86_400_000 + index * 1_000)
  const payload = { accountId, whatHappened: `Overdue ${index}`, receivedAt: at.toISOString() }
  await transact(engine, { viewer, name: 'seed', key: null, body: {} }, async (work) => {
    await registerClaim(engine, work, viewer, payload as never, at)
    return {}
  })
}

function viewerOf(id: string): PersonViewer {
  const everywhere = { departmentId: null, office: null, regionId: null, accountId: null }
  return {
    kind: 'person',
    id,
    name: 'Fault Person 1',
    language: 'en',
    timeZone: 'UTC',
    grants: (['csEngineer', 'csLead', 'analyst'] as const).map((role) => ({ role, ...everywhere })),
    positions: [],
    managedAccountIds: [],
    backDates: true,
  }
}
