// Every edge of the visit's chart, driven through the graph and PostgreSQL, and its history replayed; a forgotten one fails with its name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type VisitEvent, type VisitState, visitEvents } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { replayHistory } from '../../server/tools/replay-history.ts'
import { charts } from '../../server/workflows/charts.ts'
import { type DrivenVisit, newVisit, type VisitSent } from '../stories/driven-visit.ts'
import { goTo, openWorld, type World } from '../stories/world.ts'
import { walk } from '../workflows/chart-walk.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** The shortest way to each state. */
const ways: Record<VisitState, VisitSent[]> = {
  requested: [],
  triaged: ['triage'],
  proposed: ['triage', 'propose'],
  confirmed: ['triage', 'propose', 'confirm'],
  prepared: ['triage', 'propose', 'confirm', 'prepare'],
  underway: ['triage', 'propose', 'confirm', 'prepare', 'begin'],
  reporting: ['triage', 'propose', 'confirm', 'prepare', 'begin', 'finish'],
  followUp: ['triage', 'propose', 'confirm', 'prepare', 'begin', 'finish', 'submitReport'],
  closed: ['triage', 'propose', 'confirm', 'prepare', 'begin', 'finish', 'submitReport', 'close'],
  cancelled: ['cancel'],
  declined: ['decline'],
}

/** From each state, which events are taken and to where. */
const taken: [VisitState, VisitSent, VisitState][] = [
  ['requested', 'triage', 'triaged'],
  ['triaged', 'propose', 'proposed'],
  ['proposed', 'confirm', 'confirmed'],
  ['proposed', 'counterPropose', 'triaged'],
  ['confirmed', 'prepare', 'prepared'],
  ['prepared', 'begin', 'underway'],
  ['underway', 'finish', 'reporting'],
  ['reporting', 'submitReport', 'followUp'],
  ['followUp', 'returnReport', 'reporting'],
  ['followUp', 'confirmFinding', 'followUp'],
  ['followUp', 'close', 'closed'],
  ['closed', 'reopen', 'followUp'],
  ...(['proposed', 'confirmed', 'prepared', 'underway'] as const).flatMap((state): typeof taken => [
    [state, 'postpone', 'triaged'],
    [state, 'recordNoShow', 'triaged'],
  ]),
  ...(['requested', 'triaged', 'proposed', 'confirmed', 'prepared'] as const).flatMap((state): typeof taken => [
    [state, 'cancel', 'cancelled'],
    [state, 'decline', 'declined'],
  ]),
  ...(['requested', 'triaged', 'proposed', 'confirmed', 'prepared', 'underway', 'reporting', 'followUp'] as const).map(
    (state): (typeof taken)[number] => [state, 'reassign', state],
  ),
]

describe('edges of the visit through the graph', () => {
  it.each(taken)('%s, %s → %s', async (from, event, to) => {
    const visit = await (await newVisit(world)).through(...ways[from].slice(0, -1))
    const last = ways[from].at(-1)
    if (last) await visit.do(last, last === 'submitReport' && event === 'confirmFinding' ? withFinding : {})
    expect(await visit.do(event, await naming(visit, event))).toBe(to)
  })

  it('a plan runs no clock, a passed clock is escalated where it stands', async () => {
    const plan = await newVisit(world, { event: 'plan' })
    expect(await plan.clocks()).toEqual({})
    const visit = await newVisit(world)
    await goTo(world, new Date('2026-11-20T05:00:00Z'))
    expect((await visit.row()).state).toBe('requested')
    const escalated = await world.db
      .selectFrom('history')
      .where('case_id', '=', visit.key)
      .where('kind', '=', 'escalation')
      .select('payload')
      .execute()
    expect(escalated.map(({ payload }) => payload.clock)).toEqual(
      expect.arrayContaining(['visitRequest', 'visitFirstAnswer']),
    )
  })

  it('are all of the chart, and none besides', async () => {
    const { edges } = walk(
      charts.visit,
      () => words(visitEvents).map((type) => complete(type)),
      () => null,
    )
    const ofChart = edges
      .map(({ from, type, to }) => `${from} ${type} ${to}`)
      .filter((edge) => !edge.includes('deadlinePassed'))
    const lines = await world.db
      .selectFrom('history')
      .innerJoin('service_case', 'service_case.id', 'history.case_id')
      .where('service_case.kind', '=', 'visit')
      .where('history.kind', '=', 'event')
      .where('event', '<>', 'deadlinePassed')
      .where('task_id', 'is', null)
      .select(['from_states', 'event', 'to_states'])
      .execute()
    const driven = lines.map(
      ({ from_states, event, to_states }) => `${from_states[0] ?? 'draft'} ${event} ${to_states[0]}`,
    )
    expect([...new Set(driven)].sort()).toEqual([...new Set(ofChart)].sort())
  })

  it('leave histories from which every visit follows', async () => {
    const { cases, differences } = await replayHistory(world.db)
    expect(cases).toBeGreaterThan(taken.length)
    expect(differences).toEqual([])
  })
})

const withFinding = { findings: [{ block: 'delivery', text: 'Straps are loose' }] }

async function naming(visit: DrivenVisit, event: VisitSent): Promise<object> {
  if (event !== 'confirmFinding') return {}
  const [finding] = await visit.findings()
  return { findingId: Buffer.from(`VisitFinding:${finding?.id}`).toString('base64url') }
}

/** An event that lacks nothing to the pure chart. */
function complete(type: VisitEvent) {
  const moment = '2026-11-02T05:00:00.000Z'
  const payload = {
    accountId: 'a',
    reason: 'r',
    purpose: 'product',
    engineerId: 'p',
    startsAt: '2026-11-06T05:00:00.000Z',
    endsAt: '2026-11-06T06:00:00.000Z',
    place: 'There',
    teamIds: [],
    blocks: [],
    comment: 'c',
    findingId: 'f',
    confirmedOn: '2026-11-01',
    whose: 'ours',
    letter: 'l',
    personId: 'p',
    clock: 'visitRequest',
  }
  const filledBlocks = [
    'claims',
    'delivery',
    'processing',
    'competitors',
    'needs',
    'customerPlans',
    'ourPlans',
    'offer',
    'knowledge',
    'promises',
  ]
  const facts = { keyVisitsWaiting: [], busy: [], filledBlocks, finding: { number: 1 }, openFindings: [] }
  return { type, at: moment, by: 'p', as: 'csLead' as const, payload, facts }
}
