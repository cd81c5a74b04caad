// The checks of satisfaction from the outside: questionnaires, waves and answers go in by the API and by links, figures come out of the graph.
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerRefusals } from '../../server/http-refusal.ts'
import { listen } from '../../server/http-server.ts'
import { surveyRoutes } from '../../server/http-survey.ts'
import { invitationToken, tokenHash } from '../../server/satisfaction/invitation-link.ts'
import { sendCommand } from '../command-answer.ts'
import { givenCoils } from '../given.ts'
import { ask, globalId } from '../graph.ts'
import { annexRespondents, indicators } from '../rules/satisfaction-annex.ts'
import { autumn, givenAsked, type SurveyWorld, surveyWorld } from './survey-world.ts'

const secret = 'x'.repeat(32)
let world: SurveyWorld
let door: { url: string; close(): Promise<void> }
const contacts = new Map<string, string>()

beforeAll(async () => {
  world = await surveyWorld()
  const app = express()
  app.use('/surveys', surveyRoutes(world.engine), answerRefusals(pino({ level: 'silent' })))
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  door = { url: `http://127.0.0.1:${server.port}/surveys`, close: () => server.close(100) }
  for (const { name, region, type, volume } of annexRespondents) {
    const { accountId, contactId } = await givenAsked(world.database.owner, world.regions, { name, region, type })
    contacts.set(name, contactId)
    await givenDeliveries(accountId, name, volume)
  }
  for (const [code, kilotonnes] of Object.entries({ eastAsia: '200', iran: '100', middleEast: '100' }))
    await send('setMarketVolume', { regionId: region(code), year: 2026, kilotonnes }, 'MarketVolume', 'year')
})
afterAll(async () => {
  await door?.close()
  await world?.close()
})

const region = (code: string) => globalId('Region', world.regions[code] ?? '')

/** Delivered in the year before the survey, in kilotonnes. */
async function givenDeliveries(accountId: string, name: string, kilotonnes: number): Promise<void> {
  const db = world.database.owner
  await givenCoils(db, accountId, `H-${name}`, ['1'])
  const shipped = { number: `S-${name}`, account_id: accountId, dispatched_on: '2026-05-01' }
  const { id } = await db.insertInto('shipment').values(shipped).returning('id').executeTakeFirstOrThrow()
  const of = { shipment_id: id, mass: `${kilotonnes * 1000}` }
  await db.updateTable('piece').set(of).where('account_id', '=', accountId).execute()
}

async function send(name: string, input: Record<string, unknown>, success: string, more: string, viewer = world.lead) {
  const answer = await sendCommand(world.engine, viewer, { name, input, success, more })
  if (answer.__typename !== success) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer
}

/** A published version: of the instrument's template, or of the items given. */
async function published(code: string, instrument: string, items?: object[]): Promise<{ id: string; name: string }> {
  const name = { en: code }
  const made = await send(
    'createQuestionnaire',
    { code, instrument, name },
    'Questionnaire',
    'id versions { id revision }',
  )
  const [first] = made.versions as { id: string; revision: number }[]
  return { id: await publish(first, items), name: `${made.id}` }
}

async function publish(draft: { id: string; revision: number } | undefined, items?: object[]): Promise<string> {
  const sections = [{ title: [{ language: 'en', text: 'All' }], items }]
  const written = { versionId: draft?.id, revision: draft?.revision, languages: ['en'], sections }
  const { revision } = items
    ? await send('writeQuestionnaireVersion', written, 'QuestionnaireVersion', 'revision')
    : { revision: draft?.revision }
  await send('publishQuestionnaireVersion', { versionId: draft?.id, revision }, 'QuestionnaireVersion', 'id')
  return draft?.id ?? ''
}

const worded = (text: string) => [{ language: 'en', text }]
const rating = (code: string) => ({ code, kind: 'rating', scaleMin: 1, scaleMax: 5, wording: worded(code) })
const factors = ['productQuality', 'price', 'technicalSupport', 'paymentTerms', 'delivery', 'service']
const options = factors.map((code) => ({ code, wording: worded(code) }))
const worksItems = [
  ...indicators.map(rating),
  { code: 'decidingFactors', kind: 'choices', wording: worded('What decides?'), options },
  { code: 'factorOrder', kind: 'ranking', wording: worded('In which order?'), options },
]

