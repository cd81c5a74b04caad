// A call that cannot be logged as it is: refused with field and code, and no row changed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json.ts'
import { send } from '../graph.ts'
import { newClaim } from '../stories/driven-claim.ts'
import { encoded } from '../stories/global-ids.ts'
import { nobody, refused } from '../stories/refused.ts'
import { type Customer, newCustomer, openWorld, type World } from '../stories/world.ts'

let world: World
let customer: Customer
let other: Customer

beforeAll(async () => {
  world = await openWorld()
  customer = await newCustomer(world)
  other = (await newClaim(world)).customer
})
afterAll(() => world.close())

const register = (input: JsonObject, who: 'engineer' | 'roller' | 'administrator' = 'engineer') =>
  send(
    world.engine,
    world.people[who],
    'registerClaim',
    encoded({
      accountId: customer.accountId,
      whatHappened: 'Rust',
      receivedAt: '2026-11-02T04:00:00Z',
      ...input,
    }),
  )

describe('registering', () => {
  const item = (more: JsonObject) => ({ items: [{ pieceId: customer.coils[0] ?? '', ...more }] })
  it.each<[string, () => JsonObject | Promise<JsonObject>, string[]]>([
    ['an account that is not there', () => ({ accountId: nobody }), ['NotFound']],
    ['received in the future', () => ({ receivedAt: '2026-11-02T05:00:01Z' }), ['receivedAt: receivedInFuture']],
    ['received in another age', () => ({ receivedAt: '1066-10-14T09:00:00Z' }), ['receivedAt: dateOutOfRange']],
    ['nothing happened', () => ({ whatHappened: ' \n ' }), ['whatHappened: blank']],
    ['too much happened', () => ({ whatHappened: 'x'.repeat(10_001) }), ['whatHappened: tooLong']],
    ['a null character', () => ({ whatHappened: 'Ru\u0000st' }), ['whatHappened: nul']],
    ['an escape character', () => ({ whatHappened: 'Ru\u001b[31mst' }), ['whatHappened: controlCharacter']],
    ['half a character', () => ({ whatHappened: 'Ru\ud800st' }), ['whatHappened: controlCharacter']],
    ['a coil that is not there', () => item({ pieceId: nobody }), ['items.0.pieceId: materialUnknown']],
    [
      'a heat that is not there',
      () => ({ items: [{ heatId: nobody, claimedMass: '1' }] }),
      ['items.0.heatId: materialUnknown'],
    ],
    ['a coil of another account', () => item({ pieceId: other.coils[0] ?? '' }), ['items.0.pieceId: deliveredToOther']],
    ['a heat of another account', () => ({ items: [{ heatId: other.heatId }] }), ['items.0.heatId: deliveredToOther']],
    ['more than was delivered', () => item({ claimedMass: '10.001' }), ['items.0.claimedMass: claimedAboveDelivered']],
    [
      'more than was delivered of a heat',
      () => ({ items: [{ heatId: customer.heatId, claimedMass: '20.001' }] }),
      ['items.0.claimedMass: claimedAboveDelivered'],
    ],
    [
      'more inspected than delivered',
      () => item({ inspectedMass: '10.5' }),
      ['items.0.inspectedMass: inspectedAboveDelivered'],
    ],
    ['no mass', () => item({ claimedMass: '0' }), ['items.0.claimedMass: notPositive']],
    ['a negative mass', () => item({ claimedMass: '-1' }), ['items.0.claimedMass: negative']],
    ['a mass of grams', () => item({ claimedMass: '1.0001' }), ['items.0.claimedMass: tooManyDecimals']],
    ['an absurd mass', () => item({ claimedMass: '10000.001' }), ['items.0.claimedMass: tooHigh']],
    ['a defect of no list', () => item({ defect: 'bewitched' }), ['items.0.defect: unknownCode']],
    ['a defect that is no code', () => item({ defect: "x'; drop" }), ['items.0.defect: unknownCode']],
    ['too many items', () => ({ items: Array(201).fill({ unidentifiedReason: 'Lost' }) }), ['items: tooMany']],
    ['a contact of another', () => ({ contactId: other.contactId }), ['contactId: unknownContact']],
    [
      'several faults at once',
      () => ({ ...item({ claimedMass: '-1', defect: '' }), whatHappened: '' }),
      ['whatHappened: blank', 'items.0.defect: unknownCode', 'items.0.claimedMass: negative'],
    ],
  ])('%s', async (_name, input, faults) => {
    const given = await input()
    expect(await refused(world, () => register(given))).toEqual(faults)
  })

  it('a role that may not, and an account that is not seen', async () => {
    expect(await refused(world, () => register({}, 'administrator'))).toEqual(['NotAllowed'])
    expect(await refused(world, () => register({}, 'roller'))).toEqual(['NotAllowed'])
  })
})
