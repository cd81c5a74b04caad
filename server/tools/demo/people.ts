// The twelve people of the demo world; nobody could take them for real.
import type { Kysely } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { GrantableRole, LabelLanguage, Position } from '../../../schema/vocabulary.ts'
import { createPerson } from '../../core/credentials.ts'

/** Everybody's password in the demo world. */
export const demoPassword = 'demo-world-only-1'

type DepartmentGrant = { role: 'departmentResponder' | 'departmentHead'; department: string }

export interface DemoPerson {
  name: string
  email: string
  language: LabelLanguage
  grants: ({ role: Exclude<GrantableRole, DepartmentGrant['role']> } | DepartmentGrant)[]
  positions: Position[]
}

export const demoPeople = {
  engineer: person('Ainur Anvil', 'kk', [{ role: 'csEngineer' }]),
  engineerSouth: person('Boris Billet', 'ru', [{ role: 'csEngineer' }, { role: 'keyCustomerManager' }]),
  lead: person('Clara Caliper', 'en', [{ role: 'csLead' }]),
  secondLead: person('Dauren Dowel', 'kk', [{ role: 'csLead' }]),
  analyst: person('Elena Etch', 'ru', [{ role: 'analyst' }]),
  keyManager: person('Farid Flange', 'en', [{ role: 'keyCustomerManager' }]),
  rollingHead: person('Gulnar Gauge', 'kk', [head('rollingMill'), head('coatingLine')]),
  laboratoryResponder: person('Henrik Hopper', 'en', [{ role: 'departmentResponder', department: 'laboratory' }]),
  headOfQuality: person('Indira Ingot', 'ru', [{ role: 'management' }, head('laboratory')], ['headOfQuality']),
  commercialDirector: person(
    'Jonas Jigsaw',
    'en',
    [{ role: 'management' }, head('logistics'), head('orderManagement')],
    ['commercialDirector'],
  ),
  financeDirector: person('Kamila Kiln', 'ru', [{ role: 'management' }, head('finance')], ['finance']),
  administrator: person('Lukas Ladle', 'en', [{ role: 'administrator' }]),
} as const satisfies Record<string, DemoPerson>
export type DemoPersonKey = keyof typeof demoPeople

/** Makes the people with their passwords, roles and positions; ids by key. */
export async function insertPeople(trx: Kysely<Database>): Promise<Map<DemoPersonKey, string>> {
  const departments = await trx.selectFrom('department').select(['id', 'code']).execute()
  const departmentId = new Map(departments.map(({ id, code }) => [code, id]))
  const ids = new Map<DemoPersonKey, string>()
  for (const [key, { grants, positions, name, email, language }] of Object.entries<DemoPerson>(demoPeople)) {
    const id = await createPerson(trx, {
      name,
      email,
      language,
      password: demoPassword,
      chosen: true,
      timeZone: 'Asia/Almaty',
    })
    ids.set(key as DemoPersonKey, id)
    const rows = grants.map((grant) => ({
      person_id: id,
      role: grant.role,
      department_id: 'department' in grant ? departmentId.get(grant.department) : null,
    }))
    await trx.insertInto('role_grant').values(rows).execute()
    if (positions.length === 0) continue
    await trx
      .insertInto('person_position')
      .values(positions.map((position) => ({ person_id: id, position })))
      .execute()
  }
  return ids
}

function person(
  name: string,
  language: LabelLanguage,
  grants: DemoPerson['grants'],
  positions: Position[] = [],
): DemoPerson {
  return { name, email: `${name.toLowerCase().replace(' ', '.')}@works.example`, language, grants, positions }
}

function head(department: string): DepartmentGrant {
  return { role: 'departmentHead', department }
}