async function opened(versionId: string, opensAt: string, more: object = {}): Promise<string> {
  const plan = { ...autumn, versionId, quietDays: 0, name: opensAt.slice(0, 7), opensAt, ...more }
  const { id } = await send('planWave', plan, 'SurveyWave', 'id')
  await send('openWave', { id, revision: 1 }, 'SurveyWave', 'state')
  return `${id}`
}

/** Hands the answers in through the link of the contact's invitation. */
async function answer(waveId: string, name: string, answers: object[]): Promise<number> {
  const [, wave = ''] = Buffer.from(waveId, 'base64url').toString().split(':')
  const { id } = await world.database.owner
    .selectFrom('survey_invitation')
    .where('wave_id', '=', wave)
    .where('contact_id', '=', contacts.get(name) ?? '')
    .select('id')
    .executeTakeFirstOrThrow()
  const token = invitationToken(secret, id)
  const mailed = { token_hash: tokenHash(token), state: 'sent' as const }
  await world.database.owner.updateTable('survey_invitation').set(mailed).where('id', '=', id).execute()
  const response = await fetch(`${door.url}/${token}/answers`, {
    method: 'POST',
    body: JSON.stringify({ language: 'en', answers }),
    headers: { 'Content-Type': 'application/json' },
  })
  return response.status
}

async function read<T>(fields: string, filter: Record<string, unknown> = {}): Promise<T> {
  const source = `query($filter: SatisfactionFilter) { satisfaction(filter: $filter) { ${fields} } }`
  return (await ask<{ satisfaction: T }>(world.engine, world.lead, source, { filter })).satisfaction
}

const near = (value: number) => expect.closeTo(value, 3)
const ranks = (order: number[]) => factors.map((option, index) => ({ option, rank: order[index] ?? 0 }))
/** Three end users put the factors in order (SAT-06). */
const orders: Record<string, number[]> = { R1: [1, 2, 3, 4, 5, 6], R2: [1, 3, 2, 4, 6, 5], R5: [2, 1, 4, 3, 5, 6] }

