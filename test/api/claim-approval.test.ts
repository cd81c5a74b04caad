// Who approves what: bands by the sum of 90 days, one band up for key accounts and critical claims, deputies, refusals, goodwill.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject, RouteStep } from '../../schema/json.ts'
import { claimIn, type DrivenClaim } from '../stories/driven-claim.ts'
import { later, newCustomer, nextStory, openWorld, type World } from '../stories/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => nextStory(world))

const lead: RouteStep = { needed: 1, of: ['csLead'] }
const quality: RouteStep = { needed: 1, of: ['headOfQuality'] }
const twoOfThree: RouteStep = { needed: 2, of: ['commercialDirector', 'finance', 'headOfQuality'] }
const board: RouteStep = { needed: 2, of: ['management'] }

describe('bands', () => {
  it.each([
    ['1000.00', []],
    ['1000.01', [lead]],
    ['10000.00', [lead]],
    ['10000.01', [quality]],
    ['50000.00', [quality]],
    ['50000.01', [twoOfThree]],
    ['200000.00', [twoOfThree]],
    ['200000.01', [twoOfThree, board]],
  ])('%s USD', async (amount, route) => {
    const claim = await claimIn(world, 'decision')
    expect((await proposed(claim, amount)).route).toEqual(route)
    expect((await claim.states())[0]).toBe(route.length === 0 ? 'offered' : 'approval')
  })

  it.each([
    ['1000.00', { key: true }, 'minor', [lead]],
    ['1000.00', {}, 'critical', [lead]],
    ['1000.00', { key: true }, 'critical', [lead]],
    ['10000.00', { key: true }, 'critical', [quality]],
    ['50000.00', { key: true }, 'minor', [twoOfThree]],
    ['200000.00', {}, 'critical', [twoOfThree, board]],
    ['200000.01', { key: true }, 'critical', [twoOfThree, board]],
  ])('%s USD for %o, %s: one band up, once', async (amount, account, severity, route) => {
    const claim = await claimIn(world, 'decision', await newCustomer(world, account))
    if (severity === 'critical') await claim.quickly([['changeSeverity', { severity }]])
    expect((await proposed(claim, amount)).route).toEqual(route)
  })

  it('a key customer manager who proposes needs a lead for the smallest sum', async () => {
    const claim = await claimIn(world, 'decision')
    const manager = await managerOf(claim)
    try {
      await claim.do('propose', {}, manager)
      expect((await claim.proposals())[0]?.route).toEqual([lead])
      expect(await claim.do('approve', {}, 'lead')).toBe('offered nothing notRequired')
    } finally {
      world.people.engineer2.grants = plain
    }
  })
})

describe('the amount', () => {
  it('is the sum of the account’s claims of 90 days, without merged and withdrawn ones', async () => {
    const customer = await newCustomer(world)
    const first = await claimIn(world, 'decision', customer)
    await proposed(first, '9000.00')
    const second = await claimIn(world, 'decision', customer)
    expect(await proposed(second, '1500.00')).toMatchObject({ total_usd: '10500.00', route: [quality] })
    await second.do('withdrawProposal')
    await first.do('withdraw')
    expect(await proposed(second, '1500.00')).toMatchObject({ total_usd: '1500.00', route: [lead] })
  })

  it('leaves out what was proposed more than 90 days ago, and counts what was proposed last', async () => {
    const customer = await newCustomer(world)
    const first = await claimIn(world, 'decision', customer)
    await proposed(first, '9000.00')
    await first.do('withdrawProposal')
    await proposed(first, '700.00')
    const second = await claimIn(world, 'decision', customer)
    expect(await proposed(second, '100.00')).toMatchObject({ total_usd: '800.00' })
    const third = await claimIn(world, 'decision', customer)
    world.setTime(later(world, 90))
    expect(await proposed(third, '100.00')).toMatchObject({ total_usd: '900.00' })
    await third.do('withdrawOffer')
    world.setTime(new Date(later(world, 0).getTime() + 1))
    expect(await proposed(third, '100.00')).toMatchObject({ total_usd: '100.00' })
  })

  it('is in dollars of the day', async () => {
    const claim = await claimIn(world, 'decision')
    const line = { currency: 'EUR' }
    const input = await claim.lines(['priceAllowance', '8.420', '1000.00', line])
    await claim.do('propose', input)
    // 1.16 USD for one EUR from 1 January 2026 on.
    expect((await claim.proposals())[0]).toMatchObject({ amount_usd: '1160.00', route: [lead] })
    const unknown = await claimIn(world, 'decision')
    expect(
      await unknown.faults('propose', await unknown.lines(['priceAllowance', '8.420', '1.00', { currency: 'XAU' }])),
    ).toEqual(['lines.0.currency: noExchangeRate'])
  })

  it('of goodwill without fault is what was claimed', async () => {
    for (const [ourFault, amount] of [
      [true, '100.00'],
      [false, '6736.00'],
    ] as const) {
      const claim = await claimIn(world, 'concluding')
      await claim.quickly([['conclude', { ourFault }]])
      await claim.do('propose', await claim.lines(['goodwill', '8.420', '100.00']))
      expect((await claim.proposals())[0]).toMatchObject({ amount_usd: amount })
    }
  })
})

