// The task between offices: every row of its table, its clocks, its graph.
import { describe, expect, test } from 'vitest'
import type { AnyMachineSnapshot } from 'xstate'
import { getAdjacencyMap } from 'xstate/graph'
import type { JsonObject } from '../../schema/json.ts'
import { type TaskEvent, type TaskState, taskEvents, taskStates } from '../../schema/task-vocabulary.ts'
import { type Actor, words } from '../../schema/vocabulary.ts'
import type { ChartEvent, Effect } from '../../server/workflows/chart.ts'
import { charts } from '../../server/workflows/charts.ts'
import { leavesOf } from '../../server/workflows/snapshot.ts'
import { possible, step } from '../../server/workflows/step.ts'
import type { TaskPayloads } from '../../server/workflows/task-payloads.ts'
import { daysLater, monday } from './claim-world.ts'
import { rendered } from './missing-rendered.ts'
import { RunningClocks } from './running-clocks.ts'

const dueAt = daysLater(3)
const payloads: TaskPayloads = {
  send: { departmentId: 'rolling', question: 'Which tension?', dueAt, purpose: 'investigation' },
  accept: {},
  return: { reason: 'notOurs' },
  takeBack: {},
  reassign: { personId: 'responder-2' },
  redirect: { departmentId: 'slitting' },
  insist: { reason: 'It is your line' },
  ask: { question: 'Which coil?' },
  clarify: { text: 'C-1' },
  answer: { text: '42 kN', causeCode: 'tension' },
  verify: { rating: 4 },
  rejectAnswer: { comment: 'Which shift?' },
  cancel: { reason: 'No longer needed' },
  deadlinePassed: { clock: 'task' },
}

interface Change {
  payload?: JsonObject
  by?: string
  as?: Actor
  caseConcluded?: boolean
}

function eventOf(
  type: TaskEvent,
  { payload = {}, by = 'responder-1', as, caseConcluded = false }: Change = {},
): ChartEvent {
  return {
    type,
    at: monday,
    by,
    as: as ?? (type === 'deadlinePassed' ? 'system' : 'departmentResponder'),
    payload: { ...payloads[type], ...payload } as JsonObject,
    facts: type === 'deadlinePassed' ? { caseConcluded } : {},
  }
}

class TaskOnItsWay {
  snapshot: JsonObject | null = null
  state = ''
  open = false
  effects: Effect[] = []

  send(type: TaskEvent, change?: Change): this {
    const result = step(charts.task, this.snapshot, eventOf(type, change))
    if (!result.moved) throw new Error(`${type} was refused: ${JSON.stringify(result.refusal)}`)
    this.snapshot = JSON.parse(JSON.stringify(result.snapshot))
    this.state = result.to.join(' ')
    this.open = result.open
    this.effects = result.effects
    return this
  }

  refused(type: TaskEvent, change?: Change): string | string[] {
    const result = step(charts.task, this.snapshot, eventOf(type, change))
    if (result.moved) throw new Error(`${type} was taken to ${result.to.join(' ')}`)
    return result.refusal.kind === 'invalid' ? result.refusal.missing.map(rendered) : result.refusal.kind
  }
}

function taskIn(state: TaskState): TaskOnItsWay {
  switch (state) {
    case 'open':
      return new TaskOnItsWay().send('send')
    case 'inProgress':
      return taskIn('open').send('accept')
    case 'awaitingSender':
      return taskIn('inProgress').send('ask')
    case 'returned':
      return taskIn('open').send('return')
    case 'answered':
      return taskIn('inProgress').send('answer')
    case 'done':
      return taskIn('answered').send('verify')
    case 'cancelled':
      return taskIn('open').send('cancel')
  }
}

const review = { payload: { clock: 'taskReview' }, caseConcluded: true }

