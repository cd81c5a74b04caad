// The columns of the permission matrix: each role with its rows, then limited grants, then people who see more than their role reaches.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { ContactViewer, Grant, PersonViewer } from '../../server/core/viewer.ts'
import { givenPerson } from '../given.ts'

export const columns = {
  E: 'csEngineer',
  L: 'csLead',
  A: 'analyst',
  R: 'departmentResponder of the rolling mill',
  H: 'departmentHead of the rolling mill',
  K: 'keyCustomerManager of Own',
  M: 'management',
  D: 'administrator',
  C: "customerContact of Own, by the link to the claim 'own'",
  N: 'nobody: signed in without a role',
  Rl: 'departmentResponder of the laboratory',
  Hl: 'departmentHead of the laboratory',
  Er: 'csEngineer for Europe only',
  Ea: 'csEngineer for the account Own only',
  Rr: 'departmentResponder of the rolling mill for Europe only',
  Mr: 'management for Europe only',
  KA: 'keyCustomerManager of Own and analyst',
  KD: 'keyCustomerManager of Own and administrator',
  RD: 'departmentResponder and administrator',
  HD: 'departmentHead and administrator',
  RlD: 'departmentResponder of the laboratory and administrator',
  HlD: 'departmentHead of the laboratory and administrator',
} as const
export type Column = keyof typeof columns
export const columnNames = Object.keys(columns) as Column[]
export type MatrixViewer = PersonViewer | ContactViewer
export type Viewers = Record<Column, MatrixViewer>

/** Everybody but the customer's contact, who needs an account first. */
export async function givenStaff(
  db: Kysely<Database>,
  departments: { mill: string; laboratory: string },
  region: string,
): Promise<Record<Exclude<Column, 'C'>, PersonViewer>> {
  const { mill, laboratory } = departments
  const [E, L, A] = [
    await givenPerson(db, { name: 'Edda Front', role: 'csEngineer' }),
    await givenPerson(db, { name: 'Lena Lead', role: 'csLead' }),
    await givenPerson(db, { name: 'Anton Analyst', role: 'analyst' }),
  ]
  const K = await givenPerson(db, { name: 'Karl Keys', role: 'keyCustomerManager' })
  const R = await givenPerson(db, { name: 'Rita Mill', role: 'departmentResponder', departmentId: mill })
  const H = await givenPerson(db, { name: 'Hugo Mill', role: 'departmentHead', departmentId: mill })
  const D = await givenPerson(db, { name: 'Dora Desk', role: 'administrator' })
  const Rl = await givenPerson(db, { name: 'Rolf Lab', role: 'departmentResponder', departmentId: laboratory })
  const Hl = await givenPerson(db, { name: 'Hella Lab', role: 'departmentHead', departmentId: laboratory })
  const both = async (name: string, grants: readonly Grant[], role: 'administrator' | 'analyst' = 'administrator') => {
    const person = await givenPerson(db, { name, role })
    return { ...person, grants: [...grants, ...person.grants] }
  }
  return {
    E,
    L,
    A,
    R,
    H,
    K,
    M: await givenPerson(db, { name: 'Mona Board', role: 'management', positions: ['headOfQuality'] }),
    D,
    N: await nobody(db),
    Rl,
    Hl,
    Er: await givenPerson(db, { name: 'Erna Europe', role: 'csEngineer', regionId: region }),
    Ea: await givenPerson(db, { name: 'Emil Own', role: 'csEngineer' }),
    Rr: await givenPerson(db, {
      name: 'Rosa Europe',
      role: 'departmentResponder',
      departmentId: mill,
      regionId: region,
    }),
    Mr: await givenPerson(db, { name: 'Marc Europe', role: 'management', regionId: region }),
    KA: await both('Kurt Both', K.grants, 'analyst'),
    KD: await both('Kora Both', K.grants),
    RD: await both('Rudi Both', R.grants),
    HD: await both('Hans Both', H.grants),
    RlD: await both('Rahel Both', Rl.grants),
    HlD: await both('Henk Both', Hl.grants),
  }
}

async function nobody(db: Kysely<Database>): Promise<PersonViewer> {
  const person = await givenPerson(db, { name: 'Nils Nobody', role: 'analyst' })
  await db.deleteFrom('role_grant').where('person_id', '=', person.id).execute()
  return { ...person, grants: [] }
}

/** The viewer as he is once the accounts are there: whom he manages, to which account he is limited. */
export function placed(
  staff: Record<Exclude<Column, 'C'>, PersonViewer>,
  own: { accountId: string; contactId: string; caseId: string },
): Viewers {
  const manages = (viewer: PersonViewer): PersonViewer => ({ ...viewer, managedAccountIds: [own.accountId] })
  return {
    ...staff,
    K: manages(staff.K),
    KA: manages(staff.KA),
    KD: manages(staff.KD),
    Ea: { ...staff.Ea, grants: staff.Ea.grants.map((grant) => ({ ...grant, accountId: own.accountId })) },
    C: {
      kind: 'contact',
      id: own.contactId,
      name: 'Mx Sample',
      language: 'en',
      timeZone: 'UTC',
      accountId: own.accountId,
      caseId: own.caseId,
    },
  }
}
