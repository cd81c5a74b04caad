// How customers are judged: loyalty, segments, classes, competences, what money stands behind their needs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordLoyaltyMoves } from '../../server/insights/loyalty-moves.ts'
import { ask, globalId } from '../graph.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'
import { type KeyAccountWorld, keyAccountWorld } from './key-account-world.ts'

let world: KeyAccountWorld
beforeAll(async () => {
  world = await keyAccountWorld()
})
afterAll(() => world?.close())

describe('ACC-14: moves between phases of loyalty', () => {
  it('are kept with their cause: loyal by four orders and 4.2, follower by a recommendation, ordinary again at 3.1', async () => {
    const db = world.database.owner
    const id = world.keys[2] ?? ''
    const { region_id } = await db
      .selectFrom('account')
      .where('id', '=', id)
      .select('region_id')
      .executeTakeFirstOrThrow()
    const versionId = await givenQuestionnaire(db, 'marks', 'steelWorks', [{ code: 'quality' }])
    const waveId = await givenWave(db, versionId, { opensAt: '2026-01-01' })
    for (const number of ['L-1', 'L-2', 'L-3', 'L-4']) await world.order(id, number)
    const marks = (values: readonly number[], day: string) =>
      Promise.all(
        values.map((number) =>
          givenResponse(db, {
            ...{ waveId, versionId, regionId: region_id, consumerType: 'endUser', accountId: id },
            answeredAt: new Date(day),
            answers: [{ item: 'quality', number: `${number}` }],
          }),
        ),
      )
    await marks([5, 4, 4, 4, 4], '2026-05-01')
    await recordLoyaltyMoves(world.engine)
    await recordLoyaltyMoves(world.engine)
    await world.write('saveReferral', 'Referral', {
      accountId: globalId('Account', id),
      text: 'Told a neighbour',
      recommendedOn: '2026-06-10',
    })
    await recordLoyaltyMoves(world.engine)
    // Five more, so that ten marks of together 31 have a mean of 3.1.
    await marks([2, 2, 2, 2, 2], '2026-06-01')
    await recordLoyaltyMoves(world.engine)
    const { node } = await ask<{ node: { loyaltyMoves: object[] } }>(
      world.engine,
      world.lead,
      'query($id: ID!) { node(id: $id) { ... on Account { loyaltyMoves { to cause orders mean } } } }',
      { id: globalId('Account', id) },
    )
    expect(node.loyaltyMoves).toEqual([
      { to: 'ordinary', cause: 'lessSatisfied', orders: 4, mean: '3.100' },
      { to: 'follower', cause: 'recommended', orders: 4, mean: '4.200' },
      { to: 'loyal', cause: 'reached', orders: 4, mean: '4.200' },
    ])
  })
})

it('ACC-08: a segment lacks strategy and team; its cost is the sum of four', async () => {
  const trait = await world.write('saveCharacteristic', 'SegmentCharacteristic', {
    name: 'industry',
    dependsOnSupplier: false,
    measurable: true,
  })
  const bare = { name: 'White goods', target: true, characteristicIds: [trait.id] }
  const made = await world.write('saveSegment', 'Segment', bare, 'id missing cost')
  expect(made).toMatchObject({ missing: 2, cost: null })
  const whole = {
    ...{ ...bare, segmentId: made.id, strategy: 'First', team: 'A', reviewOn: '2026-06-10' },
    ...{ serviceCost: '1000', productCost: '2000', solutionCost: '300', contactCost: '40' },
  }
  expect(await world.write('saveSegment', 'Segment', whole, 'missing cost reviewOverdue')).toMatchObject({
    missing: 0,
    cost: '3340.00',
    reviewOverdue: true,
  })
})

it('ACC-09: classes stand beside target segments', async () => {
  const db = world.database.owner
  await db.updateTable('customer_order').set({ placed_on: null }).execute()
  const revenues = [400, 400, 40, 35, 30, 25, 25, 20, 15]
  for (const [index, id] of world.keys.entries())
    await world.order(id, `R-${index}`, { ordered_mass: revenues[index], price_per_tonne: '1', currency: 'USD' })
  const other = await db.selectFrom('account').where('name', '=', 'Other').select('id').executeTakeFirstOrThrow()
  await world.order(other.id, 'R-9', { ordered_mass: '10', price_per_tonne: '1', currency: 'USD' })
  const segment = await db.selectFrom('segment').select('id').executeTakeFirstOrThrow()
  await db
    .updateTable('account')
    .set({ segment_id: segment.id })
    .where('id', '=', world.keys[0] ?? '')
    .execute()
  const { accountPareto } = await ask<{ accountPareto: object }>(
    world.engine,
    world.lead,
    '{ accountPareto { accounts share confirmed vitalFew groups { class target accounts share } } }',
  )
  expect(accountPareto).toEqual({
    accounts: 10,
    share: 80,
    confirmed: true,
    vitalFew: 2,
    groups: [
      { class: 'vitalFew', target: true, accounts: 1, share: 40 },
      { class: 'vitalFew', target: false, accounts: 1, share: 40 },
      { class: 'usefulMany', target: true, accounts: 0, share: 0 },
      { class: 'usefulMany', target: false, accounts: 8, share: 20 },
    ],
  })
  expect(await world.names('class: vitalFew')).toEqual(['Key 1', 'Key 2'])
  expect(await world.names('class: usefulMany')).toHaveLength(8)
})

it('ORG-09: a sixth active competence is one too many', async () => {
  const flags = { longTerm: true, recognised: true, repeatable: true, specific: true, perceived: true, active: true }
  const crowded: unknown[] = []
  for (const number of [1, 2, 3, 4, 5, 6])
    crowded.push(
      (await world.write('saveCompetence', 'CoreCompetence', { ...flags, wording: `Can ${number}` }, 'crowded'))
        .crowded,
    )
  expect(crowded).toEqual([false, false, false, false, false, true])
})

it('ACC-19: of twelve needs three are special, seven without a budget', async () => {
  for (let index = 0; index < 12; index++)
    await world.write('saveProductNeed', 'ProductNeed', {
      accountId: globalId('Account', world.keys[index % 9] ?? ''),
      product: `P${index}`,
      special: index < 3,
      ...(index < 5 && { budget: '1000', currency: 'USD' }),
    })
  const { needReview } = await ask<{ needReview: { special: object[] } }>(
    world.engine,
    world.lead,
    '{ needReview { needs withoutBudget special { product } } }',
  )
  expect(needReview).toEqual({
    needs: 12,
    withoutBudget: 7,
    special: [{ product: 'P0' }, { product: 'P1' }, { product: 'P2' }],
  })
})