describe('annex N, asked in two waves and answered through links', () => {
  beforeAll(async () => {
    const { id } = await published('works', 'steelWorks', worksItems)
    const spring = await opened(id, '2026-04-01T00:00:00Z')
    for (const { name, marks } of annexRespondents) {
      const given = indicators.map((item) => ({ item, number: `${Math.min(marks[item], 4)}` }))
      await answer(spring, name, [...given, { item: 'factorOrder', ranks: ranks(orders.R1 ?? []) }])
    }
    const now = await opened(id, '2026-11-01T00:00:00Z')
    for (const { name, type, marks } of annexRespondents) {
      const order = orders[name]
      const status = await answer(now, name, [
        ...indicators.map((item) => ({ item, number: `${marks[item]}` })),
        { item: 'decidingFactors', words: type === 'endUser' ? ['productQuality', 'price'] : ['delivery'] },
        ...(order ? [{ item: 'factorOrder', ranks: ranks(order) }] : []),
      ])
      expect(status).toBe(201)
    }
  })

  it.each<[string, { regionIds?: string[]; consumerTypes?: string[] }, number[], number]>([
    ['all', {}, [3.875, 3.375, 3, 4.25, 4.375], 3.775],
    ['end users', { consumerTypes: ['endUser'] }, [3.25, 2.75, 2.25, 4, 4.25], 3.3],
    ['wholesalers', { consumerTypes: ['wholesaler'] }, [4.5, 4, 3.75, 4.5, 4.5], 4.25],
    ['East Asia', { regionIds: ['eastAsia'] }, [11 / 3, 10 / 3, 8 / 3, 13 / 3, 4], 3.6],
    ['Iran', { regionIds: ['iran'] }, [4, 3, 3.5, 4.5, 4.5], 3.9],
    ['the Middle East', { regionIds: ['middleEast'] }, [4, 11 / 3, 3, 4, 14 / 3], 58 / 15],
  ])('means of %s (SAT-03, SAT-14)', async (_name, filter, means, level) => {
    const asked = { ...filter, ...(filter.regionIds && { regionIds: filter.regionIds.map(region) }) }
    const { figures, levels } = await read<{ figures: object[]; levels: object[] }>(
      'figures { mean } levels { mean }',
      asked,
    )
    expect(figures).toEqual(means.map((mean) => ({ mean: near(mean) })))
    expect(levels).toEqual([{ mean: near(level) }])
  })

  it('gaps, and shares and volumes as they were delivered: 40 of 200 kt and 80 of 400 kt (SAT-02, SAT-03)', async () => {
    const { gaps, respondents, total } = await read<Record<string, object[]>>(
      'gaps { item gap over } respondents(by: region) { regionId share kilotonnes coverage } total: respondents { kilotonnes coverage }',
    )
    expect(gaps).toMatchObject([
      { item: 'productQuality', gap: -1.25, over: true },
      { item: 'productDevelopment', gap: -1.25, over: true },
      { item: 'claimsHandling', gap: -1.5, over: true },
      { item: 'orderManagement', gap: -0.5, over: false },
      { item: 'service', gap: -0.25, over: false },
    ])
    expect(total).toEqual([{ kilotonnes: 80, coverage: 0.2 }])
    expect(respondents).toContainEqual({ regionId: region('eastAsia'), share: 0.375, kilotonnes: 40, coverage: 0.2 })
    expect(respondents).toContainEqual({ regionId: region('iran'), share: 0.25, kilotonnes: 20, coverage: 0.2 })
  })

  it('states what can be stated: level, exceptions, content, gaps, and quality first in both waves (SAT-04)', async () => {
    const { findings } = await read<{ findings: { kind: string; items: string[]; value: number }[] }>(
      'findings { kind items value }',
    )
    expect(findings.map(({ kind, items }) => [kind, ...items])).toEqual([
      ['generalLevel', 'productDevelopment', 'claimsHandling'],
      ['belowThreshold', 'claimsHandling'],
      ['belowThreshold', 'productDevelopment'],
      ['content', 'productQuality', 'orderManagement', 'service'],
      ['endUsersLower', 'productQuality'],
      ['endUsersLower', 'productDevelopment'],
      ['endUsersLower', 'claimsHandling'],
      ['inconsistent'],
      ['constantPriority', 'productQuality'],
    ])
    expect(findings.at(-1)?.value).toBe(2)
  })

  it('quality is to be improved first: 4 of 4 end users, 3.25; delivery decides for 4 of 4 wholesalers (SAT-05)', async () => {
    const fields = 'factor n chosen satisfaction quadrant'
    const { endUsers, wholesalers } = await read<Record<string, { factor: string }[]>>(
      `endUsers: factors(consumerType: endUser) { ${fields} } wholesalers: factors(consumerType: wholesaler) { ${fields} }`,
    )
    const quality = { factor: 'productQuality', n: 4, chosen: 4, satisfaction: 3.25, quadrant: 'improveFirst' }
    expect(endUsers?.find(({ factor }) => factor === 'productQuality')).toEqual(quality)
    expect(wholesalers?.find(({ factor }) => factor === 'delivery')).toMatchObject({ n: 4, chosen: 4 })
  })

  it('three end users rank quality, price, technical support, payment terms, delivery, service (SAT-06)', async () => {
    const { factors: ranked } = await read<{ factors: { factor: string; meanRank: number; place: number }[] }>(
      'factors(consumerType: endUser) { factor meanRank place rankedBy }',
    )
    expect(ranked.toSorted((a, b) => a.place - b.place)).toEqual(
      [4 / 3, 2, 3, 11 / 3, 16 / 3, 17 / 3].map((meanRank, index) => ({
        factor: factors[index],
        meanRank: near(meanRank),
        place: index + 1,
        rankedBy: 3,
      })),
    )
  })
})

