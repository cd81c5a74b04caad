// How key customers are kept together and told: by region, plans, shortages, the header that knows them, the way they prefer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { tendInvitations } from '../../server/satisfaction/invitation-commands.ts'
import { ask, globalId } from '../graph.ts'
import { type KeyAccountWorld, keyAccountWorld } from './key-account-world.ts'

let world: KeyAccountWorld
beforeAll(async () => {
  world = await keyAccountWorld()
})
afterAll(() => world?.close())

describe('ACC-02: key customers by region', () => {
  const byRegion = async (viewer: PersonViewer) => {
    const { accountRegions } = await ask<{ accountRegions: { region: { code: string }; key: number }[] }>(
      world.engine,
      viewer,
      '{ accountRegions(key: true) { region { code } key } }',
    )
    return Object.fromEntries(accountRegions.map(({ region, key }) => [region.code, key]))
  }
  it('are nine, 4/3/1/1; a world.manager sees his three', async () => {
    expect(await byRegion(world.lead)).toEqual({ europe: 4, eastAsia: 3, iran: 1, middleEast: 1 })
    expect(await world.names('key: true', world.manager)).toEqual(['Key 1', 'Key 5', 'Key 8'])
    expect(await byRegion(world.manager)).toEqual({ europe: 1, eastAsia: 1, iran: 1 })
  })
})

it('ACC-03: end users and wholesalers are told apart in lists', async () => {
  const db = world.database.owner
  await db.updateTable('account').set({ consumer_type: 'wholesaler' }).where('name', '=', 'Other').execute()
  expect(await world.names('consumerType: wholesaler')).toEqual(['Other'])
  expect(await world.names('consumerType: endUser')).toHaveLength(9)
})

it('TSK-4b: their plan is kept; three of nine key accounts were told of no plan of ours', async () => {
  const plan = (id: string | undefined, more: object) =>
    world.write(
      'saveAccountPlan',
      'AccountPlan',
      { accountId: globalId('Account', id ?? ''), ...more },
      'sideLabel text',
    )
  expect(await plan(world.keys[0], { side: 'theirs', text: 'new line 2027' })).toMatchObject({ text: 'new line 2027' })
  for (const id of world.keys.slice(0, 6)) await plan(id, { side: 'ours', text: 'Flatter', sharedOn: '2026-06-01' })
  await plan(world.keys[6], { side: 'ours', text: 'Flatter' })
  expect(await world.names('key: true, planUnshared: true')).toEqual(['Key 7', 'Key 8', 'Key 9'])
})

