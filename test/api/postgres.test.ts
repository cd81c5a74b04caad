import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UUIDV7_BELOW_18 } from '../../migrations/001-base.ts'
import { openDatabase } from '../../server/core/database.ts'
import { provideDatabase } from '../../server/core/database-source.ts'
import { migrateToLatest } from '../../server/core/migrate.ts'
import { withRetry } from '../../server/core/retry.ts'
import { freshDatabase, type TestDatabase } from '../postgres.ts'

let db: TestDatabase
let superuser: TestDatabase['owner']
beforeAll(async () => {
  db = await freshDatabase()
  superuser = openDatabase({ connection: db.connections.superuser, poolSize: 1 })
})
afterAll(async () => {
  await superuser?.destroy()
  await db?.drop()
})

async function one<T>(database: TestDatabase['app'], query: RawBuilder<{ value: T }>): Promise<T | undefined> {
  return (await query.execute(database)).rows[0]?.value
}

describe('roles', () => {
  const addedTo = ['history', 'sign_in_change']
  const may = (table: string, what: string) =>
    one(db.app, sql<{ value: boolean }>`select has_table_privilege('csg_app', ${table}, ${what}) as value`)

  it.for(addedTo)('let the app add to the %s, not change it', async (table) => {
    const trail = sql.table(table)
    for (const what of ['select', 'insert']) expect(await may(table, what)).toBe(true)
    for (const what of ['update', 'delete', 'truncate']) expect(await may(table, what)).toBe(false)
    await expect(sql`update ${trail} set id = id`.execute(db.app)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`delete from ${trail}`.execute(db.app)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`truncate ${trail}`.execute(db.app)).rejects.toMatchObject({ code: '42501' })
  })

  it('give the app the rows of every other table, and no table', async () => {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables
       where schemaname = 'public' and tablename <> all(${addedTo}) and tablename not like 'kysely_%'`.execute(db.owner)
    expect(rows.length).toBeGreaterThan(10)
    for (const { name } of rows) {
      for (const what of ['select', 'insert', 'update', 'delete'])
        expect([name, what, await may(name, what)]).toEqual([name, what, true])
    }
    await expect(sql`create table own ()`.execute(db.app)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`delete from kysely_migration`.execute(db.app)).rejects.toMatchObject({ code: '42501' })
  })

  it('reach tables and schemas that the owner makes after the grants, as a job queue does', async () => {
    await sql`create schema later`.execute(db.owner)
    await sql`create table later.job (id bigint generated always as identity, name text)`.execute(db.owner)
    await sql`insert into later.job (name) values ('one')`.execute(db.app)
    await sql`update later.job set name = 'two'`.execute(db.app)
    expect(await one(db.app, sql<{ value: string }>`select name as value from later.job`)).toBe('two')
  })
})

describe('connections', () => {
  const pid = (database: TestDatabase['app']) => one(database, sql<{ value: number }>`select pg_backend_pid() as value`)
  const terminate = (backend: number | undefined) => sql`select pg_terminate_backend(${backend})`.execute(db.owner)

  it('that die while idle are replaced, and the process goes on', async () => {
    const heard: string[] = []
    const options = { connection: db.connections.owner, poolSize: 1 }
    const small = openDatabase({ ...options, report: ({ message }) => heard.push(message) })
    const backend = await pid(small)
    await terminate(backend)
    await expect.poll(() => heard).toContain('terminating connection due to administrator command')
    expect(await pid(small)).not.toBe(backend)
    await small.destroy()
  })

  it('that die while checked out fail their command, which may be tried again', async () => {
    let tries = 0
    const value = await withRetry(() =>
      db.owner.transaction().execute(async (trx) => {
        tries += 1
        if (tries === 1) await terminate(await pid(trx))
        return await one(trx, sql<{ value: number }>`select 5 as value`)
      }),
    )
    expect([value, tries]).toEqual([5, 2])
  })

  it('carry the limits of time', async () => {
    const shown = (setting: string) => one(db.app, sql<{ value: string }>`select current_setting(${setting}) as value`)
    expect(await shown('statement_timeout')).toBe('15s')
    expect(await shown('lock_timeout')).toBe('5s')
    expect(await shown('idle_in_transaction_session_timeout')).toBe('30s')
  })

  it('name each distinct statement once', async () => {
    await db.app.connection().execute(async (connection) => {
      for (const value of [1, 2, 3]) await sql`select ${value}::int + 40 as marked`.execute(connection)
      const { rows } = await sql<{ name: string; uses: number }>`
        select name, generic_plans + custom_plans as uses from pg_prepared_statements
         where statement = 'select $1::int + 40 as marked'`.execute(connection)
      expect(rows).toEqual([{ name: expect.stringMatching(/^s\d+$/), uses: 3 }])
    })
  })

  it('name at most 500 statements, and run the others all the same', async () => {
    await db.app.connection().execute(async (connection) => {
      for (let index = 0; index < 520; index += 1) {
        expect(await one(connection, sql<{ value: number }>`select ${sql.lit(index)} as value`)).toBe(index)
      }
      expect(await one(connection, sql<{ value: number }>`select count(*) as value from pg_prepared_statements`)).toBe(
        500,
      )
    })
  })
})

describe('values', () => {
  it('arrive exact: numeric and days as text, counts as numbers, moments as Date', async () => {
    const { rows } = await sql`
      select 12345678901234567890.10::numeric as money, 9007199254740991::int8 as count, '2026-02-03'::date as day,
             '2026-02-03 04:05:06+03'::timestamptz as moment, array[1.10, null]::numeric[] as masses,
             array['2026-02-03']::date[] as days, array[7, null]::int8[] as counts`.execute(db.app)
    expect(rows[0]).toEqual({
      money: '12345678901234567890.10',
      count: 9007199254740991,
      day: '2026-02-03',
      moment: new Date('2026-02-03T01:05:06Z'),
      masses: ['1.10', null],
      days: ['2026-02-03'],
      counts: [7, null],
    })
  })

  it('are refused where JavaScript could not hold them', async () => {
    await expect(sql`select 9007199254740992::int8`.execute(db.app)).rejects.toThrow('9007199254740992 is beyond')
  })
})

describe('the schema', () => {
  it('is made once by several servers that start together', async () => {
    const name = `race_${process.pid}`
    await sql`create database ${sql.id(name)} owner csg_owner`.execute(superuser)
    const connection = { ...db.connections.owner, database: name }
    const servers = [1, 2, 3].map(() => openDatabase({ connection, poolSize: 1, statementTimeoutMs: 0 }))
    const ran = await Promise.all(servers.map((server) => migrateToLatest(server, { appRole: 'csg_app' })))
    const names = ran.filter((list) => list.length > 0)
    expect(names).toHaveLength(1)
    expect(names[0]?.[0]).toBe('001-base')
    await Promise.all(servers.map((server) => server.destroy()))
    await sql`drop database ${sql.id(name)}`.execute(superuser)
  })

  it('makes keys of version 7 in order of time on servers that have none', async () => {
    await sql.raw(UUIDV7_BELOW_18).execute(db.owner)
    const { rows } = await sql<{ ours: string; theirs: string }>`
      select public.uuidv7() as ours, pg_catalog.uuidv7() as theirs from generate_series(1, 50)`.execute(db.owner)
    for (const { ours, theirs } of rows) {
      expect(ours).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      const milliseconds = (key: string) => Number.parseInt(key.replaceAll('-', '').slice(0, 12), 16)
      expect(Math.abs(milliseconds(ours) - milliseconds(theirs))).toBeLessThan(1_000)
    }
    const keys = rows.map(({ ours }) => ours.slice(0, 18))
    expect(keys).toEqual([...keys].sort())
  })

  it.each([
    ['Ёлка ÄRGER', 'елка arger'],
    ['Қазақстан', 'қазақстан'],
    ['C-2026-000123', 'c-2026-000123'],
  ])('folds %s to %s', async (text, folded) => {
    expect(await one(db.app, sql<{ value: string }>`select fold(${text}) as value`)).toBe(folded)
  })
})

describe('a database of your own', () => {
  it('is used as given, with a second role for the schema where one is set', async () => {
    const url = ({ user, password, host, port, database }: TestDatabase['connections']['app']) =>
      `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
    const source = await provideDatabase({
      databaseUrl: url(db.connections.app),
      databaseOwnerUrl: url(db.connections.owner),
      attach: false,
      dataDirectory: '/nowhere',
    })
    expect(source.appRole).toBe('csg_app')
    const owner = openDatabase({ connection: source.owner, poolSize: 1 })
    expect(await one(owner, sql<{ value: string }>`select current_user as value`)).toBe('csg_owner')
    expect(await migrateToLatest(owner, { appRole: source.appRole })).toEqual([])
    await owner.destroy()
    await source.stop()
  })
})
