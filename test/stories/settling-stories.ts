// From the customer's answer to the end: accepted, disputed, carried out, closed, taken up again.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { claimIn, type DrivenClaim } from './driven-claim.ts'
import { goTo, monday, newCustomer, type World } from './world.ts'

export const settlingStories: Record<string, (world: World) => Promise<void>> = {
  async 'lines are carried out one by one, by the lead and the department of the line'(world) {
    const claim = await claimIn(world, 'decision')
    const finance = { departmentId: world.departments.finance ?? '' }
    await claim.quickly([
      ['propose', await claim.lines(['priceAllowance', '8.000', '300.00', finance], ['regrade', '0.420', '0', {}])],
    ])
    expect(await claim.do('customerAccepts', {}, 'contact')).toBe('settlement nothing notRequired')
    const [allowance, regrade] = await claim.linesToExecute()
    const clocks = (await claim.deadlines()).filter(({ clock, stopped_at }) => clock === 'settlement' && !stopped_at)
    expect(clocks.map(({ line_id }) => line_id).sort()).toEqual([allowance?.id, regrade?.id].sort())

    expect(await claim.faults('close')).toEqual(['WrongState'])
    expect(await claim.faults('executeLine', { lineId: regrade?.id ?? '' }, 'payer')).toEqual(['lineId: unknownLine'])
    const first = { lineId: allowance?.id ?? '', documentNumber: 'CN-77' }
    expect(await claim.do('executeLine', first, 'payer')).toBe('settlement nothing notRequired')
    expect(await claim.faults('executeLine', first)).toEqual(['lineId: lineUnknown'])
    expect(await claim.faults('withdraw')).toEqual(['linesExecuted'])
    const left = (await claim.deadlines()).filter(({ clock, stopped_at }) => clock === 'settlement' && !stopped_at)
    expect(left.map(({ line_id }) => line_id)).toEqual([regrade?.id])
    expect(await claim.do('executeLine', { lineId: regrade?.id ?? '' })).toBe('closing nothing notRequired')
    const executed = await world.db
      .selectFrom('settlement_line')
      .selectAll()
      .where('id', '=', allowance?.id ?? '')
      .execute()
    expect(executed).toMatchObject([
      { document_number: 'CN-77', executed_by: world.people.payer.id, executed_at: world.time },
    ])
  },

  async 'replacement: decided on 1 April, due 21 April with 20 days of contract, else 16 May'(world) {
    for (const [days, due] of [
      [20, '2026-04-21'],
      [undefined, '2026-05-16'],
    ] as const) {
      world.setTime(new Date('2026-04-01T06:00:00Z'))
      const claim = await claimIn(world, 'decision', await newCustomer(world, days ? { replacementDays: days } : {}))
      await claim.quickly([['propose', await claim.lines(['replacement', '8.420', '0'])]])
      await claim.do('customerAccepts')
      expect((await claim.clocks()).settlement).toBe(`${due}T06:00:00.000Z`)
      // A change of severity does not touch what the contract says.
      await claim.do('changeSeverity', { severity: 'critical' })
      expect((await claim.clocks()).settlement).toBe(`${due}T06:00:00.000Z`)
    }
  },

  async 'the settlement is decided anew: what was carried out stays and counts'(world) {
    const claim = await claimIn(world, 'decision')
    await claim.quickly([
      ['propose', await claim.lines(['priceAllowance', '8.000', '300.00'], ['priceAllowance', '0.420', '100.00'])],
      'customerAccepts',
      'executeLine',
    ])
    expect(await claim.do('reviseSettlement')).toBe('decision nothing notRequired')
    expect((await claim.clocks()).settlement).toBeUndefined()
    expect(await claim.faults('propose', { lines: [] })).toEqual(['lines: massWithoutLine'])
    await claim.do('propose', await claim.lines(['priceAllowance', '0.420', '150.00']))
    expect(await claim.proposals()).toMatchObject([
      { state: 'replaced', amount_usd: '400.00' },
      { state: 'approved', amount_usd: '450.00' },
    ])
    await claim.quickly(['customerAccepts'])
    expect((await claim.linesToExecute()).map(({ amount }) => amount)).toContain('150.00')
    const closing = await claimIn(world, 'closing')
    expect(await closing.do('reviseSettlement')).toBe('decision nothing notRequired')
  },

  async 'closed only with the self-check, an apology where the fault is ours, and promises kept'(world) {
    const claim = await claimIn(world, 'closing')
    expect(await claim.faults('close', { apologySent: false })).toEqual(['apologySent: apology'])
    expect(await claim.faults('close', { selfCheck: { promisesKept: true } })).toEqual(['selfCheck: selfCheck'])
    const promise = { case_id: claim.key, text: 'A call on Friday', due_at: world.time, made_by: world.people.lead.id }
    await world.db
      .insertInto('promise')
      .values({ ...promise, made_at: world.time })
      .execute()
    expect(await claim.faults('close')).toEqual(['promiseOpen'])
    await world.db.updateTable('promise').set({ kept_at: world.time }).where('case_id', '=', claim.key).execute()
    expect(await claim.do('close')).toBe('closed nothing notRequired')
    expect(await claim.claim()).toMatchObject({ apology_sent: true })
    expect(await claim.row()).toMatchObject({ open: false, closed_at: world.time })
    expect(await surveys(claim)).toBe(1)
  },

  async 'reopened within 90 days; the second survey only after 30 days; the third time management'(world) {
    const claim = await claimIn(world, 'closed')
    const closeAgain = async () => {
      await claim.quickly(['startConclusion', 'conclude'])
      await claim.quickly([['propose', await claim.lines(['none', '8.420', ''])], 'customerAccepts', 'close'])
    }
    expect(await claim.do('reopen')).toBe('collecting nothing notRequired')
    expect(await claim.row()).toMatchObject({ open: true, closed_at: null })
    await goTo(world, new Date('2026-12-02T04:00:00Z'))
    await closeAgain()
    expect(await surveys(claim)).toBe(1)
    await claim.do('reopen')
    await goTo(world, new Date('2026-12-02T05:00:00Z'))
    await closeAgain()
    expect(await surveys(claim)).toBe(2)
    expect(await claim.faults('reopen')).toEqual(['thirdReopening'])
    expect(await claim.do('reopen', {}, 'board1')).toBe('collecting nothing notRequired')

    world.setTime(monday)
    const old = await claimIn(world, 'closed')
    await goTo(world, new Date('2027-03-02T05:00:01Z'))
    expect(await old.faults('reopen')).toEqual(['tooLateToReopen'])
  },

  async 'disputed: another offer, the old one accepted after all, or no agreement'(world) {
    const revised = await claimIn(world, 'disputed')
    expect(await revised.do('reviseOffer')).toBe('decision nothing notRequired')
    const accepted = await claimIn(world, 'disputed')
    expect(await accepted.do('customerAccepts')).toBe('settlement nothing notRequired')
    const nothing = await nothingToDo(world)
    expect(await nothing.do('customerDisputes')).toBe('disputed nothing notRequired')
    expect(await nothing.do('customerAccepts')).toBe('closing nothing notRequired')

    const open = await claimIn(world, 'disputed')
    expect(await open.faults('closeDisputed', {}, 'lead')).toEqual(['NotAllowed'])
    expect(await open.faults('closeDisputed', { offerOpenUntil: null })).toEqual(['offerOpenUntil: offerOpenUntil'])
    expect(await open.do('closeDisputed')).toBe('closedDisputed nothing notRequired')
    expect(await surveys(open)).toBe(1)
    expect(await open.do('customerAccepts')).toBe('settlement nothing notRequired')
    const free = await nothingToDo(world)
    await free.quickly(['customerDisputes', 'closeDisputed'])
    expect(await free.do('customerAccepts')).toBe('closing nothing notRequired')
    const again = await claimIn(world, 'closedDisputed')
    expect(await again.do('reopen')).toBe('collecting nothing notRequired')
  },

  async 'from the third dispute on management decides'(world) {
    const claim = await claimIn(world, 'disputed')
    for (let round = 2; round <= 3; round++) await claim.quickly(['reviseOffer', 'propose', 'customerDisputes'])
    expect(await claim.faults('reviseOffer')).toEqual(['NotAllowed'])
    expect(await claim.do('reviseOffer', {}, 'board1')).toBe('decision nothing notRequired')
  },
}

/** An offer with nothing to carry out. */
async function nothingToDo(world: World): Promise<DrivenClaim> {
  const claim = await claimIn(world, 'decision')
  return claim.quickly([['propose', await claim.lines(['none', '8.420', ''])]])
}

async function surveys({ world, key }: DrivenClaim): Promise<number> {
  const { rows } = await sql<{ jobs: number }>`
    select count(*)::int as jobs from jobs.job where name = 'survey' and data->>'caseId' = ${key}`.execute(world.db)
  return rows[0]?.jobs ?? 0
}
