// The people of the demo world as those who act: with the roles, positions and accounts that the database gives them.
import type { Kysely } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { RouteStep } from '../../../schema/json.ts'
import type { GrantableRole, Position } from '../../../schema/vocabulary.ts'
import type { Grant, PersonViewer } from '../../core/viewer.ts'
import { type DemoPersonKey, demoPeople } from './people.ts'

export interface Cast {
  is(key: DemoPersonKey): PersonViewer
  byId(id: string): PersonViewer
  /** Who holds one of these roles or positions */
  holding(words: RouteStep['of']): PersonViewer[]
  /** Responder or head of the department */
  ofDepartment(departmentId: string, role?: GrantableRole): PersonViewer
  /** Who manages the account's claims as a key-customer manager */
  managerOf(accountId: string): PersonViewer | null
}

export async function loadCast(db: Kysely<Database>): Promise<Cast> {
  const viewers = await viewersOf(db)
  const find = (fits: (viewer: PersonViewer) => boolean, what: string): PersonViewer => {
    const found = viewers.find(fits)
    if (!found) throw new Error(`Nobody in the demo world is ${what}`)
    return found
  }
  return {
    is: (key) => find(({ name }) => name === demoPeople[key].name, key),
    byId: (wanted) => find(({ id }) => id === wanted, wanted),
    holding: (words) =>
      viewers.filter(({ grants, positions }) =>
        [...grants.map(({ role }) => role), ...positions].some((word) => (words as string[]).includes(word)),
      ),
    ofDepartment: (id, role) =>
      find(
        ({ grants }) =>
          grants.some((grant) => grant.departmentId === id && (role === undefined || grant.role === role)),
        `of department ${id}`,
      ),
    managerOf: (accountId) => viewers.find(({ managedAccountIds }) => managedAccountIds.includes(accountId)) ?? null,
  }
}

async function viewersOf(db: Kysely<Database>): Promise<PersonViewer[]> {
  const emails = Object.values(demoPeople).map(({ email }) => email)
  const people = await db
    .selectFrom('person')
    .where('email', 'in', emails)
    .orderBy('id')
    .select(['id', 'name', 'language'])
    .execute()
  const grants = await db
    .selectFrom('role_grant')
    .leftJoin('department', 'department.id', 'role_grant.department_id')
    .orderBy('role_grant.granted_at')
    .orderBy('role_grant.id')
    .select(['person_id', 'role', 'department_id', 'office', 'region_id', 'account_id'])
    .execute()
  const positions = await db.selectFrom('person_position').selectAll().execute()
  const accounts = await db.selectFrom('account').select(['id', 'manager_id']).execute()
  return people.map(({ id, name, language }) => ({
    kind: 'person',
    id,
    name,
    language: language as PersonViewer['language'],
    timeZone: 'Asia/Almaty',
    grants: grants.filter(({ person_id }) => person_id === id).map(grantOf),
    positions: positions.flatMap(({ person_id, position }): Position[] => (person_id === id ? [position] : [])),
    managedAccountIds: accounts.filter(({ manager_id }) => manager_id === id).map((account) => account.id),
    backDates: false,
  }))
}

function grantOf(row: {
  role: GrantableRole
  department_id: string | null
  office: Grant['office']
  region_id: string | null
  account_id: string | null
}): Grant {
  const { role, department_id, office, region_id, account_id } = row
  return { role, departmentId: department_id, office, regionId: region_id, accountId: account_id }
}
