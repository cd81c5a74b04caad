// Visits in calendars and letters: the feed by its secret address, the file of one visit, invitations with status and number, the customer's link.
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { letterMail } from '../../server/cases/letter-mail.ts'
import type { ContactViewer, PersonViewer } from '../../server/core/viewer.ts'
import { calendarRoutes } from '../../server/http-calendar.ts'
import { answerRefusals } from '../../server/http-refusal.ts'
import { identifyRequests } from '../../server/http-request-id.ts'
import { listen } from '../../server/http-server.ts'
import { VISIT_LINKS_PATH, visitLinkRoutes } from '../../server/http-visit-links.ts'
import { visitLetterParts } from '../../server/visits/visit-letter.ts'
import { ask } from '../graph.ts'
import { type DrivenVisit, newVisit } from '../stories/driven-visit.ts'
import { newCustomer, nextStory, openWorld, type World } from '../stories/world.ts'

let world: World
let server: Awaited<ReturnType<typeof listen>>
let viewer: PersonViewer | ContactViewer | null = null
const settings = { authSecret: 'x'.repeat(32), publicUrl: 'https://works.example' }

beforeAll(async () => {
  world = await openWorld()
  const logger = pino({ level: 'silent' })
  const app = express()
  app.use(identifyRequests(logger))
  app.use(calendarRoutes({ engine: world.engine, viewerOf: async () => viewer }))
  app.use(VISIT_LINKS_PATH, visitLinkRoutes(world.engine))
  app.use(answerRefusals(logger))
  server = await listen(app, { port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server?.close(100)
  await world?.close()
})
beforeEach(() => nextStory(world))

const url = (path: string) => `http://127.0.0.1:${server.port}${path}`

/** Properties of the events of a calendar, unfolded and unescaped as RFC 5545 says. */
function eventsOf(text: string): Record<string, string>[] {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
    if (line === 'BEGIN:VEVENT') events.push({})
    const event = events.at(-1)
    if (event && name) event[name] = value.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign))
  }
  return events
}

async function feed(of: PersonViewer, replace = false): Promise<{ path: string | null; code: string | null }> {
  const { answer } = await ask<{ answer: { path?: string; fields?: { code: string }[] } }>(
    world.engine,
    of,
    `mutation($replace: Boolean!) { answer: createCalendarFeed(input: { replace: $replace }) {
      ... on CalendarFeedMade { path } ... on Invalid { fields { code } } } }`,
    { replace },
  )
  return { path: answer.path ?? null, code: answer.fields?.[0]?.code ?? null }
}

describe('the own calendar', () => {
  it('has the visits of its owner under a secret that is shown once, replaced only when asked, and ended', async () => {
    const { engineer2 } = world.people
    const customer = await newCustomer(world, { name: 'Evil\r\nATTENDEE:mailto:x@y.z; Tubes, "quoted"' })
    const visit = await newVisit(world, { customer })
    await visit.do('triage', { engineerId: Buffer.from(`Person:${engineer2.id}`).toString('base64url') })
    await visit.do('propose')
    const { path } = await feed(engineer2)
    expect(path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/)
    expect(await feed(engineer2)).toEqual({ path: null, code: 'feedStands' })
    const answer = await fetch(url(path ?? ''))
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    expect(text).not.toMatch(/^ATTENDEE/m)
    const { number, starts_at } = await visit.row()
    const [event, ...others] = eventsOf(text)
    expect(others).toEqual([])
    expect(event).toMatchObject({
      UID: `visit-${visit.key}@csg`,
      SEQUENCE: '1',
      STATUS: 'TENTATIVE',
      DTSTART: starts_at?.toISOString().replace(/[-:]|\.\d+/g, ''),
      SUMMARY: `Evil ATTENDEE:mailto:x@y.z; Tubes, "quoted" · ${number}`,
      LOCATION: 'Their works',
    })
    await visit.do('confirm')
    expect(eventsOf(await (await fetch(url(path ?? ''))).text())[0]?.STATUS).toBe('CONFIRMED')
    const anew = await feed(engineer2, true)
    expect((await fetch(url(path ?? ''))).status).toBe(404)
    expect((await fetch(url(anew.path ?? ''))).status).toBe(200)
    const { since } = await ask<{ since: string }>(world.engine, engineer2, '{ since: calendarFeedSince }')
    await ask(
      world.engine,
      engineer2,
      'mutation($since: DateTime!) { endCalendarFeed(input: { since: $since }) { __typename } }',
      { since },
    )
    expect((await fetch(url(anew.path ?? ''))).status).toBe(404)
  })

  it('gives the file of one visit to who sees it', async () => {
    const visit = await (await newVisit(world)).through('triage', 'propose')
    const { number } = await visit.row()
    viewer = world.people.engineer
    expect(eventsOf(await (await fetch(url(`/visits/${number}/visit.ics`))).text())).toHaveLength(1)
    viewer = world.people.roller
    expect((await fetch(url(`/visits/${number}/visit.ics`))).status).toBe(404)
  })
})

