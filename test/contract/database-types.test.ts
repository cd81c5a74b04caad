// The row types that the code is written against are the tables that the migrations make.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnKind, type Table } from '../../server/core/column-kinds.ts'
import { freshDatabase, type TestDatabase } from '../postgres.ts'
import { type Column, rowTypes } from './row-types.ts'

type Stored = { table: string; column: string; type: string; nullable: boolean; defaulted: boolean }

/** Bits of `pg_trigger.tgtype`: such a trigger fills a column as a default does. */
const BEFORE_INSERT = 2 | 4

let db: TestDatabase
let stored: Stored[]
beforeAll(async () => {
  db = await freshDatabase()
  const { rows } = await sql<Stored>`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
           not a.attnotnull as nullable,
           a.atthasdef or a.attidentity <> '' or exists (
             select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
              where t.tgrelid = c.oid and t.tgtype & ${BEFORE_INSERT} = ${BEFORE_INSERT}
                and p.prosrc like '%into new.' || a.attname || ' %') as defaulted
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
       and c.relname not like 'kysely\_%'
     order by c.relname, a.attnum`.execute(db.owner)
  stored = rows
})
afterAll(async () => {
  await db?.drop()
})

describe('row types', () => {
  const types = rowTypes()

  it('name the tables of the database', () => {
    expect([...types.keys()].sort()).toEqual([...new Set(stored.map(({ table }) => table))].sort())
  })

  it('say of each column what it holds, whether it may be null and whether it has a default', () => {
    const written = [...types].flatMap(([table, columns]) => columns.map((column) => line(table, column)))
    const real = stored.map(({ table, column, type, nullable, defaulted }) => {
      return line(table, { name: column, kind: kinds[type] ?? `unknown ${type}`, nullable, defaulted, words: null })
    })
    expect(written.sort()).toEqual(real.sort())
  })
})

describe('column kinds', () => {
  it('tell which columns change on their way through JSON', () => {
    const wrong = stored.filter(({ table, column, type }) => {
      return !neverSelected.includes(table) && columnKind(table as Table, column) !== (inJson[type] ?? 'plain')
    })
    expect(wrong.map(({ table, column, type }) => `${table}.${column} ${type}`)).toEqual([])
  })
})

/** Tables that no answer of the API reads. */
const neverSelected = [
  'credential',
  'verification',
  'sign_in_attempt',
  'second_factor',
  'second_factor_code',
  'idempotency_key',
]

const inJson: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'instant',
  numeric: 'decimal',
  'numeric[]': 'decimals',
}

/** How the driver hands over a PostgreSQL type (server/core/column-parsers.ts). */
const kinds: Readonly<Record<string, string>> = {
  uuid: 'text',
  text: 'text',
  date: 'text',
  numeric: 'text',
  tsvector: 'text',
  integer: 'number',
  bigint: 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'Date',
  jsonb: 'json',
  bytea: 'Buffer',
  'text[]': 'text[]',
  'numeric[]': 'text[]',
  'integer[]': 'number[]',
}

function line(table: string, { name, kind, nullable, defaulted }: Column): string {
  return `${table}.${name} ${kind}${nullable ? ' null' : ''}${defaulted ? ' default' : ''}`
}
