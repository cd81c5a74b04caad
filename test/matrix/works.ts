// Rows of the works themselves: people, tables of administration, regions.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'

interface Given {
  departmentId: string
  personId: string
  deputyId: string
  /** The account nearby and the one far away, to which grants are limited. */
  accounts: readonly [string, string]
}

/** Type, relation and key of each row; `any` where all viewers stand the same to it. */
export async function givenWorks(
  db: Kysely<Database>,
  { departmentId, personId, deputyId, accounts }: Given,
): Promise<[type: string, relation: string, key: string][]> {
  await fillTables(db)
  await sql`
    insert into sign_in_change (person_id, kind, by_person_id, at)
    select id, 'passwordGiven', ${deputyId}, '2026-11-02T09:00:00Z' from person`.execute(db)
  const [near, far] = [await regionOf(db, accounts[0]), await regionOf(db, accounts[1])]
  const grant = (regionId: string, accountId: string) =>
    added(db, 'role_grant', {
      person_id: personId,
      role: 'departmentResponder',
      department_id: departmentId,
      region_id: regionId,
      account_id: accountId,
      granted_by: deputyId,
    })
  const absence = await added(db, 'absence', {
    person_id: personId,
    deputy_id: deputyId,
    from_at: new Date('2027-01-01T00:00:00Z'),
    to_at: new Date('2027-01-09T00:00:00Z'),
  })
  await added(db, 'draft', {
    person_id: deputyId,
    key: 'log',
    body: '{}',
    based_on: 1,
    changed_at: new Date('2026-11-02T09:00:00Z'),
  })
  const at = new Date('2026-11-02T09:00:00Z')
  const view = { owner_id: deputyId, page: 'claims', name: 'Over', view: '{"clock":"over"}', changed_at: at }
  const exported = { person_id: deputyId, page: 'claims', view: '{}', format: 'csv', language: 'en', asked_at: at }
  return [
    ['Absence', 'any', absence],
    ['ApprovalBand', 'any', await anyOf(db, 'approval_band')],
    ['Calendar', 'any', await anyOf(db, 'calendar')],
    ['CatalogueEntry', 'any', await anyOf(db, 'catalogue_entry')],
    ['DeadlinePolicy', 'any', await anyOf(db, 'deadline_policy')],
    ['CoreCompetence', 'any', await anyOf(db, 'core_competence')],
    ['Department', 'any', departmentId],
    ['Product', 'any', await anyOf(db, 'product')],
    ['RoutingRule', 'any', await anyOf(db, 'routing_rule')],
    ['SavedView', 'any', await added(db, 'saved_view', { ...view, shared: true })],
    ['SavedView of another, not shared', 'any', await added(db, 'saved_view', view)],
    [
      'ListExport',
      'any',
      await added(db, 'list_export', {
        ...exported,
        state: 'ready',
        fault: 'lost',
        bytes: 1,
        ended_at: at,
        expires_at: at,
      }),
    ],
    ['Segment', 'any', await anyOf(db, 'segment')],
    ['SegmentCharacteristic', 'any', await anyOf(db, 'segment_characteristic')],
    ['Person', 'other', personId],
    ['Region', 'own', near],
    ['Region', 'region', far],
    ['RoleGrant', 'own', await grant(near, accounts[0])],
    ['RoleGrant', 'region', await grant(far, accounts[1])],
  ]
}

/** Every column that can be null has a value in the row that is read. */
async function fillTables(db: Kysely<Database>): Promise<void> {
  const calendarId = await anyOf(db, 'calendar')
  await db
    .insertInto('calendar_day')
    .values({
      calendar_id: calendarId,
      day: '2027-01-04',
      kind: 'working',
      name: 'Catching up',
      windows: JSON.stringify([{ from: '08:00', to: '12:00' }]),
    })
    .execute()
  const band = await anyOf(db, 'approval_band')
  const steps = JSON.stringify([{ needed: 1, of: ['headOfQuality'] }])
  await db.updateTable('approval_band').set({ up_to: '1000.00', steps }).where('id', '=', band).execute()
  const policy = await anyOf(db, 'deadline_policy')
  await db
    .updateTable('deadline_policy')
    .set({ severity: 'irritation', variant: 'scrapAtCustomer', version: 99, remind_after_days: [1] })
    .where('id', '=', policy)
    .execute()
  const names = { en: 'Name', ru: 'Имя', kk: 'Аты' }
  for (const table of ['department', 'region', 'catalogue_entry'] as const)
    await sql`update ${sql.table(table)} set name = name || ${JSON.stringify(names)}::jsonb`.execute(db)
}

async function anyOf(db: Kysely<Database>, table: keyof Database): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} order by id limit 1`.execute(db)
  return rows[0]?.id ?? ''
}

async function regionOf(db: Kysely<Database>, accountId: string): Promise<string> {
  const row = await db.selectFrom('account').where('id', '=', accountId).select('region_id').executeTakeFirstOrThrow()
  return row.region_id
}

/** Inserts a row and gives its id. */
export async function added(
  db: Kysely<Database>,
  table: keyof Database,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const columns = Object.keys(values).map((column) => sql.ref(column))
  const { rows } = await sql<{ id: string }>`insert into ${sql.table(table)} (${sql.join(columns)})
    values (${sql.join(Object.values(values))}) returning id`.execute(db)
  return rows[0]?.id ?? ''
}

/** The same for every trial. */
export async function rivalProduct(db: Kysely<Database>): Promise<string> {
  const known = await db.selectFrom('competitor_product').select('id').limit(1).executeTakeFirst()
  if (known) return known.id
  return added(db, 'competitor_product', { competitor: 'Other Works', name: 'Rival', grade: 'S235', note: 'Flat' })
}
