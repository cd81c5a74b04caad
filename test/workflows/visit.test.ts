// The visit: its graph, every row of its table, its clocks, what its events lack, and visits from before the chart.
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../schema/json.ts'
import {
  type VisitEvent,
  type VisitState,
  visitBlocks,
  visitEvents,
  visitStates,
} from '../../schema/visit-vocabulary.ts'
import { type Actor, words } from '../../schema/vocabulary.ts'
import type { ChartEvent } from '../../server/workflows/chart.ts'
import { charts } from '../../server/workflows/charts.ts'
import { replay, statesOf, step, upgrade } from '../../server/workflows/step.ts'
import type { VisitFacts } from '../../server/workflows/visit-facts.ts'
import type { VisitPayloads } from '../../server/workflows/visit-payloads.ts'
import { CaseOnItsWay } from './case-on-its-way.ts'
import { deadEnds, walk } from './chart-walk.ts'
import { daysLater, monday } from './claim-world.ts'

const { visit } = charts
const blocks = words(visitBlocks).map((block) => ({ block, text: 'Looked at' }))
const payloads: VisitPayloads = {
  request: { accountId: 'account-1', reason: 'Look at the slitter' },
  plan: { accountId: 'account-1', reason: 'Yearly visit' },
  triage: { purpose: 'keyAccount', engineerId: 'engineer-1' },
  propose: { startsAt: daysLater(4), endsAt: daysLater(5), place: 'Their works', teamIds: [] },
  confirm: {},
  counterPropose: { reason: 'Stocktaking' },
  prepare: {},
  begin: {},
  finish: {},
  submitReport: { blocks },
  returnReport: { comment: 'Which coil?' },
  confirmFinding: { findingId: 'finding-1', confirmedOn: '2026-03-01' },
  close: {},
  reopen: { reason: 'One more finding' },
  postpone: { reason: 'Snow' },
  recordNoShow: { whose: 'customer', reason: 'Nobody at the gate' },
  cancel: { whose: 'ours', reason: 'Settled by phone' },
  decline: { reason: 'No capacity', letter: 'We regret' },
  reassign: { personId: 'engineer-2' },
  deadlinePassed: { clock: 'visitRequest' },
}
const facts: VisitFacts = {
  keyVisitsWaiting: [],
  busy: [],
  filledBlocks: [],
  finding: { number: 1 },
  openFindings: [],
}

interface Change {
  payload?: JsonObject
  facts?: Partial<VisitFacts>
  as?: Actor
}

function eventOf(type: VisitEvent, change: Change = {}): ChartEvent {
  const as = change.as ?? (type === 'deadlinePassed' ? 'system' : 'csEngineer')
  const named = Object.entries({ ...facts, ...change.facts }).filter(([name]) => visit.factsOf(type).includes(name))
  return {
    type,
    at: monday,
    by: as === 'system' ? as : `${as}-1`,
    as,
    payload: { ...payloads[type], ...change.payload } as JsonObject,
    facts: Object.fromEntries(named) as JsonObject,
  }
}

type Visit = CaseOnItsWay<VisitEvent, Change>
const newVisit = (): Visit => new CaseOnItsWay(visit, eventOf)

function visitIn(state: VisitState): Visit {
  switch (state) {
    case 'requested':
      return newVisit().send('request')
    case 'triaged':
      return visitIn('requested').send('triage')
    case 'proposed':
      return visitIn('triaged').send('propose')
    case 'confirmed':
      return visitIn('proposed').send('confirm')
    case 'prepared':
      return visitIn('confirmed').send('prepare')
    case 'underway':
      return visitIn('prepared').send('begin')
    case 'reporting':
      return visitIn('underway').send('finish')
    case 'followUp':
      return visitIn('reporting').send('submitReport')
    case 'closed':
      return visitIn('followUp').send('close')
    case 'cancelled':
      return visitIn('requested').send('cancel')
    case 'declined':
      return visitIn('requested').send('decline')
  }
}

describe('the graph', () => {
  const walked = walk(
    visit,
    () => words(visitEvents).map((type) => eventOf(type)),
    () => null,
  )

  // Row by row the chart is the specification's table, whose walk counted 29 edges (request and plan, which leave the unlisted draft, are not among them) and one configuration more than the twelve states that the table names.
  test('eleven states beside the draft, 29 edges that move between them and two that begin', () => {
    const moving = walked.edges.filter(({ from, to }) => from !== to)
    const beginning = moving.filter(({ from }) => from === 'draft')
    expect(walked.configurations.size).toBe(1 + 11)
    expect(moving.length - beginning.length).toBe(29)
    expect(beginning.map(({ type }) => type).toSorted()).toEqual(['plan', 'request'])
  })

  test('reaches every state and takes every event, and every configuration can end', () => {
    expect(new Set(walked.configurations.keys())).toEqual(new Set(['draft', ...words(visitStates)]))
    expect(new Set(walked.edges.map(({ type }) => type))).toEqual(new Set(words(visitEvents)))
    expect(deadEnds(walked, 'draft')).toEqual([])
  })
})

