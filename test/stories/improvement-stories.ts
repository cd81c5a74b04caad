// The 8D beside the claim: required, begun, judged, completed or given up.
import { expect } from 'vitest'
import { claimIn, type DrivenClaim } from './driven-claim.ts'
import { goTo, type World } from './world.ts'

const begun = ['rootCause', 'actionsChosen', 'effectivenessCheck', 'prevention'] as const
const steps = ['startImprovement', 'chooseActions', 'implementActions', 'judgeEffective'] as const

export const improvementStories: Record<string, (world: World) => Promise<void>> = {
  async 'from D1 to D8, once judged not effective and once more'(world) {
    const claim = await required(world)
    const step = async (...[event, input, who]: Parameters<DrivenClaim['do']>) =>
      (await claim.do(event, input, who)).split(' ')[2]
    expect(await step('startImprovement')).toBe('rootCause')
    expect(await step('chooseActions')).toBe('actionsChosen')
    expect(await step('implementActions')).toBe('effectivenessCheck')
    // 90 days of the calendar from 2 November, 10:00 at the plant.
    expect((await claim.clocks()).effectiveness).toBe('2027-01-31T05:00:00.000Z')
    expect(await step('judgeNotEffective')).toBe('actionsChosen')
    expect((await claim.clocks()).effectiveness).toBeUndefined()
    await step('implementActions')
    expect(await step('judgeNotEffective')).toBe('rootCause')
    await step('chooseActions', {
      actions: [{ description: 'Another roll', ownerId: world.people.millHead.id, dueOn: '2026-11-20' }],
    })
    await step('implementActions')
    const generations = (await claim.deadlines()).filter(({ clock }) => clock === 'effectiveness')
    expect(generations.map(({ generation }) => generation)).toEqual([1, 2, 3])
    expect(await claim.faults('judgeEffective', { after: { from: '2026-10-01', to: '2026-10-30', count: 2 } })).toEqual(
      ['after: periodsUnequal'],
    )
    expect(await step('judgeEffective')).toBe('prevention')
    expect(await step('completeImprovement')).toBe('completed')
    const stored = await world.db
      .selectFrom('improvement')
      .selectAll()
      .where('case_id', '=', claim.key)
      .executeTakeFirstOrThrow()
    expect(stored).toMatchObject({ before_count: 10, after_count: 2, not_effective_count: 2, thanks: 'Thank you' })
    const actions = await world.db
      .selectFrom('improvement_action')
      .selectAll()
      .where('case_id', '=', claim.key)
      .execute()
    expect(actions).toMatchObject([{ position: 1, description: 'Another roll', implemented_on: '2026-11-02' }])
    expect(await step('requireImprovement')).toBe('required')
  },

  async 'given up from every unfinished state'(world) {
    for (const count of [0, 1, 2, 3, 4]) {
      const claim = await required(world)
      await claim.quickly(steps.slice(0, count))
      expect((await claim.states())[2]).toBe(['required', ...begun][count])
      expect((await claim.do('waiveImprovement')).split(' ')[2]).toBe('waived')
      expect((await claim.clocks()).effectiveness).toBeUndefined()
    }
  },

  async 'what was not begun ends with the claim, what was begun goes on'(world) {
    const withdrawn = await required(world)
    expect(await withdrawn.do('withdraw')).toBe('withdrawn nothing waived')
    const merged = await required(world)
    expect(await merged.do('merge')).toBe('merged nothing waived')
    expect(await merged.do('requireImprovement')).toBe('merged nothing required')
    expect(await merged.row()).toMatchObject({ open: true })
    const begunOne = await required(world)
    await begunOne.quickly(['startImprovement'])
    expect(await begunOne.do('withdraw')).toBe('withdrawn nothing rootCause')
    expect(await begunOne.row()).toMatchObject({ open: true, closed_at: null })
  },

  async 'required by a higher severity; only management gives up a critical one'(world) {
    const claim = await claimIn(world, 'collecting')
    expect(await claim.do('changeSeverity', { severity: 'critical' })).toBe('collecting nothing required')
    expect(await claim.faults('waiveImprovement')).toEqual(['NotAllowed'])
    expect(await claim.do('waiveImprovement', {}, 'board1')).toBe('collecting nothing waived')
  },

  async 'the effect is judged late'(world) {
    const claim = await required(world)
    await claim.quickly(steps.slice(0, 3))
    await goTo(world, new Date('2027-01-31T05:00:00Z'))
    expect((await claim.states())[2]).toBe('effectivenessCheck')
    const [clock] = (await claim.deadlines()).filter(({ clock }) => clock === 'effectiveness')
    expect(clock).toMatchObject({ breached_at: new Date('2027-01-31T05:00:00Z'), stopped_at: null })
    const told = await world.db
      .selectFrom('notification')
      .select('person_id')
      .where('case_id', '=', claim.key)
      .where((eb) => eb(eb.ref('detail', '->>').key('what'), '=', 'clock.due'))
      .where((eb) => eb(eb.ref('detail', '->>').key('clock'), '=', 'effectiveness'))
      .orderBy('person_id')
      .execute()
    expect(told).toEqual([world.people.lead.id, world.people.lead2.id].sort().map((person_id) => ({ person_id })))
  },
}

async function required(world: World): Promise<DrivenClaim> {
  const claim = await claimIn(world, 'collecting')
  return claim.quickly(['requireImprovement'])
}