it('a new version keeps what was answered before; a trend joins only items of the same code (SAT-01)', async () => {
  const { id, name } = await published('changing', 'own', [rating('quality'), rating('speed')])
  const before = await opened(id, '2026-05-01T00:00:00Z')
  const given = (codes: string[]) => codes.map((item) => ({ item, number: '3' }))
  for (const who of ['R1', 'R2', 'R3', 'R4', 'R5']) await answer(before, who, given(['quality', 'speed']))
  const begun = await send(
    'beginQuestionnaireVersion',
    { questionnaireId: name },
    'QuestionnaireVersion',
    'id revision',
  )
  const draft = { id: `${begun.id}`, revision: Number(begun.revision) }
  const next = await opened(await publish(draft, [rating('quality'), rating('care')]), '2026-11-01T00:00:00Z')
  for (const who of ['R1', 'R2', 'R3', 'R4', 'R5']) await answer(next, who, given(['quality', 'care']))
  const { trend } = await read<{ trend: { item: string | null; wave: string; change: number | null }[] }>(
    'trend { item wave change }',
    { waveIds: [next] },
  )
  expect(trend.filter(({ item }) => item !== null).map(({ item, wave, change }) => [item, wave, change])).toEqual(
    expect.arrayContaining([
      ['quality', '2026-11', 0],
      ['quality', '2026-05', null],
      ['speed', '2026-05', null],
      ['care', '2026-11', null],
    ]),
  )
  const source = `query($filter: SatisfactionFilter) { surveyResponses(first: 10, filter: $filter) { nodes { answers { number item { code } } } } }`
  const old = await ask<{ surveyResponses: { nodes: { answers: object[] }[] } }>(world.engine, world.lead, source, {
    filter: { waveIds: [before] },
  })
  expect(old.surveyResponses.nodes).toHaveLength(5)
  expect(old.surveyResponses.nodes[0]?.answers).toContainEqual({ number: '3.000', item: { code: 'speed' } })
})

it('the seven pillars: customers 3.57, the works 4.29, a gap of 0.71; promotions are lowest (SAT-12, STD-08)', async () => {
  const { id } = await published('pillars', 'sevenPillars')
  const pillars = ['communication', 'loyalty', 'assortment', 'promotions', 'cost', 'experience', 'feedback']
  const marks = (given: number[]) => pillars.map((item, index) => ({ item, number: `${given[index]}` }))
  const customers = await opened(id, '2026-11-01T00:00:00Z')
  await answer(customers, 'R1', marks([4, 3, 4, 2, 4, 5, 3]))
  const staff = await opened(id, '2026-11-01T00:00:00Z', { respondents: 'staff' })
  const estimate = { waveId: staff, regionId: region('eastAsia'), consumerType: 'endUser', language: 'en' }
  const answers = marks([4, 4, 4, 4, 5, 5, 4])
  await send('enterResponse', { ...estimate, answers }, 'SurveyWave', 'id', world.engineer)
  const { perception, findings, figures } = await read<{
    perception: { item: string | null; customers: number; staff: number; gap: number }[]
    findings: { kind: string; items: string[] }[]
    figures: { item: string; mean: number }[]
  }>('perception { item customers staff gap } findings { kind items } figures { item mean }', {
    instrument: 'sevenPillars',
  })
  const whole = { item: null, customers: near(25 / 7), staff: near(30 / 7), gap: near(5 / 7) }
  expect(perception.at(-1)).toEqual(whole)
  expect(figures.toSorted((a, b) => a.mean - b.mean)[0]).toEqual({ item: 'promotions', mean: 2 })
  expect(findings.find(({ kind }) => kind === 'belowThreshold')?.items).toEqual(['promotions'])
})

it('yes, yes, partly, no, yes is 70 % (SAT-08)', async () => {
  const { id } = await published('sample', 'questionnaire')
  const wave = await opened(id, '2026-11-01T00:00:00Z')
  const asked = ['cooperation', 'answers', 'presentation', 'waitingTime', 'expectations']
  const said = ['yes', 'yes', 'partly', 'no', 'yes']
  await answer(wave, 'R1', [
    { item: 'place', words: ['atWorks'] },
    ...asked.map((item, index) => ({ item, words: [said[index]] })),
  ])
  const { agreements } = await read<{ agreements: { item: string | null; name: string | null }[] }>(
    'agreements { item name n yes partly no score }',
    {
      instrument: 'questionnaire',
    },
  )
  expect(agreements.at(-1)).toEqual({ item: null, name: null, n: 5, yes: 3, partly: 1, no: 1, score: 0.7 })
  expect(agreements.map(({ item }) => item)).toEqual([...asked, null])
  expect(agreements[3]?.name).toMatch(/\w/)
})
