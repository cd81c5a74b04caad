// A backup restored into an empty database gives the same rows; secrets of the moment are not in it.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../schema/database.ts'
import { dump } from '../../server/tools/backup/dump.ts'
import { load } from '../../server/tools/backup/load.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenCoils, givenPerson, givenReference } from '../given.ts'
import { globalId, send } from '../graph.ts'
import { freshDatabase } from '../postgres.ts'
import { tableDigests } from '../table-digests.ts'

let world: TestEngine
let folder: string
let file: string

beforeAll(async () => {
  world = await testEngine()
  folder = await mkdtemp(join(tmpdir(), 'csg-backup-'))
  file = join(folder, 'backup.jsonl.gz')
  const db = world.database.app
  const { regions } = await givenReference(db)
  const engineer = await givenPerson(db, { name: 'Front Person', role: 'csEngineer' })
  const account = await givenAccount(db, { name: 'Nordwind Tubes', regionId: regions.europe ?? '' })
  await givenCoils(db, account.id, '71001', ['1', '2'])
  for (const whatHappened of ['Wavy edges', 'Кромка «волнистая»\nвторая строка', 'سطح خراشیده']) {
    const input = { accountId: globalId('Account', account.id), whatHappened, receivedAt: '2026-11-02T04:50:00Z' }
    expect(await send(world.engine, engineer, 'registerClaim', input)).toMatchObject({ __typename: 'ClaimMoved' })
  }
  await db
    .insertInto('session')
    .values({ token: 'secret-session-token', person_id: engineer.id, expires_at: new Date('2027-01-01') })
    .execute()
  await dump(world.database.owner, file)
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

it('gives the same rows in every table, and numbers go on behind the last', async () => {
  const empty = await freshDatabase()
  try {
    const counts = await load(empty.owner, file)
    expect(counts).toMatchObject({ service_case: 3, claim: 3, history: 3, piece: 2 })
    expect(await tableDigests(empty.owner)).toEqual(await tableDigests(world.database.owner))
    const next = async (db: Kysely<Database>) =>
      (await sql<{ n: string }>`select nextval('claim_number') as n`.execute(db)).rows[0]?.n
    expect(await next(empty.owner)).toEqual(await next(world.database.owner))
  } finally {
    await empty.drop()
  }
})

it('holds no session token', async () => {
  expect(gunzipSync(await readFile(file)).toString()).not.toContain('secret-session-token')
})

it('refuses a file that is cut off or of another version, and a database that is not empty; nothing is written', async () => {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trimEnd()
    .split('\n')
  const cut = join(folder, 'cut.jsonl.gz')
  await writeFile(cut, gzipSync(lines.slice(0, -1).join('\n')))
  const other = join(folder, 'other.jsonl.gz')
  await writeFile(
    other,
    gzipSync([JSON.stringify({ format: 'csg-backup-1', migrations: ['001-base'] }), ...lines.slice(1)].join('\n')),
  )
  const empty = await freshDatabase()
  try {
    await expect(load(empty.owner, cut)).rejects.toThrow('cut off')
    await expect(load(empty.owner, other)).rejects.toThrow('another version')
    expect(await empty.owner.selectFrom('service_case').select('id').execute()).toEqual([])
    await expect(load(world.database.owner, file)).rejects.toThrow('not empty')
  } finally {
    await empty.drop()
  }
})
