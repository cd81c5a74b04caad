// The three parameters of quality management by product (QLT-03), and the customer's own precondition for delivery in time (ACC-13).
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { qualityGauges } from '../../server/insights/quality-gauges.ts'
import { sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenCoils, givenPerson, givenReference } from '../given.ts'
import { ask, globalId, send } from '../graph.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'

let world: TestEngine
let lead: PersonViewer
let engineer: PersonViewer
let accountId: string
let regionId: string
let productId: string

beforeAll(async () => {
  world = await testEngine(new Date('2026-11-02T05:00:00Z'))
  const db = world.database.owner
  const { regions } = await givenReference(db)
  regionId = regions.europe ?? ''
  lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  engineer = await givenPerson(db, { name: 'Eric Engineer', role: 'csEngineer' })
  accountId = (await givenAccount(db, { name: 'Customer', regionId })).id
  const product = db.insertInto('product').values({ code: 'HR-2', name: 'Hot-rolled coil', grade: 'S235' })
  productId = (await product.returning('id').executeTakeFirstOrThrow()).id
})
afterAll(() => world?.close())

it('has three gauges: 96 of 100 lots, 3.88 of 5, cost 103 of 100 is amber', () => {
  expect(qualityGauges({ lots: 100, conforming: 96, mean: 3.88, costIndex: '103', target: '100' })).toEqual({
    conformity: { value: 96, level: 'green' },
    satisfaction: { value: 3.88, level: 'amber' },
    cost: { value: 103, level: 'amber' },
  })
  const bare = { lots: 0, conforming: 0, mean: null, costIndex: null, target: null }
  expect(qualityGauges(bare)).toEqual({ conformity: null, satisfaction: null, cost: null })
  const cost = (costIndex: string) => qualityGauges({ ...bare, costIndex, target: '100' }).cost?.level
  expect(['100', '110', '110.1'].map(cost)).toEqual(['green', 'amber', 'red'])
})

