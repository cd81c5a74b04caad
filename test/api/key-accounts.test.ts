// Key accounts through the graph: what is written of a customer, who may, and the figures that come of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { ask, globalId } from '../graph.ts'

let world: TestEngine
let lead: PersonViewer
let manager: PersonViewer
let key: { id: string; contactId: string }
let other: { id: string; contactId: string }
let europe = ''

beforeAll(async () => {
  world = await testEngine(new Date('2026-06-11T08:00:00Z'))
  const db = world.database.owner
  const { regions } = await givenReference(db)
  europe = regions.europe ?? ''
  lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  const kim = await givenPerson(db, { name: 'Kim Manager', role: 'keyCustomerManager' })
  key = await givenAccount(db, { name: 'Key Works', regionId: europe, key: true, managerId: kim.id })
  other = await givenAccount(db, { name: 'Other Works', regionId: europe })
  manager = { ...kim, managedAccountIds: [key.id] }
})
afterAll(() => world?.close())

const write = (name: string, success: string, input: object, more = '__typename', viewer = manager) =>
  sendCommand(world.engine, viewer, {
    name,
    success,
    more,
    input: { accountId: globalId('Account', key.id), ...input },
  })
const account = async (fields: string, id = key.id, viewer = manager) => {
  const { node } = await ask<{ node: Record<string, unknown> }>(
    world.engine,
    viewer,
    `query ($id: ID!) { node(id: $id) { ... on Account { ${fields} } } }`,
    { id: globalId('Account', id) },
  )
  return node
}

describe('a key-customer manager', () => {
  it('ACC-15: writes the plan of his own account part by part', async () => {
    const five = { definition: 'a', successFactors: 'b', attraction: 'c', problems: 'd', satisfaction: 'e' }
    expect(await write('writeKeyPlan', 'KeyPlan', five, 'percent reviewOverdue')).toMatchObject({ percent: 83.3 })
    const reviewed = { control: 'f', reviewOn: '2026-06-10' }
    const whole = { percent: 100, reviewOverdue: true }
    expect(await write('writeKeyPlan', 'KeyPlan', reviewed, 'percent reviewOverdue')).toMatchObject(whole)
    const foreign = { accountId: globalId('Account', other.id), definition: 'x' }
    expect((await write('writeKeyPlan', 'KeyPlan', foreign)).__typename).toBe('NotFound')
  })

  it('ACC-05: sees a stock of 25 t where 40 t are needed as a need that is not met', async () => {
    const stock = { kind: 'emergencyStock', text: 'Emergency stock', wantedStock: '40', actualStock: '25', met: true }
    expect(await write('saveUniqueNeed', 'UniqueNeed', stock, 'met stockGap')).toMatchObject({
      met: false,
      stockGap: '15.000',
    })
    for (const met of [true, true, true, true, false])
      await write('saveUniqueNeed', 'UniqueNeed', { kind: 'reporting', text: 'Report', met })
    expect(await account('standing { needs needsMet needCoverage }')).toEqual({
      standing: { needs: 6, needsMet: 4, needCoverage: 66.7 },
    })
  })

  it('TSK-4, ACC-18: follows four opportunities to two offers, a trial and an order', async () => {
    const needs: string[] = []
    for (const [index, product] of ['A', 'B', 'C', 'D', 'E', 'F'].entries()) {
      const made = await write('saveProductNeed', 'ProductNeed', { product, supplied: index < 2 }, 'id')
      needs.push(made.id ?? '')
    }
    const offered = { product: 'C', needId: needs[2], state: 'proposed', offeredOn: '2026-06-01' }
    const first = await write('saveAccountOffer', 'AccountOffer', offered, 'id')
    await write('saveAccountOffer', 'AccountOffer', { ...offered, product: 'D', needId: needs[3] }, 'id')
    for (const state of ['trialAgreed', 'ordered'])
      await write('saveAccountOffer', 'AccountOffer', { ...offered, entryId: first.id, state })
    expect(await account('standing { opportunities offers trials orders }')).toEqual({
      standing: { opportunities: 4, offers: 2, trials: 1, orders: 1 },
    })
    const loose = { product: 'Z', state: 'proposed', offeredOn: '2026-06-01' }
    expect((await write('saveAccountOffer', 'AccountOffer', loose)).fields?.[0]).toMatchObject({ field: 'reason' })
  })

  it('ACC-13, VAL-01: is warned of credit, and shown what the customer is worth', async () => {
    const terms = {
      ...{ currency: 'USD', creditLimit: '100000', outstanding: '92000' },
      ...{ yearlySales: '10', yearlyGrowth: '2', years: 5, marginPercent: '20' },
    }
    await write('writeAccountTerms', 'AccountTerms', terms)
    expect(await account('creditCheck(order: "10000") { owed over } valueAtRisk { sales profit fromOrders }')).toEqual({
      creditCheck: { owed: '102000.00', over: '2000.00' },
      valueAtRisk: { sales: '70.00', profit: '14.00', fromOrders: false },
    })
  })

  it('ACC-10, ACC-11: keeps what is known, and adds hidden losses up', async () => {
    const four = { expectations: 'a', buyingHabits: 'b', motives: 'c', stereotypes: 'd' }
    expect(await write('writeAccountProfile', 'AccountProfile', four, 'percent')).toMatchObject({ percent: 80 })
    for (const amount of ['3000', '1500'])
      await write('saveHiddenLoss', 'HiddenLoss', { text: 'Many suppliers', amount, currency: 'USD' })
    expect(await account('standing { hiddenLosses { currency amount } }')).toEqual({
      standing: { hiddenLosses: [{ currency: 'USD', amount: '4500.00' }] },
    })
    const net = await ask(
      world.engine,
      manager,
      '{ priceHunt(priceGain: "2000", hours: "30", hourlyCost: "25", travel: "900", splitDeliveries: "600", creditCost: "0") { net } }',
    )
    expect(net).toEqual({ priceHunt: { net: '-250.00' } })
  })

  it('TSK-1, ACC-16: is told who is silent, what is overdue, and of the last talk', async () => {
    const silent = async () => {
      const { accounts } = await ask<{ accounts: { nodes: { name: string }[] } }>(
        world.engine,
        manager,
        '{ accounts(first: 10, silent: true) { nodes { name } } }',
      )
      return accounts.nodes.map(({ name }) => name)
    }
    const talk = { channel: 'phone', begunBy: 'works', subject: 'claim 17' }
    const made = await write('saveContactEntry', 'ContactEntry', { ...talk, at: '2026-05-11T08:00:00Z' }, 'id')
    expect(await silent()).toEqual(['Key Works'])
    await write('saveContactEntry', 'ContactEntry', { ...talk, entryId: made.id, at: '2026-05-12T08:00:00Z' })
    expect(await silent()).toEqual([])
    const promise = { text: 'Send the certificate', dueOn: '2026-06-10' }
    expect(await write('saveAccountPromise', 'AccountPromise', promise, 'overdue')).toMatchObject({ overdue: true })
    expect(await account('figures { lastContact openPromises overduePromises }')).toEqual({
      figures: { lastContact: 'claim 17', openPromises: 1, overduePromises: 1 },
    })
  })

  it('classes a customer against the rule only with a reason', async () => {
    const against = { class: 'vitalFew' }
    expect((await write('setAccountClass', 'Account', against)).fields?.[0]).toMatchObject({
      field: 'reason',
      code: 'againstRule',
    })
    const set = await write(
      'setAccountClass',
      'Account',
      { ...against, reason: 'Will grow' },
      'figures { class byRule }',
    )
    expect(set).toMatchObject({ figures: { class: 'vitalFew', byRule: 'usefulMany' } })
  })
})