describe('ORG-12: shortages', () => {
  it('are told to all four customers with open orders of the product, with a receipt', async () => {
    const db = world.database.owner
    const product = await db
      .insertInto('product')
      .values({ code: 'X', name: 'Product X' })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [index, id] of world.keys.slice(0, 4).entries())
      await world.order(id, `X-${index}`, { product_id: product.id, ordered_mass: '100.000' })
    // Delivered whole: nothing is open.
    const done = await world.order(world.keys[4] ?? '', 'X-5', { product_id: product.id, ordered_mass: '10.000' })
    const heat = await db.insertInto('heat').values({ number: 'H-X' }).returning('id').executeTakeFirstOrThrow()
    const shipment = await db
      .insertInto('shipment')
      .values({ number: 'S-X', account_id: world.keys[4] ?? '', order_id: done.id, dispatched_on: '2026-05-20' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('piece')
      .values({
        ...{ number: '1', kind: 'coil', heat_id: heat.id, mass: '10.000' },
        ...{ account_id: world.keys[4] ?? '', order_id: done.id, shipment_id: shipment.id },
      })
      .execute()
    const short = {
      productId: globalId('Product', product.id),
      text: 'Furnace 2 is relined',
      expectedUntil: '2026-08-01',
    }
    expect(await world.write('warnOfShortage', 'ShortageWarning', short, 'customers told read')).toMatchObject({
      customers: 4,
      told: 0,
      read: 0,
    })
    expect((await world.write('warnOfShortage', 'ShortageWarning', short, 'id', world.manager)).__typename).toBe(
      'NotAllowed',
    )
    const shortages = async () => {
      const { node } = await ask<{ node: { shortages: { id: string }[]; figures: object } }>(
        world.engine,
        world.manager,
        `query($id: ID!) { node(id: $id) { ... on Account { figures { shortagesUntold }
          shortages { id readAt warning { product { name } expectedUntil told read } } } } }`,
        { id: globalId('Account', world.keys[0] ?? '') },
      )
      return node
    }
    const before = await shortages()
    expect(before).toMatchObject({ figures: { shortagesUntold: 1 }, shortages: [{ readAt: null }] })
    await world.write(
      'tellShortage',
      'ShortageNotice',
      { id: before.shortages[0]?.id, read: true },
      'id',
      world.manager,
    )
    expect(await shortages()).toMatchObject({
      figures: { shortagesUntold: 0 },
      shortages: [
        { readAt: '2026-06-11T08:00:00.000Z', warning: { product: { name: 'Product X' }, told: 1, read: 1 } },
      ],
    })
    const { id } = await db
      .insertInto('product')
      .values({ code: 'Y', name: 'Y' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const nobody = await world.write('warnOfShortage', 'ShortageWarning', {
      ...short,
      productId: globalId('Product', id),
    })
    expect(nobody.fields).toMatchObject([{ field: 'productId', code: 'nobodyAwaits' }])
  })

  it('ACC-06: we depend on who takes 45 % of our volume', async () => {
    const db = world.database.owner
    const heat = await db.insertInto('heat').values({ number: 'H-45' }).returning('id').executeTakeFirstOrThrow()
    // 10 t were delivered to key 5 above; with 35 t to another and 36.818 t to key 9 it is 45 % of 81.818 t.
    for (const [index, mass] of ['36.818', '35.000'].entries()) {
      const account_id = (index === 0 ? world.keys[8] : world.keys[5]) ?? ''
      const shipment = await db
        .insertInto('shipment')
        .values({ number: `S-${index}`, account_id, dispatched_on: '2026-05-20' })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('piece')
        .values({ number: `${index}`, kind: 'coil', heat_id: heat.id, mass, account_id, shipment_id: shipment.id })
        .execute()
    }
    const { node } = await ask<{ node: object }>(
      world.engine,
      world.lead,
      'query($id: ID!) { node(id: $id) { ... on Account { figures { volumePercent dependent } } } }',
      { id: globalId('Account', world.keys[8] ?? '') },
    )
    expect(node).toEqual({ figures: { volumePercent: 45, dependent: true } })
  })
})

it('ACC-16: opening an account shows the last talk, two products and one promise, by one document', async () => {
  const db = world.database.owner
  const id = world.keys[5] ?? ''
  await db.deleteFrom('customer_order').where('account_id', '=', id).execute()
  for (const name of ['Cold coil', 'Hot coil']) {
    const product = await db
      .insertInto('product')
      .values({ code: name, name })
      .returning('id')
      .executeTakeFirstOrThrow()
    await world.order(id, `U-${name}`, { product_id: product.id })
  }
  const accountId = globalId('Account', id)
  const talk = { accountId, at: '2026-05-03T09:00:00Z', channel: 'phone', begunBy: 'customer', subject: 'claim 17' }
  await world.write('saveContactEntry', 'ContactEntry', talk)
  await world.write('saveAccountPromise', 'AccountPromise', { accountId, text: 'Call back', dueOn: '2026-06-20' })
  await db.updateTable('account').set({ special_policy: 'Call first' }).where('id', '=', id).execute()
  const { node } = await ask<{ node: object }>(
    world.engine,
    world.lead,
    `query($id: ID!) { node(id: $id) { ... on Account { contacts { name } specialPolicy
      figures { products lastContactAt lastContact openPromises openClaims } } } }`,
    { id: accountId },
  )
  expect(node).toEqual({
    contacts: [{ name: 'Mx Sample' }],
    specialPolicy: 'Call first',
    figures: {
      products: ['Cold coil', 'Hot coil'],
      lastContactAt: '2026-05-03T09:00:00.000Z',
      lastContact: 'claim 17',
      openPromises: 1,
      openClaims: 0,
    },
  })
})

it('CRM-06: a customer is invited by the way it prefers and in its language', async () => {
  const db = world.database.owner
  const [mail = '', phone = ''] = world.keys
  await db
    .updateTable('contact')
    .set({ language: 'ru', phone: '+7 1' })
    .where('account_id', 'in', [mail, phone])
    .execute()
  await db.updateTable('account').set({ preferred_channel: 'email' }).where('id', '=', mail).execute()
  await db.updateTable('account').set({ preferred_channel: 'phone' }).where('id', '=', phone).execute()
  await db.updateTable('survey_wave').set({ state: 'closed' }).execute()
  world.setTime(new Date('2026-11-02T05:00:00Z'))
  await world.opened(await world.published('steelWorks'))
  await tendInvitations(world.engine)
  const invited = await db
    .selectFrom('survey_invitation')
    .where('account_id', 'in', [mail, phone])
    .select(['channel', 'language'])
    .orderBy('channel')
    .execute()
  expect(invited).toEqual([
    { channel: 'email', language: 'ru' },
    { channel: 'phone', language: 'ru' },
  ])
})