describe('transitions', () => {
  const rows: [TaskState, TaskEvent, TaskState, Change?][] = [
    ['open', 'accept', 'inProgress'],
    ['open', 'return', 'returned'],
    ['inProgress', 'return', 'returned'],
    ['returned', 'takeBack', 'open'],
    ['returned', 'redirect', 'open'],
    ['returned', 'insist', 'open'],
    ['open', 'reassign', 'open'],
    ['inProgress', 'reassign', 'inProgress'],
    ['awaitingSender', 'reassign', 'awaitingSender'],
    ['inProgress', 'ask', 'awaitingSender'],
    ['awaitingSender', 'clarify', 'inProgress'],
    ['inProgress', 'answer', 'answered'],
    ['answered', 'verify', 'done'],
    ['answered', 'rejectAnswer', 'inProgress'],
    ['answered', 'deadlinePassed', 'done', review],
    ['answered', 'deadlinePassed', 'answered', { ...review, caseConcluded: false }],
    ['open', 'cancel', 'cancelled'],
    ['inProgress', 'cancel', 'cancelled'],
    ['awaitingSender', 'cancel', 'cancelled'],
    ['returned', 'cancel', 'cancelled'],
    ['answered', 'cancel', 'cancelled'],
  ]
  test.each(rows)('%s, %s → %s', (from, event, to, change) => {
    const task = taskIn(from).send(event, change)
    expect(task.state).toBe(to)
    expect(task.open).toBe(to !== 'done' && to !== 'cancelled')
  })

  test.each(['done', 'cancelled'] as const)('%s takes nothing more', (state) => {
    for (const event of words(taskEvents)) {
      if (event !== 'deadlinePassed') expect(taskIn(state).refused(event)).toBe('wrongState')
    }
  })

  test('the graph: configurations, edges, every state and event', () => {
    const events = words(taskEvents).flatMap((type) =>
      type === 'deadlinePassed' ? [eventOf(type), eventOf(type, review)] : [eventOf(type)],
    )
    const map = getAdjacencyMap(charts.task.machine, {
      events,
      filterEvents: (snapshot: AnyMachineSnapshot, event: ChartEvent) =>
        charts.task.machine.getTransitionData(snapshot, event).length > 0,
      serializeState: (snapshot: AnyMachineSnapshot) => JSON.stringify([snapshot.value, snapshot.context.returns]),
    })
    const edges = Object.values(map).flatMap(({ state, transitions }) =>
      Object.values<{ event: ChartEvent; state: AnyMachineSnapshot }>(transitions).map(({ event, state: next }) => ({
        from: leavesOf(state)[0],
        type: event.type,
        to: leavesOf(next)[0],
      })),
    )
    expect(new Set(edges.map(({ from }) => from))).toEqual(new Set(['draft', ...words(taskStates)]))
    expect(new Set(edges.map(({ type }) => type))).toEqual(new Set(words(taskEvents)))
    const moving = edges.filter(({ from, to }) => from !== 'draft' && from !== to)
    expect(new Set(moving.map((edge) => JSON.stringify(edge))).size).toBe(17)
  })
})

describe('clocks', () => {
  const clocksAfter = (...events: [TaskEvent, Change?][]) => {
    const clocks = new RunningClocks()
    const task = new TaskOnItsWay()
    for (const [event, change] of events) clocks.apply(task.send(event, change).effects)
    return clocks
  }

  test('the task clock runs until the answer, pauses while the sender is asked or has it back', () => {
    expect(clocksAfter(['send']).pauses('task')).toEqual([])
    expect(clocksAfter(['send'], ['accept'], ['ask']).pauses('task')).toEqual(['awaitingSender'])
    expect(clocksAfter(['send'], ['accept'], ['ask'], ['clarify']).pauses('task')).toEqual([])
    expect(clocksAfter(['send'], ['return']).pauses('task')).toEqual(['returned'])
    expect(clocksAfter(['send'], ['return'], ['takeBack']).pauses('task')).toEqual([])
    expect(clocksAfter(['send'], ['accept'], ['answer']).names).toEqual(new Set(['taskReview']))
    expect(clocksAfter(['send'], ['accept'], ['answer'], ['verify']).names).toEqual(new Set())
    expect(clocksAfter(['send'], ['return'], ['cancel']).names).toEqual(new Set())
  })

  test('it starts with the time asked for, and anew at every new sending', () => {
    const startOf = (task: TaskOnItsWay) =>
      task.effects.filter(({ name }) => name === 'startClock').map(({ params }) => params)
    expect(startOf(taskIn('open'))).toEqual([{ clock: 'task', dueAt }])
    expect(startOf(taskIn('returned').send('redirect'))).toEqual([{ clock: 'task' }])
    expect(startOf(taskIn('returned').send('insist', { payload: { dueAt } }))).toEqual([{ clock: 'task', dueAt }])
    expect(startOf(taskIn('answered').send('rejectAnswer'))).toEqual([{ clock: 'task' }])
    expect(startOf(taskIn('returned').send('takeBack'))).toEqual([])
  })

  test('a passed clock is escalated', () => {
    expect(taskIn('open').send('deadlinePassed').effects).toEqual([{ name: 'escalate', params: { clock: 'task' } }])
    expect(new TaskOnItsWay().refused('deadlinePassed')).toBe('wrongState')
  })
})

