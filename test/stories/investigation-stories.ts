// The investigation: tasks to departments, sister coils, the conclusion, and the ways back into it.
import { expect } from 'vitest'
import { claimIn } from './driven-claim.ts'
import { sentTask } from './driven-task.ts'
import { goTo, type World } from './world.ts'

export const investigationStories: Record<string, (world: World) => Promise<void>> = {
  async 'the last answer leads to the conclusion'(world) {
    const claim = await claimIn(world, 'collecting')
    const first = await sentTask(claim)
    const second = await sentTask(claim, { departmentId: world.departments.coatingLine ?? '' })
    expect(await claim.faults('startConclusion')).toEqual(['taskOpen', 'taskOpen'])
    await first.do('accept')
    await first.do('answer')
    expect((await claim.states())[0]).toBe('collecting')
    await second.do('accept', {}, 'coater')
    await second.do('answer', {}, 'coater')
    expect((await claim.states())[0]).toBe('concluding')
    expect(await claim.tasks()).toMatchObject([
      { state: 'answered', answer: '42 kN', cause_code: 'tension', responder_id: world.people.roller.id },
      { state: 'answered', responder_id: world.people.coater.id },
    ])

    expect(await claim.do('returnAnswer', { taskId: first.key })).toBe('collecting nothing notRequired')
    expect((await first.row()).state).toBe('inProgress')
    await first.do('answer', { text: '44 kN' })
    expect((await claim.states())[0]).toBe('concluding')
    expect(await claim.do('sendTask')).toBe('collecting nothing notRequired')
  },

  async 'a cancelled task ends the waiting for it too'(world) {
    const claim = await claimIn(world, 'collecting')
    const task = await sentTask(claim)
    expect(await task.do('cancel')).toBe('cancelled')
    expect((await claim.states())[0]).toBe('concluding')
  },

  async 'sister coils one by one'(world) {
    const claim = await claimIn(world, 'collecting')
    const { customer } = claim
    const { id: third } = await world.db
      .insertInto('piece')
      .values({
        number: `${customer.coils[0]}-3`.slice(-40),
        kind: 'coil',
        heat_id: customer.heatId,
        account_id: customer.accountId,
        mass: '10.000',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect((await claim.clocks()).containment).toBe('2026-11-04T05:00:00.000Z')
    await claim.do('recordContainment')
    expect((await claim.clocks()).containment).toBe('2026-11-04T05:00:00.000Z')
    await claim.do('startConclusion')
    expect(await claim.faults('conclude')).toEqual(['containmentOpen'])
    expect(await claim.do('recordContainment', { pieces: [{ pieceId: third, outcome: 'released' }] })).toContain(
      'concluding',
    )
    expect((await claim.clocks()).containment).toBeUndefined()
    const contained = await world.db
      .selectFrom('containment')
      .select(['piece_id', 'outcome'])
      .where('case_id', '=', claim.key)
      .orderBy('outcome')
      .execute()
    expect(contained).toEqual([
      { piece_id: customer.coils[1], outcome: 'held' },
      { piece_id: third, outcome: 'released' },
    ])
  },

  async 'no sister coil, with a reason; new items ask anew'(world) {
    const claim = await claimIn(world, 'collecting')
    await claim.do('recordContainment', { pieces: null, none: 'The heat made no other coil' })
    expect((await claim.clocks()).containment).toBeUndefined()
    expect(await claim.claim()).toMatchObject({ containment_note: 'The heat made no other coil' })
    const items = [{ heatId: claim.customer.heatId, defect: 'rust', claimedMass: '19.999' }]
    await goTo(world, new Date('2026-11-02T06:00:00Z'))
    await claim.do('amend', { items })
    expect((await claim.clocks()).containment).toBe('2026-11-04T06:00:00.000Z')
    const generations = (await claim.deadlines()).filter(({ clock }) => clock === 'containment')
    expect(generations.map(({ generation }) => generation)).toEqual([1, 2])
  },

  async 'concluded, with the shares of the departments'(world) {
    const claim = await claimIn(world, 'concluding')
    const share = (code: string, percent: string) => ({ departmentId: world.departments[code] ?? '', percent })
    expect(await claim.faults('conclude', { shares: [share('rollingMill', '80')] })).toEqual(['shares: sharesSum'])
    const shares = [share('rollingMill', '66.67'), share('logistics', '33.33')]
    expect(await claim.do('conclude', { shares, ourFault: false })).toBe('decision nothing notRequired')
    const stored = await world.db
      .selectFrom('responsible_share')
      .select('percent')
      .where('case_id', '=', claim.key)
      .orderBy('percent')
      .execute()
    expect(stored).toEqual([{ percent: '33.33' }, { percent: '66.67' }])
    expect(await claim.claim()).toMatchObject({
      occurrence_cause: 'wrongSetting',
      escape_cause: 'notInspected',
      system_cause: 'noStandard',
      quality_layer: 'standard',
      chain_stage: 'loading',
      our_fault: false,
    })
  },

  async 'back to the investigation from the decision and from the dispute'(world) {
    const decided = await claimIn(world, 'decision')
    expect(await decided.do('returnToInvestigation')).toBe('collecting nothing notRequired')
    // What was recorded of the sister coils stays.
    expect((await decided.clocks()).containment).toBeUndefined()
    const disputed = await claimIn(world, 'disputed')
    expect(await disputed.do('reinvestigate')).toBe('collecting nothing notRequired')
  },
}
