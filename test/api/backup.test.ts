// A backup restored into an empty database gives the same rows; secrets of the moment are not in it.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../schema/database.ts'
import { diskBlobs } from '../../server/core/disk-blobs.ts'
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
  const factor = { person_id: engineer.id, secret: 'secret-of-an-authenticator', backup_codes: 'secret-codes' }
  await db.insertInto('second_factor').values(factor).execute()
  const asksCode = (second_factor: boolean) =>
    db.updateTable('person').set({ second_factor }).where('id', '=', engineer.id).execute()
  await asksCode(true)
  await dump(world.database.owner, file, null)
  // What is restored asks nobody for a code whose secret is gone.
  await asksCode(false)
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

it('gives the same rows in every table, and numbers go on behind the last', async () => {
  const empty = await freshDatabase()
  try {
    const { counts } = await load(empty.owner, file, null)
    expect(counts).toMatchObject({ service_case: 3, claim: 3, history: 3, piece: 2 })
    expect(await tableDigests(empty.owner)).toEqual(await tableDigests(world.database.owner))
    const next = async (db: Kysely<Database>) =>
      (await sql<{ n: string }>`select nextval('claim_number') as n`.execute(db)).rows[0]?.n
    expect(await next(empty.owner)).toEqual(await next(world.database.owner))
  } finally {
    await empty.drop()
  }
})

it('holds no session token and no second factor', async () => {
  const text = gunzipSync(await readFile(file)).toString()
  for (const secret of ['secret-session-token', 'secret-of-an-authenticator', 'secret-codes'])
    expect(text).not.toContain(secret)
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
    await expect(load(empty.owner, cut, null)).rejects.toThrow('cut off')
    await expect(load(empty.owner, other, null)).rejects.toThrow('another version')
    expect(await empty.owner.selectFrom('service_case').select('id').execute()).toEqual([])
    await expect(load(world.database.owner, file, null)).rejects.toThrow('not empty')
  } finally {
    await empty.drop()
  }
})

it('carries the files of cases, each held against its hash, and names those that it had to leave out', async () => {
  const db = world.database.owner
  const from = diskBlobs(join(folder, 'from'))
  const to = diskBlobs(join(folder, 'to'))
  const { id: caseId } = await db.selectFrom('service_case').select('id').limit(1).executeTakeFirstOrThrow()
  const { id: byId } = await db.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
  // Larger than one piece of the backup, and no multiple of it.
  const whole = await kept(randomBytes(500_001))
  const damaged = await kept(Buffer.from('what was kept'))
  await rm(join(folder, 'from', 'originals', damaged))
  await writeFile(join(folder, 'from', 'originals', damaged), 'something else')
  const lost = await kept(Buffer.from('lost'))
  await from.remove(`originals/${lost}`)

  const path = join(folder, 'files.jsonl.gz')
  const dumped = await dump(db, path, from)
  expect(dumped).toMatchObject({ files: 1, bytes: 500_001 })
  expect(dumped.leftOut).toEqual([damaged, lost].sort().map((id) => `originals/${id}`))
  const empty = await freshDatabase()
  try {
    expect(await load(empty.owner, path, to)).toMatchObject({ files: 1 })
    expect(await readFile(join(folder, 'to', 'originals', whole))).toEqual(
      await readFile(join(folder, 'from', 'originals', whole)),
    )
  } finally {
    await empty.drop()
  }
  const lines = gunzipSync(await readFile(path))
    .toString()
    .split('\n')
  const at = lines.findIndex((line) => line.startsWith('{"file"'))
  const bad = join(folder, 'bad.jsonl.gz')
  await writeFile(bad, gzipSync(lines.with(at + 1, JSON.stringify(['AAAA'])).join('\n')))
  const other = await freshDatabase()
  try {
    await expect(load(other.owner, bad, to)).rejects.toThrow('damaged')
    expect(await other.owner.selectFrom('service_case').select('id').execute()).toEqual([])
  } finally {
    await other.drop()
  }

  async function kept(content: Buffer): Promise<string> {
    const id = randomUUID()
    const sha256 = createHash('sha256').update(content).digest('hex')
    const file = join(folder, id)
    await writeFile(file, content)
    await from.put(`originals/${id}`, file, { sha256, mediaType: 'image/png' })
    const row = { id, case_id: caseId, name: 'a.png', media_type: 'image/png', bytes: content.length, sha256 }
    const by = {
      by_id: byId,
      by_name: 'Front Person',
      as_role: 'csEngineer' as const,
      at: new Date('2026-11-02T05:00:00Z'),
    }
    await db
      .insertInto('attachment')
      .values({ ...row, ...by, preview: 'none' })
      .execute()
    return id
  }
})
