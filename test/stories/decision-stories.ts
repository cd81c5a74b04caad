// The decision: proposals, their approvers, what comes back, and the offer that follows.
import { expect } from 'vitest'
import { claimIn } from './driven-claim.ts'
import { goTo, newCustomer, type World } from './world.ts'

export const decisionStories: Record<string, (world: World) => Promise<void>> = {
  async 'a small settlement is offered at once'(world) {
    const claim = await claimIn(world, 'decision')
    const input = await claim.lines(['priceAllowance', '5.000', '400.00'], ['none', '3.420', ''])
    expect(await claim.do('propose', input)).toBe('offered nothing notRequired')
    expect(await claim.proposals()).toMatchObject([
      { number: 1, state: 'approved', refusal: false, amount_usd: '400.00', total_usd: '400.00', route: [] },
    ])
    const letters = await world.db.selectFrom('letter').select('kind').where('case_id', '=', claim.key).execute()
    expect(letters.map(({ kind }) => kind)).toEqual(['acknowledgement', 'offer'])
    // Three masses: 8.420 t claimed, none inspected, 5.000 t accepted.
    expect(await claim.items()).toMatchObject([{ claimed_mass: '8.420', inspected_mass: null, accepted_mass: '5.000' }])
    const lines = await world.db.selectFrom('settlement_line').selectAll().where('case_id', '=', claim.key).execute()
    expect(lines).toMatchObject([
      { position: 1, kind: 'priceAllowance', mass: '5.000', amount: '400.00' },
      { position: 2, kind: 'none', ground: 'notProven', amount: '0.00' },
    ])
  },

  async 'two of three, then management, each step with a clock of its own'(world) {
    const claim = await claimIn(world, 'decision')
    const input = await claim.lines(['creditNoteFull', '8.420', '250000.00'])
    expect(await claim.do('propose', input)).toBe('approval nothing notRequired')
    await goTo(world, new Date('2026-11-02T06:00:00Z'))
    expect(await claim.do('approve', {}, 'quality')).toBe('approval nothing notRequired')
    expect((await claim.clocks()).approval).toBe('2026-11-04T05:00:00.000Z')
    expect(await claim.faults('approve', {}, 'quality')).toEqual(['approvedAlready'])
    expect(await claim.faults('approve', {}, 'board1')).toEqual(['NotAllowed'])
    expect(await claim.do('approve', {}, 'treasurer')).toBe('approval nothing notRequired')
    expect((await claim.clocks()).approval).toBe('2026-11-04T06:00:00.000Z')
    await claim.do('approve', {}, 'quality')
    expect(await claim.do('approve', {}, 'board2')).toBe('offered nothing notRequired')
    const approvals = await world.db
      .selectFrom('approval')
      .select(['step', 'person_id', 'decision', 'on_behalf_of'])
      .orderBy('at')
      .orderBy('id')
      .where(
        'proposal_id',
        'in',
        (await claim.proposals()).map(({ id }) => id),
      )
      .execute()
    const { quality, treasurer, board2 } = world.people
    expect(approvals.map(({ step, person_id }) => [step, person_id])).toEqual([
      [0, quality.id],
      [0, treasurer.id],
      [1, quality.id],
      [1, board2.id],
    ])
    const clocks = (await claim.deadlines()).filter(({ clock }) => clock === 'approval')
    expect(clocks.map(({ generation }) => generation)).toEqual([1, 2])
  },

  async 'sent back, withdrawn, proposed again: the old one is no longer approved'(world) {
    const claim = await claimIn(world, 'approval')
    const first = await claim.pending()
    expect(await claim.faults('approve', {}, 'lead')).toEqual(['ownProposal'])
    expect(await claim.faults('withdrawProposal', {}, 'lead2')).toEqual(['NotAllowed'])
    expect(await claim.do('sendBack')).toBe('decision nothing notRequired')
    await claim.quickly([['propose', await claim.lines(['priceAllowance', '8.420', '4000.00'])]])
    expect(await claim.do('withdrawProposal')).toBe('decision nothing notRequired')
    await claim.quickly([['propose', await claim.lines(['priceAllowance', '8.420', '3000.00'])]])
    expect(await claim.faults('approve', first)).toEqual(['number: proposalReplaced'])
    expect(await claim.faults('approve', { hash: first.hash })).toEqual(['hash: proposalChanged'])
    expect((await claim.proposals()).map(({ state }) => state)).toEqual(['sentBack', 'withdrawn', 'pending'])
    expect(await claim.do('approve')).toBe('offered nothing notRequired')
    const back = await world.db
      .selectFrom('approval')
      .innerJoin('proposal', 'proposal.id', 'approval.proposal_id')
      .select(['proposal.number', 'decision', 'reason'])
      .where('proposal.case_id', '=', claim.key)
      .orderBy('number')
      .execute()
    expect(back).toEqual([
      { number: 1, decision: 'sentBack', reason: 'Too much' },
      { number: 3, decision: 'approved', reason: null },
    ])
  },

  async 'the offer is withdrawn, the next one replaces it'(world) {
    const claim = await claimIn(world, 'offered')
    expect(await claim.do('withdrawOffer')).toBe('decision nothing notRequired')
    expect((await claim.clocks()).statusUpdate).toBe('2026-11-16T05:00:00.000Z')
    expect(await claim.do('propose')).toBe('offered nothing notRequired')
    expect((await claim.proposals()).map(({ state }) => state)).toEqual(['replaced', 'approved'])
  },

  async 'silence on an offer: the lead, then the key customer manager'(world) {
    const manager = world.people.board2.id
    const claim = await claimIn(world, 'offered', await newCustomer(world, { managerId: manager }))
    await goTo(world, new Date('2026-12-02T05:00:00Z'))
    expect((await claim.states())[0]).toBe('offered')
    // 30 days of the calendar, again.
    expect((await claim.clocks()).offerAnswer).toBe('2027-01-01T05:00:00.000Z')
    expect(await toldOf(world, claim.key)).toEqual([world.people.lead.id, world.people.lead2.id].sort())
    await goTo(world, new Date('2027-01-01T05:00:00Z'))
    expect(await toldOf(world, claim.key)).toEqual([world.people.lead.id, world.people.lead2.id, manager].sort())
    const reminders = await world.db
      .selectFrom('letter')
      .select('kind')
      .where('case_id', '=', claim.key)
      .where('kind', '=', 'reminder')
      .execute()
    expect(reminders).toHaveLength(4)
  },

  async 'silence accepts where the contract says so'(world) {
    const silent = await claimIn(world, 'offered', await newCustomer(world, { silenceAccepts: true }))
    const nothing = await claimIn(world, 'decision', await newCustomer(world, { silenceAccepts: true }))
    await nothing.quickly([['propose', await nothing.lines(['none', '8.420', ''])]])
    await goTo(world, new Date('2026-12-02T05:00:00Z'))
    expect((await silent.states())[0]).toBe('settlement')
    expect((await nothing.states())[0]).toBe('closing')
  },
}

async function toldOf(world: World, caseId: string): Promise<string[]> {
  const rows = await world.db
    .selectFrom('notification')
    .select('person_id')
    .distinct()
    .where('case_id', '=', caseId)
    .where((eb) => eb(eb.ref('detail', '->>').key('what'), '=', 'deadlinePassed'))
    .execute()
  return rows.map(({ person_id }) => person_id).sort()
}