describe('the approvers', () => {
  it('a deputy stands in while a person is absent, and is recorded so', async () => {
    const { quality, director, board1 } = world.people
    const claim = await claimIn(world, 'decision')
    await proposed(claim, '20000.00')
    expect(await claim.faults('approve', {}, 'director')).toEqual(['NotAllowed'])
    await absent(quality.id, director.id, 5)
    expect(await claim.faults('approve', {}, 'board1')).toEqual(['NotAllowed'])
    expect(await claim.faults('approve', {}, 'quality')).toEqual(['NotAllowed'])
    expect(await claim.do('approve', {}, 'director')).toBe('offered nothing notRequired')
    expect(await approvalsOf(claim)).toEqual([{ person_id: director.id, on_behalf_of: quality.id }])
    expect(board1.id).not.toBe(director.id)
    await nobodyAbsent()
  })

  it('nobody stands in for a proposal of his own, and too few approvers are said before', async () => {
    const claim = await claimIn(world, 'decision')
    await absent(world.people.lead2.id, world.people.lead.id, 5)
    const input = await claim.lines(['priceAllowance', '8.420', '5000.00'])
    expect(await claim.faults('propose', input)).toEqual(['tooFewApprovers'])
    await nobodyAbsent()
    expect(await claim.do('propose', input)).toBe('approval nothing notRequired')
  })

  it('one who proposed on this claim before does not approve', async () => {
    const claim = await claimIn(world, 'decision')
    const input = await claim.lines(['priceAllowance', '8.420', '5000.00'])
    await claim.quickly([
      ['propose', input, 'lead2'],
      ['withdrawProposal', {}, 'lead2'],
    ])
    expect(await claim.faults('propose', input)).toEqual(['tooFewApprovers'])
  })

  it('are told, the passed step tells deputy and management', async () => {
    const claim = await claimIn(world, 'decision')
    await proposed(claim, '20000.00')
    const told = await world.db
      .selectFrom('notification')
      .select(['person_id', 'kind'])
      .where('case_id', '=', claim.key)
      .where((eb) => eb(eb.ref('detail', '->>').key('what'), '=', 'propose'))
      .execute()
    expect(told).toEqual([{ person_id: world.people.quality.id, kind: 'approval' }])
  })
})

const plain = [{ role: 'csEngineer', departmentId: null, office: null, regionId: null, accountId: null }] as const

/** Makes the second engineer the manager of the claim's account for this test. */
async function managerOf(claim: DrivenClaim) {
  const { engineer2 } = world.people
  engineer2.grants = [{ ...plain[0], role: 'keyCustomerManager' }]
  engineer2.managedAccountIds = [claim.customer.accountId]
  return 'engineer2' as const
}

async function proposed(claim: DrivenClaim, amount: string, more: JsonObject = {}) {
  await claim.do('propose', { ...(await claim.lines(['priceAllowance', '8.420', amount])), ...more })
  const proposal = (await claim.proposals()).at(-1)
  if (!proposal) throw new Error('Nothing was proposed')
  return proposal
}

async function absent(personId: string, deputyId: string, days: number): Promise<void> {
  await world.db
    .insertInto('absence')
    .values({ person_id: personId, deputy_id: deputyId, from_at: later(world, -1), to_at: later(world, days) })
    .execute()
}

async function nobodyAbsent(): Promise<void> {
  await world.db.deleteFrom('absence').execute()
}

async function approvalsOf(claim: DrivenClaim) {
  return world.db
    .selectFrom('approval')
    .innerJoin('proposal', 'proposal.id', 'approval.proposal_id')
    .where('proposal.case_id', '=', claim.key)
    .select(['person_id', 'on_behalf_of'])
    .execute()
}
