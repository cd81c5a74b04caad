// A key of the client's: one effect and one answer however often it comes, and only for the same command of the same person.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { ask } from '../graph.ts'
import { claimIn, newClaim } from '../stories/driven-claim.ts'
import { encoded } from '../stories/global-ids.ts'
import { refused } from '../stories/refused.ts'
import { type Customer, newCustomer, openWorld, type World } from '../stories/world.ts'

let world: World
let customer: Customer
beforeAll(async () => {
  world = await openWorld()
  customer = await newCustomer(world)
})
afterAll(() => world.close())

interface Answer {
  __typename: string
  revision?: number
  claim?: { number: string } | null
  fields?: { field: string | null; code: string; text: string }[]
}

async function keyed(mutation: string, key: string, input: JsonObject, viewer?: PersonViewer): Promise<Answer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { answer } = await ask<{ answer: Answer }>(
    world.engine,
    viewer ?? world.people.engineer,
    `mutation($input: ${type}!, $key: String) { answer: ${mutation}(input: $input, idempotencyKey: $key) {
      __typename ... on ClaimMoved { revision claim { number } } ... on Invalid { fields { field code text } } } }`,
    { input: encoded(input), key },
  )
  return answer
}

const call = (whatHappened = 'Rust') => ({
  accountId: customer.accountId,
  whatHappened,
  receivedAt: '2026-11-02T04:00:00Z',
})

async function claims(): Promise<number> {
  const rows = await world.db.selectFrom('claim').select('case_id').execute()
  return rows.length
}

describe('the same key', () => {
  it('twice: one effect, equal answers', async () => {
    const first = await keyed('registerClaim', 'call-0001', call())
    const before = await claims()
    expect(await keyed('registerClaim', 'call-0001', call())).toEqual(first)
    expect(await claims()).toBe(before)
  })

  it('with its fields in another order is the same command', async () => {
    const first = await keyed('registerClaim', 'call-0002', call())
    const { receivedAt, whatHappened, accountId } = call()
    expect(await keyed('registerClaim', 'call-0002', { receivedAt, whatHappened, accountId })).toEqual(first)
  })

  it('twenty times at once: one effect, equal answers', async () => {
    const before = await claims()
    const answers = await Promise.all(Array.from({ length: 20 }, () => keyed('registerClaim', 'call-0003', call())))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.__typename).toBe('ClaimMoved')
    expect(await claims()).toBe(before + 1)
  })

  it('twenty times at once on one claim: one step', async () => {
    const claim = await newClaim(world)
    const input = { id: claim.key, revision: 1, promisedAnswerAt: '2026-11-12T10:00:00Z' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => keyed('acknowledgeClaim', 'acknowledge-1', input)),
    )
    expect(new Set(answers.map(({ __typename, revision }) => `${__typename} ${revision}`))).toEqual(
      new Set(['ClaimMoved 2']),
    )
    const letters = await world.db.selectFrom('letter').select('id').where('case_id', '=', claim.key).execute()
    expect(letters).toHaveLength(1)
  })

  it('with another body, or for another command, is refused', async () => {
    const claim = await claimIn(world, 'registered')
    await keyed('registerClaim', 'call-0004', call())
    expect(await refused(world, () => keyed('registerClaim', 'call-0004', call('Dents')))).toEqual(['KeyReused'])
    const amend = { id: claim.key, revision: 1, whatHappened: 'Rust' }
    expect(await refused(world, () => keyed('amendClaim', 'call-0004', amend))).toEqual(['KeyReused'])
  })

  it('of two people are two commands', async () => {
    const before = await claims()
    await keyed('registerClaim', 'call-0005', call())
    await keyed('registerClaim', 'call-0005', call(), world.people.lead)
    expect(await claims()).toBe(before + 2)
  })

  it('after a refusal is free again: a refusal keeps nothing', async () => {
    const early = { ...call(), receivedAt: '2026-11-02T06:00:00Z' }
    expect(await refused(world, () => keyed('registerClaim', 'call-0006', early))).toEqual([
      'receivedAt: receivedInFuture',
    ])
    expect((await keyed('registerClaim', 'call-0006', call())).__typename).toBe('ClaimMoved')
  })
})

describe('without a key', () => {
  it('of twenty at once that saw one revision one wins, the others are stale', async () => {
    const claim = await newClaim(world)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => claim.attempt('amend', { revision: 1, whatHappened: `Rust ${index}` })),
    )
    const kinds = answers.map(({ __typename }) => __typename).sort()
    expect(kinds).toEqual(['ClaimMoved', ...Array(19).fill('Stale')])
    expect((await claim.row()).revision).toBe(2)
  })
})

it.each(['short', 'x'.repeat(129), 'nul\u0000nul\u0000'])('the key %j is refused', async (key) => {
  expect(await refused(world, () => keyed('registerClaim', key, call()))).toEqual(['idempotencyKey: badKey'])
})
