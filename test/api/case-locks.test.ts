// What somebody works on stays within the reach of others: a claim can be linked to one whose row is locked.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lockCase } from '../../server/core/lock.ts'
import { transact } from '../../server/core/transaction.ts'
import { newClaim } from '../stories/driven-claim.ts'
import { type Customer, newCustomer, openWorld, type World } from '../stories/world.ts'

let world: World
let customer: Customer
beforeAll(async () => {
  world = await openWorld()
  customer = await newCustomer(world)
})
afterAll(() => world.close())

it('a claim that repeats one which is being worked on is logged without waiting for it', async () => {
  const { engine, people } = world
  const first = await newClaim(world, customer)
  const work = { viewer: people.engineer, name: 'work', key: null, body: {} }
  const second = await transact(engine, work, async (held) => {
    await lockCase(engine, held, people.engineer, first.key)
    return { id: (await newClaim(world, customer)).key }
  })
  const links = await world.db
    .selectFrom('case_link')
    .where('from_case_id', '=', second.id)
    .select(['to_case_id', 'kind'])
    .execute()
  expect(links).toContainEqual({ to_case_id: first.key, kind: 'repeat' })
})
