// What the selection knows of columns equals the database: moments and exact numbers, table by table.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { columnKind, type Table } from '../../server/core/column-kinds.ts'
import { freshDatabase, type TestDatabase } from '../postgres.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.drop())

/** Never read through the selection. */
const NOT_SELECTED = [
  'session',
  'credential',
  'verification',
  'sign_in_attempt',
  'second_factor',
  'second_factor_code',
  'idempotency_key',
  'kysely_migration',
  'kysely_migration_lock',
]
const KINDS: Record<string, string> = { timestamptz: 'instant', numeric: 'decimal', _numeric: 'decimals' }

it('knows the kind of every column', async () => {
  const { rows } = await sql<{ table: Table; column: string; type: string }>`
    select table_name as table, column_name as column, udt_name as type from information_schema.columns
     where table_schema = 'public' and not table_name = any(${NOT_SELECTED}) order by 1, ordinal_position`.execute(
    database.owner,
  )
  expect(rows.length).toBeGreaterThan(200)
  const wrong = rows.filter(({ table, column, type }) => columnKind(table, column) !== (KINDS[type] ?? 'plain'))
  expect(wrong).toEqual([])
})
