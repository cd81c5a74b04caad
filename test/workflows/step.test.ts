// What the engine and the screens get from a step: refusals, possible actions, states, upgrades.
import { describe, expect, test } from 'vitest'
import { claimStates } from '../../schema/claim-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import { type Actor, words } from '../../schema/vocabulary.ts'
import type { Chart } from '../../server/workflows/chart.ts'
import { possible, statesOf, step, taken, upgrade } from '../../server/workflows/step.ts'
import { claimIn, improvementIn, oneStep, waitingFor } from './claim-paths.ts'
import { type ClaimOnItsWay, claim, eventOf, facts, monday } from './claim-world.ts'

function actionsOf(on: ClaimOnItsWay, actors: Actor[], by = 'lead-1', change: Partial<typeof facts> = {}) {
  return possible(
    claim,
    on.snapshot,
    () => actors,
    { by, at: monday },
    (names) => {
      return Object.fromEntries(
        names.map((name) => [name, { ...facts, ...change }[name as keyof typeof facts]]),
      ) as JsonObject
    },
  )
}

describe('refusals', () => {
  test('a state that does not take the event says which it takes', () => {
    expect(claimIn('offered').refusal('conclude')).toEqual({
      kind: 'wrongState',
      states: ['offered', 'nothing', 'notRequired'],
      allowed: [
        'customerAccepts',
        'customerDisputes',
        'withdrawOffer',
        'withdraw',
        'requestVisit',
        'changeSeverity',
        'reassign',
        'requireImprovement',
      ],
    })
  })

  test('an event that no chart knows is not taken', () => {
    const unknown = { ...eventOf('reassign'), type: 'explode' }
    expect(step(claim, claimIn('offered').snapshot, unknown)).toMatchObject({
      moved: false,
      refusal: { kind: 'wrongState' },
    })
  })

  test('a hint does not block, but is told with what does', () => {
    const visits = { facts: { unreportedVisits: ['V-2026-000001'] } }
    expect(claimIn('concluding').send('conclude', visits).states[0]).toBe('decision')
    const refusal = claimIn('concluding').refusal('conclude', { ...visits, payload: { systemCause: '' } })
    expect(refusal).toMatchObject({
      kind: 'invalid',
      missing: [
        { code: 'systemCause', source: 'input', field: 'systemCause', hint: false },
        { code: 'visitUnreported', source: 'case', field: null, hint: true },
      ],
    })
  })

  test('a refused event leaves the snapshot as it was', () => {
    const on = claimIn('offered')
    const before = structuredClone(on.snapshot)
    on.refusal('conclude')
    on.refusal('customerDisputes', { payload: { reason: '' } })
    expect(on.snapshot).toEqual(before)
  })

  test('a fact that was not gathered is a fault of the program', () => {
    const event = { ...eventOf('conclude'), facts: { sisters: [] } }
    expect(() => step(claim, claimIn('concluding').snapshot, event)).toThrow(
      'claim.conclude needs the facts openInvestigationTasks, unreportedVisits',
    )
  })
})

describe('the events that a state takes', () => {
  const lenient = claim.machine.provide({ guards: { complete: () => true } })
  const asked = (snapshot: JsonObject, type: string) =>
    lenient.getTransitionData(lenient.resolveState(snapshot as never), {
      type,
      at: '',
      by: 'system',
      as: 'system',
      payload: {},
      facts: {},
    } as never).length > 0

  test.each(words(claimStates))('are those of the machine itself: %s', (state) => {
    const { snapshot } = claimIn(state)
    if (!snapshot) throw new Error('It is stored')
    expect(taken(claim, snapshot)).toEqual(claim.events.filter((event) => asked(snapshot, event)))
  })
})