describe('rules', () => {
  test('a department returns a task twice, then its head gives it to a person', () => {
    const task = taskIn('returned').send('redirect').send('return').send('insist')
    expect(task.refused('return')).toEqual(['Returned twice: the head of the department gives it to a person inside'])
    expect(task.send('reassign', { as: 'departmentHead' }).send('accept').send('answer').state).toBe('answered')
  })

  test('a return that was taken back does not count, and only who returned it takes it back', () => {
    const task = taskIn('returned')
    expect(task.refused('takeBack', { by: 'responder-2' })).toBe('notAllowed')
    task.send('takeBack').send('return').send('redirect').send('return')
    expect(task.state).toBe('returned')
  })

  test('the end of an investigation task is reported, unless the case ended it', () => {
    const reported = (task: TaskOnItsWay) => task.effects.some(({ name }) => name === 'investigationTaskEnded')
    expect(reported(taskIn('answered'))).toBe(true)
    expect(reported(taskIn('cancelled'))).toBe(true)
    expect(reported(taskIn('open').send('cancel', { as: 'system' }))).toBe(false)
    const other = new TaskOnItsWay().send('send', { payload: { purpose: 'settlement' } }).send('accept')
    expect(reported(other.send('answer', { payload: { causeCode: null } }))).toBe(false)
  })

  test('what can be missing', () => {
    const empty = (type: TaskEvent, ...fields: string[]) => ({
      payload: Object.fromEntries(fields.map((field) => [field, null])),
      type,
    })
    expect(new TaskOnItsWay().refused('send', empty('send', 'departmentId', 'question', 'dueAt', 'purpose'))).toEqual([
      'Department',
      'Question',
      'Purpose',
      'Due date',
    ])
    expect(new TaskOnItsWay().refused('send', { payload: { dueAt: monday } })).toEqual(['The due date has passed'])
    expect(taskIn('open').refused('return', { payload: { reason: '' } })).toEqual(['Reason'])
    expect(taskIn('inProgress').refused('ask', { payload: { question: '' } })).toEqual(['Question'])
    expect(taskIn('awaitingSender').refused('clarify', { payload: { text: '' } })).toEqual(['Answer'])
    expect(taskIn('inProgress').refused('answer', { payload: { text: '', causeCode: null } })).toEqual([
      'Answer',
      'Cause code',
    ])
    expect(taskIn('returned').refused('redirect', { payload: { departmentId: '' } })).toEqual(['Department'])
    expect(taskIn('returned').refused('insist', { payload: { reason: '' } })).toEqual(['Reason'])
    for (const rating of [0, 6, 2.5, null])
      expect(taskIn('answered').refused('verify', { payload: { rating } })).toEqual(['Rating 1–5'])
    expect(taskIn('answered').refused('rejectAnswer', { payload: { comment: '' } })).toEqual(['Comment'])
    expect(taskIn('open').refused('cancel', { payload: { reason: '' } })).toEqual(['Reason'])
    expect(taskIn('open').refused('reassign', { payload: { personId: '' } })).toEqual(['Person'])
  })

  test('what can be done now, the main step first', () => {
    const now = (state: TaskState, by = 'responder-1') =>
      possible(
        charts.task,
        taskIn(state).snapshot,
        () => ['departmentHead'],
        { by, at: monday },
        () => ({}),
      ).map(({ event }) => event)
    expect(now('open')).toEqual(['accept', 'return', 'reassign', 'cancel'])
    expect(now('inProgress')).toEqual(['answer', 'return', 'reassign', 'ask', 'cancel'])
    expect(now('returned')).toEqual(['redirect', 'takeBack', 'insist', 'cancel'])
    expect(now('returned', 'somebody')).not.toContain('takeBack')
    expect(now('done')).toEqual([])
  })
})
