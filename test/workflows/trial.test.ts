// The trial batch: its graph, every row of its table, its clocks.
import { describe, expect, test } from 'vitest'
import {
  type TrialEvent,
  type TrialState,
  trialClocks,
  trialEvents,
  trialStates,
} from '../../schema/trial-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import type { ChartEvent } from '../../server/workflows/chart.ts'
import { replay } from '../../server/workflows/step.ts'
import { CaseOnItsWay } from './case-on-its-way.ts'
import { deadEnds, walk } from './chart-walk.ts'
import { dear, newTrial, type Trial, trialIn } from './trial-paths.ts'
import { type Change, trial, trialEvent } from './trial-world.ts'

describe('the graph', () => {
  const variants = words(trialEvents).flatMap((type): ((context: object) => ChartEvent)[] => {
    if (type === 'confirmFeasible')
      return [(context) => trialEvent(type, {}, context), (context) => trialEvent(type, dear, context)]
    return [(context) => trialEvent(type, {}, context)]
  })
  const walked = walk(
    trial,
    (context) => variants.map((variant) => variant(context)),
    ({ slotAt, failedGroups, shipped }) => [slotAt !== null, failedGroups, shipped],
  )

  test('counts as the specification walked it: 31 configurations beside the draft, 83 edges that move', () => {
    const moving = walked.edges.filter(({ from, to }) => from !== to)
    expect({ configurations: walked.configurations.size - 1, moving: moving.length }).toEqual({
      configurations: 31,
      moving: 83,
    })
  })

  test('reaches every state and takes every event, and every configuration can end', () => {
    expect(new Set([...walked.configurations.keys()].map((key) => key.split(' ')[0]))).toEqual(
      new Set(['draft', ...words(trialStates)]),
    )
    expect(new Set(walked.edges.map(({ type }) => type))).toEqual(new Set(words(trialEvents)))
    expect(deadEnds(walked, 'draft running')).toEqual([])
  })

  test('what is on hold can go on or be called off, and nothing else', () => {
    const held = walked.edges.filter(({ from, type }) => from.endsWith(' held') && type !== 'deadlinePassed')
    expect(new Set(held.map(({ type }) => type))).toEqual(new Set(['resume', 'cancel']))
    expect([...walked.configurations].filter(([key, open]) => key.endsWith(' held') && !open)).toEqual([])
  })
})