describe('possible actions', () => {
  test('the main next step comes first, with what it lacks before anything is filled in', () => {
    const [first] = actionsOf(claimIn('registered'), ['csEngineer'])
    expect(first).toEqual({
      event: 'acknowledge',
      missing: [{ code: 'promisedAnswerDate', source: 'input', field: 'promisedAnswerAt', params: {}, hint: false }],
    })
    expect(actionsOf(claimIn('concluding'), ['analyst'])[0]?.event).toBe('conclude')
    expect(actionsOf(claimIn('decision'), ['csLead'])[0]?.event).toBe('propose')
    expect(actionsOf(waitingFor('customer'), ['csEngineer'])[0]?.event).toBe('provideInformation')
    expect(actionsOf(claimIn('closing'), ['csEngineer'])[0]?.event).toBe('close')
  })

  test('what the state does not take is absent, what the case blocks is listed', () => {
    const waiting = actionsOf(waitingFor('customer'), ['analyst'])
    const codes = waiting.find(({ event }) => event === 'conclude')?.missing.map(({ code }) => code)
    expect(codes).toContain('customerAwaited')
    expect(waiting.map(({ event }) => event)).not.toContain('propose')
  })

  test('what nobody of these may send is absent: deadlines, other rounds, other people’s proposals', () => {
    const events = (on: ClaimOnItsWay, actors: Actor[], by?: string, change = {}) =>
      actionsOf(on, actors, by, change).map(({ event }) => event)
    expect(events(claimIn('collecting'), ['csLead', 'management'])).not.toContain('deadlinePassed')
    expect(events(claimIn('collecting'), ['csLead'])).not.toContain('tasksAnswered')
    expect(events(claimIn('disputed'), ['management'])).not.toContain('reviseOffer')
    expect(events(claimIn('disputed'), ['management', 'csLead'])).toContain('reviseOffer')
    const pending = () => claimIn('decision').send('propose', { by: 'lead-1', facts: { proposal: oneStep } })
    expect(events(pending(), ['csLead'], 'quality-1')).toContain('approve')
    expect(events(pending(), ['csLead'], 'quality-1')).not.toContain('withdrawProposal')
    expect(events(pending(), ['csLead'], 'stranger', { approver: null })).not.toContain('approve')
    expect(events(pending(), ['csLead'], 'lead-1')).toContain('withdrawProposal')
  })

  test('a person with two roles is told of the one that lacks less', () => {
    const reopened = claimIn('closed')
    reopened.context.reopenings = 2
    const codes = (actors: Actor[]) =>
      actionsOf(reopened, actors)
        .find(({ event }) => event === 'reopen')
        ?.missing.map(({ code }) => code)
    expect(codes(['csLead'])).toEqual(['reason', 'thirdReopening'])
    expect(codes(['csLead', 'management'])).toEqual(['reason'])
  })

  test('a draft can be registered or discarded', () => {
    const drafts = possible(
      claim,
      null,
      () => ['csEngineer'],
      { by: 'e', at: monday },
      () => ({ givenItems: [] }),
    )
    expect(drafts.map(({ event }) => event)).toEqual(['register', 'discard'])
  })
})

describe('snapshots', () => {
  test('states are the leaves of all regions in order, open while something is to be done', () => {
    const { snapshot } = improvementIn('rootCause')
    expect(snapshot && statesOf(claim, snapshot)).toEqual({
      leaves: ['collecting', 'nothing', 'rootCause'],
      open: true,
      tags: ['open', 'improving'],
    })
  })

  test('a stored snapshot stays small and is plain JSON', () => {
    const { snapshot } = claimIn('closing')
    expect(Object.keys(snapshot ?? {})).toEqual(['value', 'context'])
    expect(JSON.stringify(snapshot).length).toBeLessThan(1000)
  })

  test('one that does not fit the chart is not stepped', () => {
    const { value, context } = claimIn('offered').snapshot ?? {}
    const { severity, ...older } = context as JsonObject
    expect(severity).toBe('minor')
    expect(() => statesOf(claim, { value, context: older } as JsonObject)).toThrow('an upgrade step is missing')
    expect(() => statesOf(claim, { value: { handling: 'closed' }, context } as JsonObject)).toThrow(
      'an upgrade step is missing',
    )
    expect(() =>
      statesOf(claim, { value: { ...(value as JsonObject), handling: 'renamed' }, context } as JsonObject),
    ).toThrow()
  })

  test('it is brought through every version between', () => {
    const chart: Chart = {
      ...claim,
      version: 3,
      upgrades: { 1: (old) => ({ ...old, a: 1 }), 2: (old) => ({ ...old, b: old.a ?? 0 }) },
    }
    expect(upgrade(chart, 1, {})).toEqual({ a: 1, b: 1 })
    expect(upgrade(chart, 3, {})).toEqual({})
    expect(() => upgrade(chart, 0, {})).toThrow('no upgrade step from version 0')
  })
})
