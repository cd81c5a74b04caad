// Waiting for the customer or for a sample: the clocks of our answer pause, the clock of the waiting runs.
import { expect } from 'vitest'
import { claimIn } from './driven-claim.ts'
import { sentTask } from './driven-task.ts'
import { goTo, type World } from './world.ts'

const answering = ['screening', 'collecting', 'concluding', 'decision', 'disputed'] as const

export const waitingStories: Record<string, (world: World) => Promise<void>> = {
  async 'information is asked for and comes after two working days'(world) {
    const claim = await claimIn(world, 'screening')
    expect(await claim.do('requestInformation')).toBe('screening customer notRequired')
    expect(await claim.clocks()).toEqual({
      screen: 'paused: customer',
      answer: 'paused: customer',
      statusUpdate: 'paused: customer',
      customerInformation: '2026-12-02T05:00:00.000Z',
    })
    expect((await claim.row()).due_at?.toISOString()).toBe('2026-12-02T05:00:00.000Z')
    await goTo(world, new Date('2026-11-04T05:00:00Z'))
    expect(await claim.do('provideInformation', {}, 'contact')).toBe('screening nothing notRequired')
    expect(await claim.clocks()).toEqual({
      screen: '2026-11-06T05:00:00.000Z',
      // Ten working days and two paused ones; the promised date still comes first.
      answer: '2026-11-12T10:00:00.000Z',
      statusUpdate: '2026-11-18T05:00:00.000Z',
    })
    const [screen] = (await claim.deadlines()).filter(({ clock }) => clock === 'screen')
    expect(screen?.pauses).toEqual([
      { from: '2026-11-02T05:00:00.000Z', to: '2026-11-04T05:00:00.000Z', reason: 'customer' },
    ])
  },

  async 'the customer is reminded twice and the claim lapses, wherever it is answered'(world) {
    for (const state of answering) {
      const claim = await claimIn(world, state)
      if (state === 'collecting') await sentTask(claim)
      await claim.do('requestInformation')
      await goTo(world, new Date('2026-12-02T04:59:59Z'))
      expect((await claim.states())[1]).toBe('customer')
      await goTo(world, new Date('2026-12-02T05:00:00Z'))
      expect((await claim.states()).join(' ')).toBe('lapsed nothing notRequired')
      const letters = await world.db
        .selectFrom('letter')
        .selectAll()
        .where('case_id', '=', claim.key)
        .orderBy('id')
        .execute()
      expect(letters.slice(-4).map(({ kind, queued_at }) => [kind, queued_at.toISOString()])).toEqual([
        ['informationRequest', '2026-11-02T05:00:00.000Z'],
        ['reminder', '2026-12-02T04:59:59.000Z'],
        ['reminder', '2026-12-02T04:59:59.000Z'],
        ['lapsed', '2026-12-02T05:00:00.000Z'],
      ])
      expect(await claim.clocks()).toEqual({})
      expect((await claim.tasks()).map(({ state }) => state)).toEqual(state === 'collecting' ? ['cancelled'] : [])
      expect(await claim.do('revive')).toBe('screening nothing notRequired')
      world.setTime(new Date('2026-11-02T05:00:00Z'))
    }
  },

  async 'a sample that does not arrive is asked for'(world) {
    const claim = await claimIn(world, 'collecting')
    expect(await claim.do('awaitSample')).toBe('collecting sample notRequired')
    expect(await claim.clocks()).toMatchObject({
      // Departments go on working: sister coils do not wait.
      containment: '2026-11-04T05:00:00.000Z',
      answer: 'paused: sample',
      // 15 working days from Monday, 2 November.
      sampleArrival: '2026-11-23T05:00:00.000Z',
    })
    await goTo(world, new Date('2026-11-23T05:00:00Z'))
    expect((await claim.states()).join(' ')).toBe('collecting customer notRequired')
    expect(await claim.clocks()).toMatchObject({
      answer: 'paused: customer',
      customerInformation: '2026-12-23T05:00:00.000Z',
    })
    expect(await claim.do('awaitSample')).toBe('collecting sample notRequired')
    expect(await claim.clocks()).toMatchObject({ answer: 'paused: sample' })
    expect(await claim.faults('receiveSample', {}, 'chemist')).toEqual(['NotFound'])
    expect(await claim.do('receiveSample')).toBe('collecting nothing notRequired')
  },

  async 'the laboratory receives the sample of its case'(world) {
    const claim = await claimIn(world, 'collecting')
    await sentTask(claim, { departmentId: world.departments.laboratory ?? '' })
    await claim.do('awaitSample')
    expect(await claim.do('receiveSample', { note: 'In a dry bag' }, 'chemist')).toBe('collecting nothing notRequired')
  },

  async 'waiting is given up, or ends with the claim'(world) {
    for (const ask of ['requestInformation', 'awaitSample'] as const) {
      const stopped = await claimIn(world, 'concluding')
      await stopped.do(ask)
      expect(await stopped.faults('conclude')).toEqual([
        ask === 'requestInformation' ? 'customerAwaited' : 'sampleAwaited',
      ])
      expect(await stopped.do('stopWaiting')).toBe('concluding nothing notRequired')
      await stopped.do(ask)
      expect(await stopped.do('merge')).toBe('merged nothing notRequired')
      const withdrawn = await claimIn(world, 'screening')
      await withdrawn.do(ask)
      expect(await withdrawn.do('withdraw')).toBe('withdrawn nothing notRequired')
      const accepted = await claimIn(world, 'disputed')
      await accepted.do(ask)
      expect(await accepted.faults('closeDisputed')).toHaveLength(1)
      expect(await accepted.do('customerAccepts')).toBe('settlement nothing notRequired')
      for (const claim of [stopped, withdrawn]) expect(await claim.clocks()).toEqual({})
    }
  },

  async 'the third request of information is the lead’s'(world) {
    const claim = await claimIn(world, 'screening')
    for (let time = 0; time < 2; time++) {
      await claim.do('requestInformation')
      await claim.do('provideInformation')
    }
    expect(await claim.faults('requestInformation')).toEqual(['NotAllowed'])
    expect(await claim.do('requestInformation', {}, 'lead')).toBe('screening customer notRequired')
  },
}
