// Small worlds for tests: people in every role, a customer with an order, a heat and coils.
import type { Kysely } from 'kysely'
import type { Database } from '../schema/database.ts'
import type { GrantableRole, Position } from '../schema/vocabulary.ts'
import type { Grant, PersonViewer } from '../server/core/viewer.ts'
import { installReference } from '../server/tools/reference-data.ts'

type Db = Kysely<Database>

export interface GivenPerson {
  name: string
  role: GrantableRole
  positions?: Position[]
  departmentId?: string
  regionId?: string
  accountId?: string
}

/** Reference data, and the ids of departments and regions by their codes. */
export async function givenReference(
  db: Db,
): Promise<{ departments: Record<string, string>; regions: Record<string, string> }> {
  await installReference(db)
  const departments = await db.selectFrom('department').select(['code', 'id']).execute()
  const regions = await db.selectFrom('region').select(['code', 'id']).execute()
  return { departments: byCode(departments), regions: byCode(regions) }
}

/** A person with one role, as the viewer he is. */
export async function givenPerson(
  db: Db,
  { name, role, positions = [], ...limits }: GivenPerson,
): Promise<PersonViewer> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.test`
  const { id } = await db.insertInto('person').values({ name, email }).returning('id').executeTakeFirstOrThrow()
  await db
    .insertInto('role_grant')
    .values({
      person_id: id,
      role,
      department_id: limits.departmentId ?? null,
      region_id: limits.regionId ?? null,
      account_id: limits.accountId ?? null,
    })
    .execute()
  for (const position of positions) await db.insertInto('person_position').values({ person_id: id, position }).execute()
  const department = limits.departmentId
    ? await db.selectFrom('department').where('id', '=', limits.departmentId).select('office').executeTakeFirst()
    : undefined
  const grant: Grant = {
    role,
    departmentId: limits.departmentId ?? null,
    office: department?.office ?? null,
    regionId: limits.regionId ?? null,
    accountId: limits.accountId ?? null,
  }
  return {
    kind: 'person',
    id,
    name,
    language: 'en',
    timeZone: 'UTC',
    grants: [grant],
    positions,
    managedAccountIds: [],
    backDates: false,
  }
}

export interface GivenAccount {
  name: string
  regionId: string
  key?: boolean
  managerId?: string
  replacementDays?: number
  silenceAccepts?: boolean
}

/** An end user with one contact who reads English. */
export async function givenAccount(db: Db, given: GivenAccount): Promise<{ id: string; contactId: string }> {
  const { id } = await db
    .insertInto('account')
    .values({
      number: `A-${given.name}`,
      name: given.name,
      region_id: given.regionId,
      consumer_type: 'endUser',
      country: 'DE',
      key: given.key ?? false,
      manager_id: given.managerId ?? null,
      replacement_days: given.replacementDays ?? null,
      silence_accepts: given.silenceAccepts ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const contact = await db
    .insertInto('contact')
    .values({ account_id: id, name: 'Mx Sample', email: 'sample@example.test', language: 'en' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, contactId: contact.id }
}

/** Coils of one heat, delivered to the account, of 10.000 t each, sold for 800 USD a tonne. */
export async function givenCoils(
  db: Db,
  accountId: string,
  heat: string,
  numbers: readonly string[],
  { grade = 'DX51D', line = 'HDG-1' } = {},
): Promise<{ heatId: string; coils: string[] }> {
  const { id: heatId } = await db
    .insertInto('heat')
    .values({ number: heat, grade })
    .onConflict((conflict) => conflict.column('number').doUpdateSet({ grade }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const order = await db
    .insertInto('customer_order')
    .values({ number: `O-${heat}`, account_id: accountId, price_per_tonne: '800.00', currency: 'USD' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = await db
    .insertInto('piece')
    .values(
      numbers.map((number) => ({
        number,
        kind: 'coil' as const,
        heat_id: heatId,
        account_id: accountId,
        order_id: order.id,
        line,
        mass: '10.000',
      })),
    )
    .returning('id')
    .execute()
  return { heatId, coils: rows.map(({ id }) => id) }
}

function byCode(rows: { code: string; id: string }[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ code, id }) => [code, id]))
}