it('ACC-01: is converted by its first order, once and dated', async () => {
  const db = world.database.owner
  const fresh = await givenAccount(db, { name: 'New Works', regionId: europe })
  await db.updateTable('account').set({ status: 'potential' }).where('id', '=', fresh.id).execute()
  const order = (number: string, placed_on: string) =>
    db.insertInto('customer_order').values({ number, account_id: fresh.id, placed_on }).execute()
  await order('O-1', '2026-05-03')
  await order('O-2', '2026-05-20')
  expect(await account('status convertedOn', fresh.id, lead)).toEqual({ status: 'active', convertedOn: '2026-05-03' })
})

it('ACC-04, ORG-09: refuse what breaks a formal criterion, and a competence of four of five', async () => {
  const send = (name: string, success: string, input: Record<string, unknown>, more = 'id') =>
    sendCommand(world.engine, lead, { name, success, more, input })
  const trait = async (
    name: string,
    dependsOnSupplier: boolean,
    measurable: boolean,
    correlatedWithIds: string[] = [],
  ) => {
    const input = { name, dependsOnSupplier, measurable, correlatedWithIds }
    return (await send('saveCharacteristic', 'SegmentCharacteristic', input)).id ?? ''
  }
  const scale = await trait('business scale', false, true)
  const sets: [string[], string | undefined][] = [
    [[await trait('length of relationship', true, true)], 'criterion1'],
    [[await trait('good customer', false, false)], 'criterion2'],
    [[scale, await trait('total product need', false, true, [scale])], 'criterion3'],
    [[await trait('industry', false, true), await trait('processing technology', false, true)], undefined],
  ]
  for (const [characteristicIds, code] of sets) {
    const answer = await send(
      'saveSegment',
      'Segment',
      { name: 'White goods', target: true, characteristicIds },
      'missing',
    )
    expect(answer.fields?.[0]?.code).toBe(code)
    if (!code) expect(answer.missing).toBe(2)
  }
  const flags = { longTerm: true, recognised: true, repeatable: true, perceived: true, active: true }
  const vague = { ...flags, wording: 'Quality goods at the right price', specific: false }
  expect((await send('saveCompetence', 'CoreCompetence', vague)).fields?.[0]?.code).toBe('notAllCriteria')
  const proven = { ...flags, wording: 'Urgent re-rolling within agreed time, proven in 12 orders', specific: true }
  expect(await send('saveCompetence', 'CoreCompetence', proven, 'active score')).toMatchObject({
    active: true,
    score: 5,
  })
})
