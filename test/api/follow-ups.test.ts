// Acting on answers: a detractor opens a follow-up with a clock in the transaction of his answers; it is called, closed, counted (SAT-09).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { type CommandAnswer, sendCommand } from '../command-answer.ts'
import { givenPerson } from '../given.ts'
import { ask, globalId } from '../graph.ts'
import { givenAsked, type SurveyWorld, surveyWorld } from './survey-world.ts'

let world: SurveyWorld
let manager: PersonViewer
let analyst: PersonViewer
let head: PersonViewer
let wave: { id: string; key: string }
const contacts: string[] = []
const accounts: string[] = []

// Monday, 2 November 2026, 10:00 in Almaty.
beforeAll(async () => {
  world = await surveyWorld(new Date('2026-11-02T05:00:00Z'))
  const db = world.database.owner
  manager = await givenPerson(db, { name: 'Farid Manager', role: 'keyCustomerManager' })
  analyst = await givenPerson(db, { name: 'Anna Analyst', role: 'analyst' })
  const { id: departmentId } = await db.selectFrom('department').select('id').limit(1).executeTakeFirstOrThrow()
  head = await givenPerson(db, { name: 'Hugo Head', role: 'departmentHead', departmentId })
  for (let index = 0; index < 10; index++) {
    const asked = await givenAsked(db, world.regions, { name: `Customer${index}`, region: 'eastAsia' })
    contacts.push(asked.contact)
    accounts.push(asked.accountId)
  }
  await db
    .updateTable('account')
    .set({ manager_id: manager.id })
    .where('id', '=', accounts[5] ?? '')
    .execute()
  manager = { ...manager, managedAccountIds: [accounts[5] ?? ''] }
  wave = await world.opened(await world.published('promoters'))
})
afterAll(() => world?.close())

const answer = (index: number, mark: number, more: Record<string, unknown> = {}) =>
  world.run('enterResponse', {
    waveId: wave.id,
    contactId: contacts[index],
    language: 'en',
    answers: [{ item: 'recommendation', number: String(mark) }],
    ...more,
  })

interface FollowUp {
  id: string
  revision: number
  reason: string
  mark: string
  state: string
  dueAt: string
  late: boolean
  owner: { name: string } | null
  account: { name: string }
  response: { answers: { number: string }[] }
}
const fields =
  'id revision reason mark state dueAt late owner { name } account { name } response { answers { number } followUps { state } }'
const filter = { instrument: 'promoters' }
const followUps = async (viewer = world.lead): Promise<FollowUp[] | null> => {
  const source = `query($filter: SatisfactionFilter) { followUps(first: 100, filter: $filter) { nodes { ${fields} } } }`
  const data = await ask<{ followUps: { nodes: FollowUp[] } | null }>(world.engine, viewer, source, { filter })
  return data.followUps?.nodes ?? null
}
const loop = async () => {
  const row = '{ opened called inTime late closed share }'
  const source = `query($filter: SatisfactionFilter) { loopClosing(filter: $filter) { detractors ${row} all ${row} } }`
  return (
    await ask<{ loopClosing: Record<'detractors' | 'all', object> }>(world.engine, world.lead, source, { filter })
  ).loopClosing
}
const act = (name: string, input: Record<string, unknown>, viewer = world.lead): Promise<CommandAnswer> =>
  sendCommand(world.engine, viewer, { name, input, success: 'FollowUp', more: 'id revision state outcome late' })

describe('answers of a wave', () => {
  it('10, 9, 9, 8, 7, 7, 6, 5, 10, 9 are a score of +30 and two follow-ups with a clock of two working days (SAT-09)', async () => {
    for (const [index, mark] of [10, 9, 9, 8, 7, 6, 7, 5, 10, 9].entries()) await answer(index, mark)
    const { satisfaction } = await ask<{ satisfaction: { promoters: object[] } }>(
      world.engine,
      world.lead,
      `{ satisfaction(filter: { instrument: promoters }) { promoters { n score promoters passives detractors } } }`,
    )
    expect(satisfaction.promoters).toEqual([{ n: 10, score: 30, promoters: 5, passives: 3, detractors: 2 }])
    const opened = await followUps()
    expect(opened?.map(({ reason, mark, state, late }) => [reason, Number(mark), state, late])).toEqual([
      ['detractor', 6, 'open', false],
      ['detractor', 5, 'open', false],
    ])
    // Two working days from Monday 10:00 in Almaty end on Wednesday at the same hour.
    expect(new Set(opened?.map(({ dueAt }) => new Date(dueAt).toISOString()))).toEqual(
      new Set(['2026-11-04T05:00:00.000Z']),
    )
    expect(opened?.map(({ owner }) => owner?.name ?? null)).toEqual(['Farid Manager', null])
  })

  it('lie on the work of the manager, and without one on that of the leads', async () => {
    const mine = async (viewer: PersonViewer) => {
      const data = await ask<{
        myFollowUps: { nodes: FollowUp[] }
        myFollowUpCounts: { group: string; count: number }[]
      }>(world.engine, viewer, `{ myFollowUps(first: 10) { nodes { ${fields} } } myFollowUpCounts { group count } }`)
      const counted = data.myFollowUpCounts.reduce((sum, { count }) => sum + count, 0)
      expect(counted).toBe(data.myFollowUps.nodes.length)
      return data.myFollowUps.nodes.map(({ account }) => account.name)
    }
    expect(await mine(manager)).toEqual(['Customer5 Works'])
    expect(await mine(world.lead)).toEqual(['Customer7 Works'])
    expect(await mine(world.engineer)).toEqual([])
  })

  it('are seen by the group and nobody else', async () => {
    expect(await followUps(analyst)).toHaveLength(2)
    expect(await followUps(head)).toBeNull()
    const [first] = (await followUps()) ?? []
    expect(await act('recordFollowUpCall', { id: first?.id, revision: 1, said: 'Heard' }, analyst)).toMatchObject({
      __typename: 'NotAllowed',
    })
    expect(await act('recordFollowUpCall', { id: first?.id, revision: 1, said: 'Heard' }, head)).toMatchObject({
      __typename: 'NotAllowed',
    })
  })

  it('open nothing when they are taken in long after they were given', async () => {
    const late = await givenAsked(world.database.owner, world.regions, { name: 'Oldtimer', region: 'iran' })
    contacts.push(late.contact)
    await answer(10, 0, { answeredAt: '2026-09-01T08:00:00Z' })
    expect(await followUps()).toHaveLength(2)
  })
})

