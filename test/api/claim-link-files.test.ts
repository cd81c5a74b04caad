// Files that a customer adds through the link to his claim: taken in like those of staff, counted, his own, and told to who runs the claim.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attachmentPlaces } from '../../server/cases/attachment-places.ts'
import { createCustomerLink } from '../../server/core/customer-link.ts'
import { createViewerReader } from '../../server/core/session-viewer.ts'
import { attachmentRoutes } from '../../server/http-attachments.ts'
import { claimLinkRoutes } from '../../server/http-claim-link.ts'
import { answerRefusals } from '../../server/http-refusal.ts'
import { listen } from '../../server/http-server.ts'
import { ask, globalId } from '../graph.ts'
import { claimIn, type DrivenClaim } from '../stories/driven-claim.ts'
import { openWorld, type World } from '../stories/world.ts'
import { metadata } from './attachment-road.ts'

let world: World
let door: { url: string; close(): Promise<void> }

beforeAll(async () => {
  world = await openWorld()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'csg-linked-'))
  const attachmentLimits = { mostBytes: 1_048_576, mostPerCase: 200 }
  const places = attachmentPlaces({ dataDirectory, attachmentLimits, s3: undefined })
  const settings = { publicUrl: 'http://localhost', authSecret: 'x'.repeat(32) }
  const viewerOf = createViewerReader(world.engine, settings)
  const app = express()
  app.use('/attachments', attachmentRoutes({ engine: world.engine, viewerOf, places }))
  app.use('/claim-links', claimLinkRoutes(world.engine, { limits: places.limits, writeTo: 'claims@works.example' }))
  app.use(answerRefusals(pino({ level: 'silent' })))
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  door = {
    url: `http://127.0.0.1:${server.port}`,
    async close() {
      await server.close(100)
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
})
afterAll(async () => {
  await door?.close()
  await world?.close()
})

const given = ({ key, customer }: DrivenClaim) =>
  createCustomerLink(world.db, {
    contactId: customer.contactId,
    caseId: key,
    createdBy: world.people.engineer.id,
    at: world.time,
  })

const shown = async (token: string) => (await fetch(`${door.url}/claim-links/${token}`)).json()

/** Sends a file whole; the last answer's status and, where it was refused, its code. */
async function sent(token: string, claim: DrivenClaim, name: string, content: string | Uint8Array) {
  const authorization = `CustomerLink ${token}`
  const bytes = Buffer.from(content)
  const tus = { authorization, 'Tus-Resumable': '1.0.0' }
  const begun = await fetch(`${door.url}/attachments/uploads/`, {
    method: 'POST',
    headers: {
      ...tus,
      'Upload-Length': String(bytes.length),
      'Upload-Metadata': metadata({ caseId: claim.key, content: bytes, name }),
    },
  })
  if (begun.status !== 201) return { status: begun.status, code: (await begun.json()).code }
  const ended = await fetch(new URL(begun.headers.get('location') ?? '', door.url), {
    method: 'PATCH',
    headers: { ...tus, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
    body: bytes,
  })
  return ended.status === 204 ? { status: 204 } : { status: ended.status, code: (await ended.json()).code }
}

it('takes files of the customer, shows them to him and to the front office as his, and tells who runs the claim once', async () => {
  const claim = await claimIn(world, 'collecting')
  const token = await given(claim)
  expect(await shown(token)).toMatchObject({
    files: [],
    attach: { caseId: globalId('Claim', claim.key), mostBytes: 1_048_576, mostFiles: 20 },
    writeTo: 'claims@works.example',
  })
  expect(await sent(token, claim, 'coil.txt', 'Rust at the edge')).toEqual({ status: 204 })
  expect(await sent(token, claim, 'weight.csv', 'coil;t\n1;2')).toEqual({ status: 204 })
  const { files } = await shown(token)
  expect(files).toMatchObject([
    { name: 'weight.csv', own: true, bytes: 10 },
    { name: 'coil.txt', own: true },
  ])
  const got = await fetch(`${door.url}/attachments/${files[1].id}`, {
    headers: { authorization: `CustomerLink ${token}` },
  })
  expect(await got.text()).toBe('Rust at the edge')
  const seen = await ask<{ claim: { owner: { id: string }; attachments: { nodes: object[] } } }>(
    world.engine,
    world.people.engineer,
    'query($id: ID!) { claim(id: $id) { owner { id } attachments(first: 10) { nodes { name asRole byName } } } }',
    { id: globalId('Claim', claim.key) },
  )
  expect(seen.claim.attachments.nodes).toMatchObject([
    { name: 'weight.csv', asRole: 'customerContact' },
    { name: 'coil.txt', asRole: 'customerContact' },
  ])
  const told = await world.db
    .selectFrom('notification')
    .where('case_id', '=', claim.key)
    .where('kind', '=', 'step')
    .where(sql<boolean>`detail ->> 'change' = 'added'`)
    .select('person_id')
    .execute()
  expect(told.map(({ person_id }) => globalId('Person', person_id))).toEqual([seen.claim.owner.id])
})

it('refuses by content, length, number, and once the claim has ended', async () => {
  const claim = await claimIn(world, 'collecting')
  const token = await given(claim)
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
  expect(await sent(token, claim, 'photo.jpg', program)).toMatchObject({ status: 422, code: 'fileKind' })
  expect(await sent(token, claim, 'empty.txt', '')).toMatchObject({ status: 422, code: 'fileEmpty' })
  expect(await sent(token, claim, 'long.txt', 'x'.repeat(1_048_577))).toMatchObject({
    status: 413,
    code: 'fileTooLarge',
  })
  expect((await shown(token)).files).toEqual([])
  for (let number = 1; number <= 20; number++) {
    expect(await sent(token, claim, `note-${number}.txt`, `Note ${number}`)).toEqual({ status: 204 })
  }
  expect(await sent(token, claim, 'note-21.txt', 'Note 21')).toMatchObject({ status: 422, code: 'tooManyOwnFiles' })
  const other = await claimIn(world, 'collecting')
  expect(await sent(token, other, 'note.txt', 'Not mine')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  const ended = await claimIn(world, 'closed')
  const late = await given(ended)
  expect((await shown(late)).attach).toBeNull()
  expect(await sent(late, ended, 'note.txt', 'Late')).toMatchObject({ status: 403, code: 'NOT_ALLOWED' })
})
