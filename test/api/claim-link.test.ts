// The customer's page over HTTP: what it shows in each state, what he can say there, and every way to what is not his.
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letterMail } from '../../server/cases/letter-mail.ts'
import { letterLink } from '../../server/core/customer-link.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { claimLinkRoutes } from '../../server/http-claim-link.ts'
import { answerRefusals } from '../../server/http-refusal.ts'
import { listen } from '../../server/http-server.ts'
import { ask, globalId } from '../graph.ts'
import { claimIn, type DrivenClaim } from '../stories/driven-claim.ts'
import { openWorld, type World } from '../stories/world.ts'

const settings = { authSecret: 'x'.repeat(32), publicUrl: 'https://service.example.test' }
let world: World
let door: { url: string; close(): Promise<void> }

beforeAll(async () => {
  world = await openWorld()
  const app = express()
  app.use('/claim-links', claimLinkRoutes(world.engine, { writeTo: null }), answerRefusals(pino({ level: 'silent' })))
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  door = { url: `http://127.0.0.1:${server.port}/claim-links`, close: () => server.close() }
})
afterAll(async () => {
  await door?.close()
  await world?.close()
})

/** The link in a letter about the claim. */
async function linkOf(claim: DrivenClaim): Promise<string> {
  const { id } = await world.db
    .insertInto('letter')
    .values({
      case_id: claim.key,
      contact_id: claim.customer.contactId,
      kind: 'acknowledgement',
      language: 'en',
      queued_at: world.time,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const mail = { letter_id: id } as Parameters<ReturnType<typeof letterMail>['render']>[1]
  const first = await letterMail(settings).render(world.engine, mail)
  const again = await letterMail(settings).render(world.engine, mail)
  expect(again?.text).toBe(first?.text)
  return /\/c\/([\w-]{43})/.exec(first?.text ?? '')?.[1] ?? ''
}

async function get(token: string) {
  const response = await fetch(`${door.url}/${token}`)
  return { status: response.status, body: await response.json() }
}

interface GivenLink {
  id: string
  byLetter: boolean
  lastOpenedAt: string | null
  revokedAt: string | null
  revokedBy: { name: string } | null
}

async function linksOf(claim: DrivenClaim, viewer = world.people.engineer): Promise<GivenLink[]> {
  const asked =
    'query($id: ID!) { claim(id: $id) { customerLinks { id byLetter lastOpenedAt revokedAt revokedBy { name } } } }'
  const answer = await ask<{ claim: { customerLinks: GivenLink[] } | null }>(world.engine, viewer, asked, {
    id: globalId('Claim', claim.key),
  })
  return answer.claim?.customerLinks ?? []
}

async function takeBack(claim: DrivenClaim, viewer: PersonViewer): Promise<void> {
  const linkIds = (await linksOf(claim)).map(({ id }) => id)
  const order = 'mutation($input: RevokeCustomerLinksInput!) { revokeCustomerLinks(input: $input) { __typename } }'
  await ask(world.engine, viewer, order, { input: { id: globalId('Claim', claim.key), linkIds } })
}

let replies = 0
async function say(token: string, kind: string, text: string, revision: number, key = `reply-number-${++replies}`) {
  const response = await fetch(`${door.url}/${token}/replies`, {
    method: 'POST',
    body: JSON.stringify({ kind, text, revision, key }),
    headers: { 'Content-Type': 'application/json' },
  })
  return { status: response.status, code: (await response.json()).code }
}

describe('a link in a letter', () => {
  it('shows where the claim stands and what is asked, takes the answer once, and nothing else', async () => {
    const claim = await claimIn(world, 'collecting')
    await claim.do('requestInformation', { questions: ['Which coil was it?'] })
    const token = await linkOf(claim)
    const { body } = await get(token)
    expect(body).toMatchObject({
      phase: 'checking',
      waitingFor: 'customer',
      questions: ['Which coil was it?'],
      offer: [],
      may: { answer: true, accept: false, dispute: false },
    })
    expect(Object.keys(body).sort()).toEqual([
      ...[
        'attach',
        'changedAt',
        'closedAt',
        'files',
        'language',
        'may',
        'name',
        'number',
        'offer',
        'owner',
        'phase',
        'promisedAnswerAt',
        'questions',
      ],
      ...['receivedAt', 'revision', 'title', 'waitingFor', 'whatHappened', 'writeTo'],
    ])
    expect(await say(token, 'accept', 'Yes', body.revision)).toEqual({ status: 409, code: 'TOO_LATE' })
    expect(await say(token, 'answer', ' ', body.revision)).toEqual({ status: 422, code: 'INVALID' })
    expect(await say(token, 'answer', 'The second one', 1)).toEqual({ status: 409, code: 'CHANGED' })
    const key = 'the same answer'
    expect(await say(token, 'answer', 'The second one', body.revision, key)).toMatchObject({ status: 201 })
    expect(await say(token, 'answer', 'The second one', body.revision, key)).toMatchObject({ status: 201 })
    expect(await claim.states()).toContain('nothing')
    expect((await get(token)).body).toMatchObject({ waitingFor: null, questions: [], may: { answer: false } })
    const { rows } = await world.db.executeQuery<{ n: number }>(
      world.db
        .selectFrom('history')
        .where('case_id', '=', claim.key)
        .where('event', '=', 'provideInformation')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .compile(),
    )
    expect(Number(rows[0]?.n)).toBe(1)
  })

  it('shows the offer once it is made, and takes its acceptance', async () => {
    const early = await claimIn(world, 'approval')
    expect((await get(await linkOf(early))).body).toMatchObject({ phase: 'deciding', offer: [] })
    const claim = await claimIn(world, 'offered')
    const token = await linkOf(claim)
    const { body } = await get(token)
    expect(body.phase).toBe('offered')
    expect(body.offer.length).toBeGreaterThan(0)
    expect(Object.keys(body.offer[0]).sort()).toEqual(['amount', 'currency', 'kind', 'label', 'mass'])
    expect(await say(token, 'accept', 'We accept', body.revision)).toMatchObject({ status: 201 })
    expect((await get(token)).body).toMatchObject({ phase: 'settling', may: { accept: false, dispute: false } })
  })

  it('opens its own claim alone, until it expires or is taken back, and is not made again after that', async () => {
    const [mine, other] = [await claimIn(world, 'screening'), await claimIn(world, 'screening')]
    const [token, others] = [await linkOf(mine), await linkOf(other)]
    expect(token).not.toBe(others)
    expect((await get(token)).body.number).not.toBe((await get(others)).body.number)
    expect(await linksOf(other)).toMatchObject([
      { byLetter: true, lastOpenedAt: world.time.toISOString(), revokedAt: null },
    ])
    await takeBack(other, world.people.analyst)
    expect((await get(others)).status).toBe(200)
    await takeBack(other, world.people.engineer)
    expect((await get(others)).status).toBe(404)
    expect(await linksOf(other)).toMatchObject([{ revokedBy: { name: 'Front Engineer' } }])
    expect(await linksOf(other, world.people.roller)).toEqual([])
    const letter = await world.db
      .selectFrom('letter')
      .where('case_id', '=', other.key)
      .orderBy('queued_at', 'desc')
      .orderBy('id', 'desc')
      .select('id')
      .executeTakeFirstOrThrow()
    const whom = { letterId: letter.id, contactId: other.customer.contactId, caseId: other.key }
    expect(await letterLink(world.db, { ...settings, now: world.engine.now() }, whom)).toBeNull()
    const before = world.time
    world.setTime(new Date(before.getTime() + 61 * 86_400_000))
    expect((await get(token)).status).toBe(404)
    world.setTime(before)
    expect((await get(token)).status).toBe(200)
  })

  it('that was guessed opens nothing, and guessing is slowed', async () => {
    const guesses = Array.from({ length: 9 }, (_, index) => `${'A'.repeat(42)}${index}`)
    const told = await Promise.all(guesses.map(get))
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([404, 429]))
    for (const bad of ['x', "'; drop table claim; --", 'A'.repeat(43)]) {
      expect([404, 429]).toContain((await get(encodeURIComponent(bad))).status)
    }
    expect(await say('A'.repeat(43), 'accept', 'Yes', 1)).toEqual({ status: 429, code: 'TOO_MANY_TRIES' })
  })
})