describe('transitions', () => {
  const rows: [TrialState, TrialEvent, TrialState, Change?][] = [
    ['requested', 'decline', 'declined'],
    ['requirements', 'decline', 'declined'],
    ['feasibility', 'decline', 'declined'],
    ['approval', 'decline', 'declined'],
    ['feasibility', 'returnRequirements', 'requirements'],
    ['approval', 'approve', 'scheduled'],
    ['approval', 'sendBack', 'requirements'],
    ['scheduled', 'reschedule', 'scheduled'],
    ['nonConforming', 'grantConcession', 'shipment'],
    ['nonConforming', 'stop', 'stopped'],
    ['rework', 'reworked', 'inspection'],
    ['shipment', 'recordLoss', 'stopped'],
    ['atCustomer', 'recordProcessing', 'evaluation'],
    ['atCustomer', 'recordNotProcessed', 'evaluation'],
    ['processing', 'recordNotProcessed', 'evaluation'],
    ['evaluation', 'repeat', 'requirements'],
    ['evaluation', 'cancel', 'cancelled'],
  ]
  test.each(rows)('%s, %s → %s', (from, event, to, change) => {
    expect(trialIn(from).send(event, change).states).toEqual([to, 'running'])
  })

  test.each(words(trialStates))('%s: open unless it is an end, which takes nothing more', (state) => {
    const at = trialIn(state)
    const ends = ['adopted', 'rejected', 'declined', 'stopped', 'cancelled'].includes(state)
    expect(at.open).toBe(!ends)
    if (!ends) return
    for (const event of words(trialEvents)) if (event !== 'deadlinePassed') expect(at.refused(event)).toBe('wrongState')
    expect(at.clocks.names).toEqual(new Set())
  })

  test('who: management declines and repeats late, the lead gives up what failed', () => {
    expect(trialIn('approval').refused('decline', { as: 'csLead' })).toBe('notAllowed')
    expect(trialIn('requested').refused('decline', { as: 'management' })).toBe('notAllowed')
    expect(trialIn('nonConforming').refused('stop', { as: 'departmentHead' })).toBe('notAllowed')
    expect(trialIn('production').refused('stop', { as: 'csLead' })).toBe('notAllowed')
    const third = trialIn('evaluation')
    for (const iteration of [2, 3]) {
      third.send('repeat', { as: 'csLead' }).send('submit').send('confirmFeasible').send('reschedule').send('start')
      third.send('produced').send('pass').send('received').send('recordProcessing')
      expect(third.context.iteration).toBe(iteration)
    }
    expect(third.refused('repeat', { as: 'csLead' })).toBe('notAllowed')
    expect(third.send('repeat', { as: 'management' }).context.iteration).toBe(4)
  })

  test('the iteration counts 2 after one repetition, and asks for attendance anew', () => {
    const repeated = trialIn('evaluation').send('repeat')
    expect(repeated.context).toMatchObject({ iteration: 2, failedGroups: [], shipped: false, attended: null })
  })

  test('a passed clock is escalated, and the draft has none', () => {
    for (const clock of words(trialClocks)) {
      expect(trialIn('requested').send('deadlinePassed', { payload: { clock } }).effects).toEqual([
        { name: 'escalate', params: { clock } },
      ])
    }
    expect(newTrial().refused('deadlinePassed')).toBe('wrongState')
  })

  test('replays to the same snapshot', () => {
    const events: ChartEvent[] = []
    const recorded: Trial = new CaseOnItsWay(trial, (type: TrialEvent, change: Change | undefined, context) => {
      const event = trialEvent(type, change, context)
      events.push(event)
      return event
    })
    recorded.send('request').send('agreeRequirements').send('submit').send('confirmFeasible', dear).send('approve')
    recorded.send('reschedule').send('hold').send('resume').send('start').send('produced').send('fail')
    recorded.send('grantConcession').send('received').send('startProcessing').send('recordProcessing').send('repeat')
    expect(JSON.parse(JSON.stringify(replay(trial, events)))).toEqual(recorded.snapshot)
  })
})

describe('clocks', () => {
  const clocksIn: Partial<Record<TrialState, string[]>> = {
    requested: ['trialRequest'],
    requirements: ['trialRequirements'],
    feasibility: ['trialFeasibility'],
    approval: ['trialApproval'],
    scheduled: ['trialSlot'],
    production: ['trialProduction'],
    inspection: ['trialInspection'],
    nonConforming: ['trialNonConforming'],
    shipment: ['trialShipment'],
    atCustomer: ['trialAtCustomer'],
    evaluation: ['trialEvaluation'],
  }
  test.each(words(trialStates))('of %s', (state) => {
    expect(trialIn(state).clocks.names).toEqual(new Set(clocksIn[state] ?? []))
  })

  test('a slot moves the clock to ten working days before it', () => {
    const starts = trialIn('scheduled')
      .send('reschedule')
      .effects.filter(({ name }) => name === 'startClock')
    expect(starts.map(({ params }) => params)).toEqual([{ clock: 'trialSlot', dueAt: '2026-03-18T08:00:00.000Z' }])
  })

  test('pause while on hold, all of them', () => {
    const held = trialIn('production').send('hold')
    expect(held.effects.filter(({ name }) => name === 'pauseClocks')).toEqual([
      { name: 'pauseClocks', params: { reason: 'held' } },
    ])
    expect(held.refused('produced')).toBe('wrongState')
    expect(held.send('resume').effects[0]).toEqual({ name: 'resumeClocks', params: { reason: 'held' } })
    expect(trialIn('production').send('hold').send('cancel').states).toEqual(['cancelled', 'running'])
  })
})