/** The newest letter of the visit as it would leave. */
async function letterOf(visit: DrivenVisit) {
  const letters = world.db.selectFrom('letter').where('case_id', '=', visit.key).orderBy('queued_at', 'desc')
  const { id, kind } = await letters.orderBy('id', 'desc').select(['id', 'kind']).executeTakeFirstOrThrow()
  const mail = { letter_id: id } as Parameters<ReturnType<typeof letterMail>['render']>[1]
  const content = await letterMail(settings, visitLetterParts('Works <desk@works.example>')).render(world.engine, mail)
  return { kind, content, event: eventsOf(content?.calendar?.content ?? '')[0] }
}

describe('letters about a date', () => {
  it('invite with the proposal, go on counting with each move, and withdraw what is called off', async () => {
    const visit = await (await newVisit(world)).through('triage', 'propose')
    const first = await letterOf(visit)
    expect(first).toMatchObject({ kind: 'visitProposal', content: { calendar: { method: 'REQUEST' } } })
    expect(first.event).toMatchObject({ SEQUENCE: '1', STATUS: 'TENTATIVE', ORGANIZER: 'mailto:desk@works.example' })
    expect(first.content?.text).toMatch(/https:\/\/works\.example\/v\/[\w-]{43}$/)
    await visit.do('postpone')
    const second = await letterOf(visit)
    expect(second).toMatchObject({ kind: 'visitPostponed', content: { calendar: { method: 'CANCEL' } } })
    expect(second.event).toMatchObject({ UID: first.event?.UID, SEQUENCE: '2', STATUS: 'CANCELLED' })
    expect(second.event?.DTSTART).toBe(first.event?.DTSTART)
    await visit.through('propose', 'confirm')
    expect((await letterOf(visit)).event).toMatchObject({ SEQUENCE: '3', STATUS: 'TENTATIVE' })
    await visit.do('cancel')
    expect(await letterOf(visit)).toMatchObject({
      kind: 'visitCalledOff',
      event: { UID: first.event?.UID, SEQUENCE: '4', STATUS: 'CANCELLED' },
    })
  })
})

describe('the link of the letter', () => {
  it('shows the customer his visit; he agrees once, or asks for another date with the reason', async () => {
    const visit = await (await newVisit(world)).through('triage', 'propose')
    const { content } = await letterOf(visit)
    const token = /\/v\/([\w-]{43})/.exec(content?.text ?? '')?.[1] ?? ''
    const path = `/visit-links/${token}`
    const open = async () => (await fetch(url(path))).json() as Promise<{ state: string; revision: number }>
    const shown = await open()
    expect(shown).toMatchObject({ state: 'proposed', place: 'Their works', engineer: 'Front Engineer' })
    const send = (event: string, body: object) =>
      fetch(url(`${path}/${event}`), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    const { revision } = shown
    expect((await send('counterPropose', { revision })).status).toBe(422)
    expect((await send('confirm', { revision })).status).toBe(204)
    expect((await open()).state).toBe('confirmed')
    expect((await send('confirm', { revision })).status).toBe(409)
    expect((await visit.row()).confirmed_at).not.toBeNull()
    expect((await fetch(url(`/visit-links/${'a'.repeat(43)}`))).status).toBe(404)
    expect(eventsOf(await (await fetch(url(`${path}/visit.ics`))).text())[0]?.STATUS).toBe('CONFIRMED')
  })

  it('takes another date with its reason', async () => {
    const visit = await (await newVisit(world)).through('triage', 'propose')
    const token = /\/v\/([\w-]{43})/.exec((await letterOf(visit)).content?.text ?? '')?.[1] ?? ''
    const { revision } = await visit.row()
    const answer = await fetch(url(`/visit-links/${token}/counterPropose`), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ revision, reason: 'Stocktaking', wishedFrom: '2026-11-16', wishedTo: '2026-11-20' }),
    })
    expect(answer.status).toBe(204)
    expect(await visit.row()).toMatchObject({ state: 'triaged', starts_at: null, wished_from: '2026-11-16' })
  })
})