describe('a follow-up', () => {
  it('is given to who may call, called, and closed with what was done; afterwards it does not change', async () => {
    const [first, second] = (await followUps()) ?? []
    const give = (ownerId: string) => act('assignFollowUp', { id: second?.id, revision: 1, ownerId })
    expect(await give(globalId('Person', analyst.id))).toMatchObject({
      fields: [{ field: 'ownerId', code: 'unknownPerson' }],
    })
    expect(await give(globalId('Person', world.engineer.id))).toMatchObject({ revision: 2 })
    expect(await act('recordFollowUpCall', { id: second?.id, revision: 1, said: 'Rust' })).toMatchObject({
      __typename: 'Stale',
    })

    const called = await act('recordFollowUpCall', { id: first?.id, revision: 1, said: 'Rust at the edges' }, manager)
    expect(called).toMatchObject({ state: 'called', revision: 2 })
    const done = { id: first?.id, revision: 2, outcome: 'promised', done: 'Visit on Friday' }
    expect(await act('closeFollowUp', { ...done, done: ' ' }, manager)).toMatchObject({
      fields: [{ field: 'done', code: 'blank' }],
    })
    expect(await act('closeFollowUp', done, manager)).toMatchObject({ state: 'closed', outcome: 'promised' })
    expect(await act('closeFollowUp', { ...done, revision: 3 }, manager)).toMatchObject({
      fields: [{ field: 'id', code: 'followUpClosed' }],
    })
    expect(await loop()).toMatchObject({
      detractors: { opened: 2, called: 1, inTime: 1, late: 0, closed: 1, share: 1 },
    })
  })

  it('is late when the clock has ended, and counts against the share', async () => {
    world.setTime(new Date('2026-11-04T06:00:00Z'))
    expect((await followUps())?.map(({ late, state }) => [late, state])).toEqual([
      [false, 'closed'],
      [true, 'open'],
    ])
    expect(await loop()).toMatchObject({ detractors: { opened: 2, called: 1, inTime: 1, late: 1, share: 0.5 } })
    const [, second] = (await followUps()) ?? []
    await act(
      'closeFollowUp',
      { id: second?.id, revision: 2, outcome: 'solved', done: 'Sent the papers' },
      world.engineer,
    )
    expect(await loop()).toMatchObject({ all: { opened: 2, called: 2, inTime: 1, late: 1, closed: 2, share: 0.5 } })
  })
})

describe('the rule', () => {
  const set = (input: Record<string, unknown>, viewer = world.lead) =>
    sendCommand(world.engine, viewer, {
      name: 'setFollowUpRule',
      input,
      success: 'FollowUpRule',
      more: 'revision lowMark',
    })
  const rule = { revision: 1, detractorAtMost: 8, lowMark: '2', onNo: true, workingDays: 1, daysBack: 30 }

  it('is set by leads, management and administration, once for each that was read', async () => {
    expect(await set(rule, world.engineer)).toMatchObject({ __typename: 'NotAllowed' })
    expect(await set({ ...rule, detractorAtMost: 10 })).toMatchObject({
      fields: [{ field: 'detractorAtMost', code: 'tooHigh' }],
    })
    expect(await set(rule)).toMatchObject({ revision: 2 })
    expect(await set(rule)).toMatchObject({ __typename: 'Stale' })
  })

  it('holds from the next answer on: 8 is followed up within one working day', async () => {
    const more = await givenAsked(world.database.owner, world.regions, { name: 'Later', region: 'eastAsia' })
    contacts.push(more.contact)
    await answer(11, 8)
    const found = (await followUps())?.at(-1)
    expect(found).toMatchObject({ mark: '8.000', account: { name: 'Later Works' } })
    expect(new Date(found?.dueAt ?? 0).toISOString()).toBe('2026-11-05T06:00:00.000Z')
  })
})
