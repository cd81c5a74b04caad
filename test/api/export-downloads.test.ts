/** The road to exported files: whole and to be saved for who asked; for everybody else, and after a day, nothing. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskBlobs } from '../../server/core/disk-blobs.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { removeExports, writeExport } from '../../server/export-list.ts'
import { exportsRoute } from '../../server/http-exports.ts'
import { answerRefusals } from '../../server/http-refusal.ts'
import { identifyRequests } from '../../server/http-request-id.ts'
import { securityHeaders } from '../../server/http-security-headers.ts'
import { listen } from '../../server/http-server.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { ask } from '../graph.ts'

const at = new Date('2026-11-02T05:00:00Z')
let test: TestEngine
let engineer: PersonViewer
let colleague: PersonViewer
let folder: string
let server: Awaited<ReturnType<typeof listen>>
let viewer: PersonViewer | null

beforeAll(async () => {
  test = await testEngine(at)
  const db = test.database.owner
  const { regions } = await givenReference(db)
  engineer = await givenPerson(db, { name: 'Eva Engineer', role: 'csEngineer' })
  colleague = await givenPerson(db, { name: 'Cleo Colleague', role: 'csEngineer' })
  await givenAccount(db, { name: 'Zamočník & synové', regionId: regions.europe ?? '' })
  folder = await mkdtemp(join(tmpdir(), 'exports-'))
  const logger = pino({ level: 'silent' })
  const app = express()
  app.use(identifyRequests(logger), securityHeaders('http://localhost'))
  app.get('/exports/:id', exportsRoute({ engine: test.engine, viewerOf: async () => viewer, blobs: diskBlobs(folder) }))
  app.use(answerRefusals(logger))
  server = await listen(app, { port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server?.close(100)
  await rm(folder, { recursive: true, force: true })
  await test.close()
})

it('gives the file to who asked for it, to be saved and never to be shown', async () => {
  const path = await exported()
  const answer = await fetchAs(engineer, path)
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="accounts-2026-11-02.csv"',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes)).toContain('Zamočník & synové')
  expect(answer.headers.get('content-length')).toBe(String(bytes.length))
})

it('has nothing for a colleague, for made-up ids and for who is not signed in', async () => {
  const path = await exported()
  const told = await Promise.all(
    [path, '/exports/018f0000-0000-7000-8000-000000000000', '/exports/..%2f..%2fsecret', '/exports/1'].map(
      async (one) => {
        const answer = await fetchAs(colleague, one)
        return { status: answer.status, code: ((await answer.json()) as { code: string }).code }
      },
    ),
  )
  expect(told).toEqual(Array(4).fill({ status: 404, code: 'NOT_FOUND' }))
  expect((await fetchAs(null, path)).status).toBe(401)
})

it('has nothing before it is written, nor a day after it was asked for, whether or not it was thrown away', async () => {
  const unwritten = await asked()
  expect((await fetchAs(engineer, `/exports/${unwritten}`)).status).toBe(404)
  const path = await exported()
  test.setTime(new Date(at.getTime() + 24 * 3_600_000 - 1))
  expect((await fetchAs(engineer, path)).status).toBe(200)
  test.setTime(new Date(at.getTime() + 24 * 3_600_000))
  expect((await fetchAs(engineer, path)).status).toBe(404)
  await removeExports(test.engine, diskBlobs(folder))
  expect((await fetchAs(engineer, path)).status).toBe(404)
  test.setTime(at)
})

it('tells who asked that the file is ready, until it is fetched', async () => {
  const bell = async () => {
    const { me } = await ask<{ me: { unreadNotifications: number; notifications: { nodes: object[] } } }>(
      test.engine,
      engineer,
      '{ me { unreadNotifications notifications(first: 1) { nodes { kind text exportPath case { number } } } } }',
    )
    return { unread: me.unreadNotifications, newest: me.notifications.nodes[0] }
  }
  await test.database.owner.deleteFrom('notification').execute()
  const path = await exported()
  const notice = { kind: 'exportReady', text: 'Export: Customers', exportPath: path, case: null }
  expect(await bell()).toEqual({ unread: 1, newest: notice })
  await (await fetchAs(engineer, path)).arrayBuffer()
  await expect.poll(async () => (await bell()).unread).toBe(0)
})

async function fetchAs(who: PersonViewer | null, path: string): Promise<Response> {
  viewer = who
  return fetch(`http://127.0.0.1:${server.port}${path}`)
}

/** Asks for the customers as CSV; the key of the export. */
async function asked(): Promise<string> {
  const { answer } = await ask<{ answer: { id: string } }>(
    test.engine,
    engineer,
    'mutation { answer: exportList(input: { page: accounts, view: "{}", format: csv, mark: true }) { ... on ListExport { id } } }',
  )
  return Buffer.from(answer.id, 'base64url').toString().split(':')[1] ?? ''
}

/** Written too; the address that the graph gives. */
async function exported(): Promise<string> {
  const id = await asked()
  await writeExport(test.engine, diskBlobs(folder), id)
  const { myExports } = await ask<{ myExports: { nodes: { path: string | null }[] } }>(
    test.engine,
    engineer,
    '{ myExports(first: 1) { nodes { path } } }',
  )
  return myExports.nodes[0]?.path ?? ''
}