describe('transitions', () => {
  const rows: [VisitState, VisitEvent, VisitState][] = [
    ['proposed', 'counterPropose', 'triaged'],
    ...(['proposed', 'confirmed', 'prepared', 'underway'] as const).flatMap(
      (state): [VisitState, VisitEvent, VisitState][] => [
        [state, 'postpone', 'triaged'],
        [state, 'recordNoShow', 'triaged'],
      ],
    ),
    ...(['requested', 'triaged', 'proposed', 'confirmed', 'prepared'] as const).flatMap(
      (state): [VisitState, VisitEvent, VisitState][] => [
        [state, 'cancel', 'cancelled'],
        [state, 'decline', 'declined'],
      ],
    ),
    ['followUp', 'returnReport', 'reporting'],
    ['followUp', 'confirmFinding', 'followUp'],
    ['closed', 'reopen', 'followUp'],
    ['underway', 'reassign', 'underway'],
  ]
  test.each(rows)('%s, %s → %s', (from, event, to) => {
    expect(visitIn(from).send(event).states).toEqual([to])
  })

  test('a report of a cancelled visit is refused', () => {
    expect(visitIn('cancelled').refused('submitReport')).toBe('wrongState')
  })
})

describe('clocks', () => {
  test('a request runs until the visit begins, a plan has none', () => {
    expect(visitIn('requested').clocks.names).toEqual(new Set(['visitRequest', 'visitFirstAnswer']))
    expect(visitIn('proposed').clocks.names).toEqual(new Set(['visitRequest']))
    expect(visitIn('underway').clocks.names).toEqual(new Set())
    expect(newVisit().send('plan').clocks.names).toEqual(new Set())
    expect(visitIn('cancelled').clocks.names).toEqual(new Set())
  })

  test('putting it off twice does not reset the request', () => {
    const twice = visitIn('proposed').send('postpone').send('propose').send('recordNoShow')
    expect(twice.context.postponements).toBe(2)
    const starts = twice.effects.filter(({ name, params }) => name === 'startClock' && params.clock === 'visitRequest')
    expect(starts).toEqual([])
    expect(twice.clocks.names).toEqual(new Set(['visitRequest']))
    expect(visitIn('underway').send('postpone').clocks.names).toEqual(new Set())
  })

  test('the report and the follow-up have their own', () => {
    expect(visitIn('reporting').clocks.names).toEqual(new Set(['visitReport']))
    expect(visitIn('followUp').clocks.names).toEqual(new Set(['visitFollowUp']))
    expect(visitIn('closed').clocks.names).toEqual(new Set())
    expect(visitIn('closed').effects.map(({ name }) => name)).toContain('survey')
  })
})

describe('what is missing', () => {
  test('key accounts go first, an override needs its reason', () => {
    const waiting = { facts: { keyVisitsWaiting: ['V-2026-000004'] } }
    expect(visitIn('requested').refused('triage', waiting)).toEqual([
      'Visits of key accounts wait: V-2026-000004. Reason for putting them behind',
    ])
    const reasoned = { ...waiting, payload: { aheadReason: 'On the way' } }
    expect(visitIn('requested').send('triage', reasoned).states).toEqual(['triaged'])
  })

  test('two visits of one engineer at the same hour', () => {
    const busy = { facts: { busy: [{ person: 'Elena Etch', visit: 'V-2026-000003' }] } }
    expect(visitIn('triaged').refused('propose', busy)).toEqual(['Elena Etch is in visit V-2026-000003 at that time'])
  })

  test('an incoming visit is not confirmed without host and room', () => {
    const incoming = newVisit()
      .send('request', { payload: { incoming: true } })
      .send('triage')
      .send('propose')
    expect(incoming.refused('confirm')).toEqual(['Host', 'Room'])
    expect(incoming.refused('confirm', { as: 'customerContact' })).toEqual(['Host', 'Room'])
    expect(incoming.send('confirm', { payload: { hostId: 'host-1', room: 'Blue' } }).states).toEqual(['confirmed'])
  })

  test('the report has ten blocks', () => {
    const eight = { payload: { blocks: blocks.slice(0, 8) } }
    expect(visitIn('reporting').refused('submitReport', eight)).toEqual([
      'Block 9 is empty: Knowledge of the customer',
      'Block 10 is empty: Promises made',
    ])
    const kept = { ...eight, facts: { filledBlocks: ['knowledge' as const, 'promises' as const] } }
    expect(visitIn('reporting').send('submitReport', kept).states).toEqual(['followUp'])
  })

  test('a finding closes with the dated confirmation, or by the lead with the reason', () => {
    const unconfirmed = { payload: { confirmedOn: null, reason: 'He left the company' } }
    expect(visitIn('followUp').refused('confirmFinding', unconfirmed)).toEqual([
      "Date of the customer's confirmation, or the lead's reason why none came",
    ])
    expect(visitIn('followUp').send('confirmFinding', { ...unconfirmed, as: 'csLead' }).states).toEqual(['followUp'])
    expect(visitIn('followUp').refused('close', { facts: { openFindings: [2] } })).toEqual([
      'Finding 2: confirmation or reason',
    ])
  })
})

test('a visit from before the chart goes on from its triage, as its history says', () => {
  const upgraded = upgrade(visit, 0, {})
  expect(statesOf(visit, upgraded)).toMatchObject({ leaves: ['requested'], open: true })
  expect(upgraded).toEqual(JSON.parse(JSON.stringify(replay(visit, [eventOf('request')]))))
  expect(step(visit, upgraded, eventOf('triage')).moved).toBe(true)
})
