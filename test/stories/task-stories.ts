// The task between offices: taken, returned, asked about, answered, looked at, cancelled, and its two clocks.
import { expect } from 'vitest'
import { claimIn } from './driven-claim.ts'
import { type DrivenTask, sentTask } from './driven-task.ts'
import { goTo, type World } from './world.ts'

export const taskStories: Record<string, (world: World) => Promise<void>> = {
  async 'asked, clarified, answered, rejected, answered, rated'(world) {
    const task = await newTask(world)
    expect(await task.row()).toMatchObject({ state: 'open', sender_id: world.people.analyst.id, responder_id: null })
    // Asked for until Thursday 10:00, which is three working days.
    expect(await task.clocks()).toEqual({ task: '2026-11-05T05:00:00.000Z' })
    expect(await task.do('accept')).toBe('inProgress')
    expect(await task.do('reassign')).toBe('inProgress')
    expect(await task.row()).toMatchObject({ responder_id: world.people.roller2.id })
    expect(await task.faults('reassign', { personId: world.people.coater.id })).toEqual(['notOfDepartment'])
    expect(await task.do('ask')).toBe('awaitingSender')
    expect(await task.clocks()).toEqual({ task: 'paused: awaitingSender' })
    expect(await task.do('reassign', { personId: world.people.roller.id })).toBe('awaitingSender')
    await goTo(world, new Date('2026-11-03T05:00:00Z'))
    expect(await task.do('clarify')).toBe('inProgress')
    expect(await task.clocks()).toEqual({ task: '2026-11-06T05:00:00.000Z' })
    expect(await task.faults('answer', { causeCode: null })).toEqual(['causeCode'])
    const values = [{ name: 'Tension', text: '42,5 kN', number: '42.5', unit: 'kN' }]
    expect(await task.do('answer', { values, proposedMeasure: 'Limit it' })).toBe('answered')
    expect(await task.row()).toMatchObject({
      answer: '42 kN',
      answer_values: values,
      proposed_measure: 'Limit it',
      answered_at: world.time,
      open: true,
    })
    expect(await task.clocks()).toEqual({ taskReview: '2026-11-06T05:00:00.000Z' })
    expect(await task.do('rejectAnswer')).toBe('inProgress')
    expect(await task.clocks()).toEqual({ task: '2026-11-06T05:00:00.000Z' })
    await task.do('answer')
    expect(await task.faults('verify', { rating: 6 })).toEqual(['tooHigh'])
    expect(await task.do('verify')).toBe('done')
    expect(await task.row()).toMatchObject({ rating: 4, open: false, closed_at: world.time })
    expect(await task.clocks()).toEqual({})
  },

  async 'returned, taken back, insisted on, redirected; not a third time'(world) {
    const task = await newTask(world)
    expect(await task.do('return')).toBe('returned')
    expect(await task.clocks()).toEqual({ task: 'paused: returned' })
    expect(await task.faults('takeBack', {}, 'roller2')).toEqual(['NotAllowed'])
    expect(await task.do('takeBack')).toBe('open')
    expect(await task.do('reassign')).toBe('open')
    await task.do('accept')
    expect(await task.do('return', { reason: 'unclearQuestion' })).toBe('returned')
    expect(await task.faults('insist', {}, 'analyst')).toEqual(['NotAllowed'])
    expect(await task.do('insist')).toBe('open')
    await task.do('return')
    expect(await task.do('redirect')).toBe('open')
    expect(await task.row()).toMatchObject({ department_id: world.departments.coatingLine, responder_id: null })
    expect(await task.faults('return', {}, 'coater')).toEqual(['returnedTwice'])
    const clocks = await world.db
      .selectFrom('deadline')
      .select('generation')
      .where('task_id', '=', task.key)
      .orderBy('generation')
      .execute()
    expect(clocks.map(({ generation }) => generation)).toEqual([1, 2, 3])
  },

  async 'cancelled wherever it stands'(world) {
    for (const steps of [[], ['accept'], ['accept', 'ask'], ['return'], ['accept', 'answer']] as const) {
      const task = await newTask(world)
      for (const step of steps) await task.do(step)
      expect(await task.do('cancel')).toBe('cancelled')
      expect(await task.clocks()).toEqual({})
      expect(await task.row()).toMatchObject({ open: false })
    }
  },

  async 'nobody answers: the head of the department, a day later the sender'(world) {
    const task = await newTask(world)
    await goTo(world, new Date('2026-11-05T05:00:00Z'))
    expect(await told(world, task, 'clock.due')).toEqual([world.people.millHead.id])
    expect((await task.row()).state).toBe('open')
    await goTo(world, new Date('2026-11-06T05:00:00Z'))
    expect(await told(world, task, 'clock.escalation')).toEqual([world.people.analyst.id])
  },

  async 'nobody looks at the answer: done without rating once the claim has concluded'(world) {
    const claim = await claimIn(world, 'collecting')
    const task = await sentTask(claim)
    await task.do('accept')
    await task.do('answer')
    await goTo(world, new Date('2026-11-05T05:00:00Z'))
    expect((await task.row()).state).toBe('answered')
    expect(await told(world, task, 'clock.due')).toEqual([world.people.lead.id, world.people.lead2.id].sort())

    world.setTime(new Date('2026-11-02T05:00:00Z'))
    const concluded = await claimIn(world, 'collecting')
    const late = await sentTask(concluded)
    await late.do('accept')
    await late.do('answer')
    await concluded.quickly(['recordContainment', 'conclude'])
    await goTo(world, new Date('2026-11-05T05:00:00Z'))
    expect(await late.row()).toMatchObject({ state: 'done', rating: null, open: false })
  },
}

async function newTask(world: World): Promise<DrivenTask> {
  return sentTask(await claimIn(world, 'collecting'))
}

async function told(world: World, task: DrivenTask, kind: string): Promise<string[]> {
  const rows = await world.db
    .selectFrom('notification')
    .select('person_id')
    .distinct()
    .where('task_id', '=', task.key)
    .where((eb) => eb(eb.ref('detail', '->>').key('what'), '=', kind))
    .execute()
  return rows.map(({ person_id }) => person_id).sort()
}
