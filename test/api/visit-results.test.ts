// What a visit leaves behind: rows with the customer, tasks that live on, figures by purpose, and the regular visits that follow.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { planByCadence } from '../../server/visits/cadence-commands.ts'
import { mannerPercent } from '../../server/visits/manners.ts'
import { ask, globalId } from '../graph.ts'
import { type DrivenVisit, faultsOf, newVisit, sendVisit } from '../stories/driven-visit.ts'
import { later, newCustomer, nextStory, openWorld, type World } from '../stories/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => nextStory(world))

const reported = ['triage', 'propose', 'confirm', 'prepare', 'begin', 'finish'] as const
const findings = [
  { block: 'needs', text: 'He could use 1.2 mm' },
  { block: 'ourPlans', text: 'Waits for the new slitter' },
  { block: 'processing', text: 'Edges crack at the third bend' },
]

async function visitWithFindings(): Promise<[DrivenVisit, string[]]> {
  const visit = await (await newVisit(world)).through(...reported)
  await visit.do('submitReport', { findings })
  return [visit, (await visit.findings()).map(({ id }) => globalId('VisitFinding', id))]
}

const turn = (id: string | undefined, kind: string, note: string, more = {}) =>
  sendVisit(world, world.people.engineer, 'turnVisitFinding', { id: id ?? '', kind, note, ...more })

describe('what findings become', () => {
  it('VIS-02: a need, an offer, a plan and a recommendation are rows of the customer, tied to the visit', async () => {
    const [visit, [need, plan, weak]] = await visitWithFindings()
    await turn(need, 'need', 'Strip 1.2 mm\nwith round edges')
    await turn(need, 'offer', 'Trial coil of 1.2 mm')
    await turn(plan, 'plan', 'Slitter 3 in spring', { plannedFor: 'April' })
    expect(faultsOf(await turn(weak, 'recommendation', 'No crack at five bends'))).toEqual(['indicator: required'])
    await turn(weak, 'recommendation', 'No crack at five bends', { indicator: 'Bends until crack' })
    const { account } = await ask<{ account: Record<string, unknown> }>(
      world.engine,
      world.people.lead,
      `query($id: ID!) { account: node(id: $id) { ... on Account { productNeeds { product requirements }
        offers { product reason state } plans { side text plannedFor } } } }`,
      { id: globalId('Account', visit.customer.accountId) },
    )
    expect(account).toEqual({
      productNeeds: [{ product: 'Strip 1.2 mm', requirements: 'Strip 1.2 mm\nwith round edges' }],
      offers: [{ product: 'Trial coil of 1.2 mm', reason: 'He could use 1.2 mm', state: 'proposed' }],
      plans: [{ side: 'ours', text: 'Slitter 3 in spring', plannedFor: 'April' }],
    })
    const { visit: found } = await ask<{ visit: object }>(
      world.engine,
      world.people.engineer,
      `query($id: ID!) { visit(id: $id) { recommendations { problem indicator target }
        findings { outcomes { kind need { product } offer { product } plan { text } recommendation { indicator } } } } }`,
      { id: globalId('Visit', visit.key) },
    )
    const nothing = { need: null, offer: null, plan: null, recommendation: null }
    expect(found).toEqual({
      recommendations: [
        {
          problem: 'Edges crack at the third bend',
          indicator: 'Bends until crack',
          target: 'No crack at five bends',
        },
      ],
      findings: [
        {
          outcomes: [
            { kind: 'need', ...nothing, need: { product: 'Strip 1.2 mm' } },
            { kind: 'offer', ...nothing, offer: { product: 'Trial coil of 1.2 mm' } },
          ],
        },
        { outcomes: [{ kind: 'plan', ...nothing, plan: { text: 'Slitter 3 in spring' } }] },
        {
          outcomes: [{ kind: 'recommendation', ...nothing, recommendation: { indicator: 'Bends until crack' } }],
        },
      ],
    })
  })

  it('a task lives on when its visit is closed, and is answered after it', async () => {
    const [visit, [need, ...others]] = await visitWithFindings()
    const departmentId = globalId('Department', world.departments.rollingMill ?? '')
    await turn(need, 'task', 'Can we roll 1.2 mm?', { departmentId, dueAt: later(world, 5).toISOString() })
    for (const findingId of [need, ...others]) await visit.do('confirmFinding', { findingId })
    expect(await visit.do('close')).toBe('closed')
    const task = await taskOf(visit)
    expect(task.state).toBe('open')
    await sendTask(world.people.roller, 'acceptTask', { id: task.id, revision: task.revision })
    expect((await taskOf(visit)).state).toBe('inProgress')
  })
})