it('QLT-03: counts 96 of 100 delivered lots as conforming, 25 marks as 3.88, and the index set last', async () => {
  const db = world.database.owner
  const shipment = await db
    .insertInto('shipment')
    .values({ number: 'S-1', account_id: accountId, dispatched_on: '2026-03-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const lots = []
  for (let index = 0; index < 100; index += 1) lots.push(await givenCoils(db, accountId, `L-${index}`, ['1']))
  await db.updateTable('piece').set({ shipment_id: shipment.id, product_id: productId }).execute()
  // Not delivered, so no lot.
  const later = await givenCoils(db, accountId, 'L-100', ['1'])
  await db.updateTable('piece').set({ product_id: productId }).where('heat_id', '=', later.heatId).execute()
  // Two lots with 0.14 % carbon of at most 0.12, two with a claim that was ours by a standard, one by transport.
  for (const heatId of [lots[0]?.heatId ?? '', lots[1]?.heatId ?? '']) await certificateOver(heatId)
  await claimOn(lots[2]?.coils[0], 'standard')
  await claimOn(lots[3]?.coils[0], 'standard')
  await claimOn(lots[4]?.coils[0], 'transport')
  const versionId = await givenQuestionnaire(db, 'works', 'steelWorks', [{ code: 'productQuality' }, { code: 'price' }])
  const waveId = await givenWave(db, versionId)
  // 22 fours and 3 threes: 97 / 25 = 3.88. What is said of the price says nothing of quality.
  for (let index = 0; index < 25; index += 1) {
    const answers = [
      { item: 'productQuality', number: index < 22 ? '4' : '3' },
      { item: 'price', number: '1' },
    ]
    await givenResponse(db, { waveId, versionId, accountId, regionId, consumerType: 'endUser', answers })
  }
  const set = (costIndex: string, viewer = lead) =>
    sendCommand(world.engine, viewer, {
      ...{ name: 'setProductCost', success: 'ProductCost', more: 'costIndex target' },
      input: { productId: globalId('Product', productId), costIndex, target: '100' },
    })
  expect((await set('103', engineer)).__typename).toBe('NotAllowed')
  expect((await set('-1')).fields?.map(({ field }) => field)).toEqual(['costIndex'])
  await set('97')
  expect(await set('103')).toMatchObject({ costIndex: '103', target: '100' })
  const scorecards = (viewer: PersonViewer) =>
    ask<{ productScorecards: object[] | null }>(
      world.engine,
      viewer,
      `{ productScorecards { code tonnes lots conforming answers costTarget
        conformity { value level } satisfaction { value level } cost { value levelLabel } } }`,
    )
  expect((await scorecards(lead)).productScorecards).toEqual([
    {
      ...{ code: 'HR-2', tonnes: '1000.000', lots: 100, conforming: 96, answers: 25, costTarget: 100 },
      conformity: { value: 96, level: 'green' },
      satisfaction: { value: 3.88, level: 'amber' },
      cost: { value: 103, levelLabel: 'Close to target' },
    },
  ])
  expect((await scorecards(engineer)).productScorecards).toBeNull()
})

async function certificateOver(heatId: string): Promise<void> {
  const db = world.database.owner
  const { id } = await db
    .insertInto('certificate')
    .values({
      ...{ number: `Z-${heatId}`, account_id: accountId, document_type: 'Inspection certificate' },
      ...{ schema_version: '1', issuer: 'Works', product_name: 'Coil', sha256: heatId.replaceAll('-', '').repeat(2) },
      ...{ raw: Buffer.from('{}'), imported_by: engineer.id },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('certificate_heat').values({ certificate_id: id, heat_id: heatId }).execute()
  const carbon = { certificate_id: id, position: 1, value_group: 'chemistry' as const, code: 'C', raw_text: '0.14' }
  await db
    .insertInto('certificate_value')
    .values({ ...carbon, number: '0.14', unit: '%', max_value: '0.12' })
    .execute()
}

async function claimOn(coil: string | undefined, layer: 'standard' | 'transport'): Promise<string> {
  const { claim } = await send(world.engine, engineer, 'registerClaim', {
    accountId: globalId('Account', accountId),
    whatHappened: 'Came late and rusty',
    receivedAt: '2026-11-01T08:00:00Z',
    items: [{ pieceId: globalId('Piece', coil ?? ''), defect: 'wavyEdge', claimedMass: '1.000' }],
  })
  const key =
    Buffer.from(claim?.id ?? '', 'base64url')
      .toString()
      .split(':')[1] ?? ''
  await world.database.owner
    .updateTable('claim')
    .set({ our_fault: true, quality_layer: layer })
    .where('case_id', '=', key)
    .execute()
  return claim?.id ?? ''
}

it('ACC-13: an application that came three days late stands on the claim about the delivery', async () => {
  const { coils } = await givenCoils(world.database.owner, accountId, 'L-late', ['1', '2'])
  const { id } = await world.database.owner
    .selectFrom('customer_order')
    .where('number', '=', 'O-L-late')
    .select('id')
    .executeTakeFirstOrThrow()
  const apply = (input: object, viewer = engineer) =>
    sendCommand(world.engine, viewer, {
      ...{ name: 'recordOrderApplication', success: 'CustomerOrder', more: 'applicationDueOn appliedOn' },
      input: { orderId: globalId('CustomerOrder', id), ...input },
    })
  const late = async () => {
    const { node } = await ask<{ node: { lateApplications: object[] } }>(
      world.engine,
      engineer,
      'query($id: ID!) { node(id: $id) { ... on Claim { lateApplications { order dueOn appliedOn daysLate } } } }',
      { id: claimId },
    )
    return node.lateApplications
  }
  const claimId = await claimOn(coils[0], 'transport')
  expect(await late()).toEqual([])
  expect((await apply({ appliedOn: '2026-10-08' })).fields).toMatchObject([{ field: 'dueOn', code: 'required' }])
  expect(await apply({ dueOn: '2026-10-05', appliedOn: '2026-10-05' })).toMatchObject({ appliedOn: '2026-10-05' })
  expect(await late()).toEqual([])
  await apply({ dueOn: '2026-10-05', appliedOn: '2026-10-08' })
  expect(await late()).toEqual([{ order: 'O-L-late', dueOn: '2026-10-05', appliedOn: '2026-10-08', daysLate: 3 }])
})
