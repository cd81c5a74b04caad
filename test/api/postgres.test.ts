import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../postgres.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db?.drop())

describe('roles', () => {
  it('lets the app add to the history, not change it', async () => {
    const can = (what: string) =>
      sql<{ can: boolean }>`select has_table_privilege('csg_app', 'history', ${what}) as can`
        .execute(db.app)
        .then(({ rows }) => rows[0]?.can)
    expect(await can('select')).toBe(true)
    expect(await can('insert')).toBe(true)
    for (const what of ['update', 'delete', 'truncate']) expect(await can(what)).toBe(false)
    await expect(sql`update history set id = id`.execute(db.app)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`delete from history`.execute(db.app)).rejects.toMatchObject({ code: '42501' })
  })
})
