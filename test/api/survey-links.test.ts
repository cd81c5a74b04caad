// A respondent's link over HTTP: opened, saved, handed in once; and everything that must be refused, with nothing half-saved.
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerRefusals } from '../../server/http-refusal.ts'
import { listen } from '../../server/http-server.ts'
import { surveyRoutes } from '../../server/http-survey.ts'
import { invitationToken, tokenHash } from '../../server/satisfaction/invitation-link.ts'
import { type GivenContact, givenAsked, type SurveyWorld, surveyWorld } from './survey-world.ts'

const secret = 'x'.repeat(32)
let world: SurveyWorld
let door: { url: string; close(): Promise<void> }
let wave: { id: string; key: string; revision: number }
let people = 0

beforeAll(async () => {
  world = await surveyWorld()
  const app = express()
  app.use('/surveys', surveyRoutes(world.engine), answerRefusals(pino({ level: 'silent' })))
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  door = { url: `http://127.0.0.1:${server.port}/surveys`, close: () => server.close() }
  const versionId = await world.published('steelWorks')
  await givenAsked(world.database.owner, world.regions, { name: 'First', region: 'europe' })
  wave = await world.opened(versionId)
})
afterAll(async () => {
  await door?.close()
  await world?.close()
})

/** Another person of the wave, with his link. */
async function invited(more: Partial<GivenContact> = {}): Promise<{ token: string; id: string; contactId: string }> {
  const { accountId, contactId } = await givenAsked(world.database.owner, world.regions, {
    name: `Guest${'abcdefghijklmnop'[people++]}`,
    region: 'iran',
    language: 'fa',
    ...more,
  })
  const { id } = await world.database.owner
    .insertInto('survey_invitation')
    .values({
      wave_id: wave.key,
      account_id: accountId,
      contact_id: contactId,
      channel: 'email',
      language: 'fa',
      state: 'sent',
      expires_at: new Date('2026-11-20T00:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const token = invitationToken(secret, id)
  await world.database.owner
    .updateTable('survey_invitation')
    .set({ token_hash: tokenHash(token) })
    .where('id', '=', id)
    .execute()
  return { token, id, contactId }
}

async function send(token: string, path = '', body?: object, method = path === '/saved' ? 'PUT' : 'POST') {
  const response = await fetch(`${door.url}/${token}${path}`, {
    ...(body && { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  })
  const text = await response.text()
  return { status: response.status, ...(text ? JSON.parse(text) : {}) }
}

const indicators = [
  ...['productQuality', 'productDevelopment', 'claimsHandling', 'orderManagement', 'service', 'delivery'],
  ...['technicalSupport', 'price', 'paymentTerms', 'marketUnderstanding', 'relationship'],
]
const marks = (number = '4') => indicators.map((item) => ({ item, number, importance: '3' }))
const body = (answers: object[]) => ({ language: 'fa', answers })
const counts = async () => [
  (await world.database.app.selectFrom('survey_response').select('id').execute()).length,
  (await world.database.app.selectFrom('survey_answer').select('item_id').execute()).length,
  (await world.database.app.selectFrom('satisfaction_rollup').select('item_id').execute()).length,
]

describe('a link', () => {
  it('opens the questions in all languages, keeps what was answered, and is handed in once', async () => {
    const { token, id } = await invited()
    const opened = await send(token)
    expect(opened).toMatchObject({ status: 200, language: 'fa', languages: ['en', 'ru', 'kk', 'fa', 'zh'], saved: [] })
    expect(opened.sections[0].items[0]).toMatchObject({ code: 'productQuality', scaleMin: 1, scaleMax: 5 })
    expect(opened.sections[0].items[0].wording.fa).toMatch(/\p{Script=Arabic}/u)
    expect(await send(token, '/saved', body([{ item: 'price', number: '2' }]))).toEqual({ status: 204 })
    expect((await send(token)).saved).toMatchObject([{ item: 'price', number: '2' }])
    expect(await send(token, '/answers', body([...marks(), { item: 'comment', text: 'ممنون' }]))).toMatchObject({
      status: 201,
    })
    const row = await world.database.app
      .selectFrom('survey_response')
      .innerJoin('region', 'region.id', 'region_id')
      .where('invitation_id', '=', id)
      .select(['source', 'language', 'region.code', 'consumer_type'])
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ source: 'link', language: 'fa', code: 'iran', consumer_type: 'endUser' })
    const before = await counts()
    expect(await send(token, '/answers', body(marks('1')))).toMatchObject({ status: 409, code: 'ANSWERED' })
    expect(await send(token, '/saved', body(marks('1')))).toMatchObject({ status: 409, code: 'ANSWERED' })
    expect(await send(token)).toMatchObject({ status: 409, code: 'ANSWERED' })
    expect(await counts()).toEqual(before)
  })

  it('takes one of many submissions at once', async () => {
    const { token } = await invited()
    const [before = 0] = await counts()
    const told = await Promise.all(Array.from({ length: 8 }, () => send(token, '/answers', body(marks()))))
    expect(told.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)])
    expect((await counts())[0]).toBe(before + 1)
  })

  it('names each fault of the answers and keeps nothing', async () => {
    const { token } = await invited()
    const before = await counts()
    const tied = [
      { option: 'price', rank: 1 },
      { option: 'service', rank: 1 },
    ]
    const wrong = [...marks().slice(1), { item: 'factorOrder', ranks: tied }, { item: 'recommendation', number: '11' }]
    const told = await send(token, '/answers', body(wrong))
    expect(told).toMatchObject({ status: 422, code: 'INVALID' })
    expect(told.fields.map((fault: { field: string; code: string }) => [fault.field, fault.code])).toEqual([
      ['answers.10.ranks', 'tiedRanks'],
      ['answers.11.number', 'offScale'],
      ['answers', 'notAnswered'],
    ])
    const other = await send(token, '/answers', body([...marks(), { item: 'ofAnotherWave', number: '1' }]))
    expect(other.fields[0]).toMatchObject({ field: 'answers.11.item', code: 'unknownItem' })
    expect(await send(token, '/saved', body([{ item: 'price', number: '0' }]))).toMatchObject({ status: 422 })
    expect(await counts()).toEqual(before)
    expect((await send(token)).saved).toEqual([])
  })

  it('ends with its time, with its wave, and with the wish not to be asked', async () => {
    const late = await invited()
    world.setTime(new Date('2026-11-20T00:00:01Z'))
    expect(await send(late.token, '/answers', body(marks()))).toMatchObject({ status: 410, code: 'EXPIRED' })
    world.setTime(new Date('2026-11-03T05:00:00Z'))
    const quiet = await invited()
    expect(await send(quiet.token, '/opt-out', {})).toEqual({ status: 204 })
    expect(await send(quiet.token, '/opt-out', {})).toEqual({ status: 204 })
    expect(await send(quiet.token)).toMatchObject({ status: 410, code: 'DECLINED' })
    const out = await world.database.app.selectFrom('survey_opt_out').selectAll().execute()
    expect(out).toMatchObject([{ contact_id: quiet.contactId, source: 'link' }])
    const last = await invited()
    const { revision } = await world.run('closeWave', { id: wave.id, revision: wave.revision })
    expect(revision).toBe(3)
    expect(await send(last.token, '/answers', body(marks()))).toMatchObject({ status: 410, code: 'EXPIRED' })
  })

  it('that was guessed opens nothing, and guessing is slowed', async () => {
    const guess = () => invitationToken('y'.repeat(32), String(Math.random()))
    const told = await Promise.all(Array.from({ length: 10 }, () => send(guess())))
    expect(told.map(({ status, code }) => [status, code])).toEqual(
      Array.from({ length: 10 }, () => [404, 'UNKNOWN_LINK']),
    )
    expect(await send(guess())).toMatchObject({ status: 429, code: 'TOO_MANY_TRIES' })
    expect(await send('no-token-at-all', '/answers', body(marks()))).toMatchObject({ status: 429 })
  })
})