async function taskOf(visit: DrivenVisit) {
  const { visit: found } = await ask<{
    visit: { tasks: { id: string; state: string; revision: number }[] }
  }>(world.engine, world.people.lead, 'query($id: ID!) { visit(id: $id) { tasks { id state revision } } }', {
    id: globalId('Visit', visit.key),
  })
  return found.tasks[0] ?? { id: '', state: '', revision: 0 }
}

async function sendTask(viewer: PersonViewer, mutation: string, input: object): Promise<void> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  await ask(world.engine, viewer, `mutation($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input })
}

describe('the eight steps', () => {
  it('STD-15: seven of eight are 87.5 %, said by the visitor and by a colleague apart', async () => {
    expect(mannerPercent(['politeness', 'appearance'])).toBe(25)
    const [visit] = await visitWithFindings()
    const seven = ['customersPlace', 'politeness', 'appearance', 'attention', 'likesJob', 'letSpeak', 'listening']
    const check = (viewer: PersonViewer, kept: string[]) =>
      sendVisit(world, viewer, 'checkVisitManners', { id: globalId('Visit', visit.key), kept })
    await check(world.people.engineer, ['politeness'])
    await check(world.people.engineer, seven)
    await check(world.people.lead, ['politeness', 'listening'])
    const { visit: found } = await ask<{ visit: { checks: object[] } }>(
      world.engine,
      world.people.lead,
      'query($id: ID!) { visit(id: $id) { checks { person { name } percent } } }',
      { id: globalId('Visit', visit.key) },
    )
    expect(found.checks).toEqual([
      { person: { name: 'Front Engineer' }, percent: 87.5 },
      { person: { name: 'Front Lead' }, percent: 25 },
    ])
    const called = await (await newVisit(world)).through('cancel')
    const late = await sendVisit(world, world.people.engineer, 'checkVisitManners', {
      id: globalId('Visit', called.key),
      kept: seven,
    })
    expect(late.__typename).toBe('WrongState')
  })
})

it('TSK-2f: a visit to take part in important production names the order and is counted by its type', async () => {
  const visit = await newVisit(world, { purpose: 'importantOrder', orderNumber: 'PO-4711' } as object)
  expect((await visit.row()).order_number).toBe('PO-4711')
  const { visitFigures } = await ask<{ visitFigures: { byPurpose: { purpose: string; visits: number }[] } }>(
    world.engine,
    world.people.lead,
    '{ visitFigures { byPurpose { purpose visits } } }',
  )
  expect(visitFigures.byPurpose).toContainEqual({ purpose: 'importantOrder', visits: 1 })
})

describe('TRB-02: an important order that we attend', () => {
  const result = `query($id: ID!) { visit(id: $id) { result { yield consumption stops rating } processing { inputMass goodMass }
    comparisons { indicator ours theirs difference strength } } }`
  const lines = [{ inputMass: '20.000', goodMass: '18.600', stops: 2, pieces: 5, rating: 3 }]
  const record = (visit: DrivenVisit, input: object, viewer = world.people.engineer) =>
    sendVisit(world, viewer, 'recordVisitProcessing', { id: globalId('Visit', visit.key), ...input })

  it('leaves the record of a trial batch, on regular material, and stands in the comparison with competitors', async () => {
    const visit = await newVisit(world, { purpose: 'importantOrder', orderNumber: 'PO-4712' } as object)
    await visit.do('triage', { purpose: 'importantOrder' })
    await visit.through('propose', 'confirm', 'prepare')
    expect((await record(visit, { lines })).__typename).toBe('WrongState')
    await visit.do('begin')
    const rival = await world.db
      .insertInto('competitor_product')
      .values({ competitor: 'Other Works', name: 'Rival strip' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const competitors = [{ productId: globalId('CompetitorProduct', rival.id), measure: 'yield', theirs: '95.5' }]
    const above = [{ ...lines[0], goodMass: '20.600' }]
    expect(faultsOf(await record(visit, { lines: above }))).toEqual(['lines.0.reasonAbove: yieldAbove'])
    expect(faultsOf(await record(visit, { lines: [] }))).toEqual(['lines: processingResult'])
    expect((await record(visit, { lines }, world.people.roller)).__typename).toBe('NotAllowed')
    await record(visit, { lines: [{ ...lines[0], goodMass: '10.000' }], competitors })
    await record(visit, { lines, competitors })
    const { visit: found } = await ask<{ visit: object }>(world.engine, world.people.lead, result, {
      id: globalId('Visit', visit.key),
    })
    const gap = { indicator: 'Yield', ours: '93', theirs: '95.5', difference: '-2.5', strength: false }
    expect(found).toEqual({
      result: { yield: '93.0', consumption: '1.0753', stops: '2', rating: '3.0' },
      processing: [{ inputMass: '20.000', goodMass: '18.600' }],
      comparisons: [gap],
    })
    const { account } = await ask<{ account: object }>(
      world.engine,
      world.people.lead,
      `query($id: ID!) { account: node(id: $id) { ... on Account {
        comparisons { indicator difference trialBatch { id } case { __typename } } } } }`,
      { id: globalId('Account', visit.customer.accountId) },
    )
    expect(account).toEqual({
      comparisons: [{ indicator: 'Yield', difference: '-2.5', trialBatch: null, case: { __typename: 'Visit' } }],
    })
  })

  it('is the only kind of visit that records processing', async () => {
    const visit = await (await newVisit(world)).through('triage', 'propose', 'confirm', 'prepare', 'begin')
    expect(faultsOf(await record(visit, { lines }))).toEqual(['id: notAllowedHere'])
  })
})

describe('regular visits', () => {
  it('are planned three weeks ahead, once, and again after the last one', async () => {
    const { accountId } = await newCustomer(world, { key: true })
    const set = (days: number | null) =>
      ask<{ answer: { visitCadence: { nextOn: string } | null } }>(
        world.engine,
        world.people.lead,
        `mutation($input: SetVisitCadenceInput!) { answer: setVisitCadence(input: $input) {
          __typename ... on Account { visitCadence { days nextOn } } } }`,
        { input: { accountId: globalId('Account', accountId), days } },
      )
    expect((await set(90)).answer.visitCadence).toEqual({ days: 90, nextOn: '2027-01-31' })
    const planned = () =>
      world.db
        .selectFrom('service_case')
        .innerJoin('visit', 'visit.case_id', 'service_case.id')
        .where('account_id', '=', accountId)
        .select(['id', 'origin', 'purpose', 'state', 'wished_from'])
        .execute()
    world.setTime(later(world, 68))
    expect([await planByCadence(world.engine), await planned()]).toEqual([0, []])
    world.setTime(later(world, 1))
    const both = await Promise.all([planByCadence(world.engine), planByCadence(world.engine)])
    expect(both.toSorted()).toEqual([0, 1])
    expect(await planByCadence(world.engine)).toBe(0)
    expect(await planned()).toMatchObject([
      { origin: 'plan', purpose: 'keyAccount', state: 'requested', wished_from: '2027-01-31' },
    ])
    await set(null)
    expect((await set(null)).answer.visitCadence).toBeNull()
  })
})
