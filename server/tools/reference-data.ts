// Puts into an empty database what the product works with from its first day: calendar, regions, departments, policies,
// bands, rates, catalogues and the routing table. All of it is data that the works change afterwards.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { plantCode } from '../core/plant-calendar.ts'
import { causes } from './reference/causes.ts'
import { deadlinePolicies } from './reference/deadline-policies.ts'
import { defects } from './reference/defects.ts'
import { approvalBands, exchangeRates, trialCostLimit } from './reference/money.ts'
import { type Named, named } from './reference/named.ts'
import { departments, regions, routing } from './reference/organization.ts'
import { reasons } from './reference/reasons.ts'

/** Every catalogue of a fresh database, its entries in the order in which lists show them. */
export const catalogueEntries = { defect: defects, ...causes, ...reasons } as const satisfies Record<string, Named[]>

const lock = 7_203_305

/**
 * Does nothing and returns false when a calendar exists; otherwise installs everything in one transaction. Of several
 * servers that start together one installs, the others wait.
 */
export async function installReference(db: Kysely<Database>): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(trx)
    if (await trx.selectFrom('calendar').select('id').limit(1).executeTakeFirst()) return false
    await installCalendar(trx)
    await trx
      .insertInto('region')
      .values(regions.map((region, index) => ({ ...named(region), position: index + 1 })))
      .execute()
    await trx.insertInto('deadline_policy').values(deadlinePolicies).execute()
    await trx.insertInto('approval_band').values(approvalBands).execute()
    await trx.insertInto('trial_cost_limit').values(trialCostLimit).execute()
    await trx.insertInto('exchange_rate').values(exchangeRates).execute()
    await trx.insertInto('catalogue_entry').values(entries()).execute()
    await installDepartments(trx)
    return true
  })
}

/** Eight hours of five days, with the public holidays of the country. */
async function installCalendar(trx: Kysely<Database>): Promise<void> {
  const { id } = await trx
    .insertInto('calendar')
    .values({ code: plantCode, name: 'Plant', time_zone: 'Asia/Almaty', country: 'KZ', minutes_per_day: 480 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const windows = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { calendar_id: id, weekday, from_time: '09:00', to_time: '13:00' },
    { calendar_id: id, weekday, from_time: '14:00', to_time: '18:00' },
  ])
  await trx.insertInto('calendar_window').values(windows).execute()
}

function entries() {
  return Object.entries(catalogueEntries).flatMap(([catalogue, list]) =>
    list.map((entry, index) => ({
      catalogue: catalogue as keyof typeof catalogueEntries,
      ...named(entry),
      position: index + 1,
    })),
  )
}

async function installDepartments(trx: Kysely<Database>): Promise<void> {
  const rows = await trx
    .insertInto('department')
    .values(departments.map(({ office, ...department }) => ({ ...named(department), office })))
    .returning(['id', 'code'])
    .execute()
  const ids = new Map(rows.map(({ id, code }) => [code, id]))
  const rules = routing.map(({ subject, stage, department, days }) => {
    const departmentId = ids.get(department)
    if (!departmentId) throw new Error(`The routing table names the unknown department ${department}`)
    return { subject, stage, department_id: departmentId, due_working_days: days }
  })
  await trx.insertInto('routing_rule').values(rules).execute()
}
