// What a step asks the engine to do: letters, clocks with their terms, surveys, tasks, merges.
import { describe, expect, test } from 'vitest'
import type { Effect } from '../../server/workflows/chart.ts'
import { claimIn, improvementIn, reopenedTimes, twoLines, waitingFor } from './claim-paths.ts'
import { ClaimOnItsWay, daysLater, payloads } from './claim-world.ts'

function named(effects: Effect[], name: string): Effect['params'][] {
  return effects.filter((effect) => effect.name === name).map(({ params }) => params)
}

function started(effects: Effect[], clock: string): Effect['params'][] {
  return named(effects, 'startClock').filter((params) => params.clock === clock)
}

describe('clocks', () => {
  test('the answer is due by the promised date while it lies ahead', () => {
    const { promisedAnswerAt } = payloads.acknowledge
    expect(started(claimIn('screening').effects, 'answer')).toEqual([{ clock: 'answer', notAfter: promisedAnswerAt }])
    const revived = claimIn('withdrawn').at(daysLater(1)).send('revive')
    expect(started(revived.effects, 'answer')).toEqual([{ clock: 'answer', notAfter: promisedAnswerAt }])
    const late = claimIn('withdrawn').at(daysLater(30)).send('revive')
    expect(started(late.effects, 'answer')).toEqual([{ clock: 'answer' }])
  })

  test('inside answering the answer clock goes on', () => {
    for (const state of ['collecting', 'concluding', 'decision', 'approval'] as const) {
      expect(started(claimIn(state).effects, 'answer')).toEqual([])
    }
    expect(started(claimIn('disputed').effects, 'answer')).toHaveLength(1)
  })

  test('one clock per line; the replacement period of the account overrides the default', () => {
    const accept = (replacementDays: number | null) =>
      claimIn('offered').send('customerAccepts', { facts: { linesToExecute: twoLines, replacementDays } }).effects
    expect(started(accept(20), 'settlement')).toEqual([
      { clock: 'settlement', lineId: 'line-1', kind: 'priceAllowance' },
      { clock: 'settlement', lineId: 'line-2', kind: 'replacement', days: 20 },
    ])
    expect(started(accept(null), 'settlement')[1]).toEqual({
      clock: 'settlement',
      lineId: 'line-2',
      kind: 'replacement',
    })
  })

  test('an executed line stops its own clock', () => {
    const claim = claimIn('settlement').send('executeLine', { facts: { linesToExecute: twoLines } })
    expect(claim.effects).toEqual([{ name: 'stopClock', params: { clock: 'settlement', lineId: 'line-1' } }])
  })

  test('containment stops when complete, and starts again where it was left open', () => {
    const sisters = [
      { pieceId: 'coil-2', name: 'C-2', heat: 'H-1', outcome: null },
      { pieceId: 'coil-3', name: 'C-3', heat: 'H-1', outcome: null },
    ]
    const claim = claimIn('collecting')
    expect(started(claim.effects, 'containment')).toHaveLength(1)
    const half = { pieces: [{ pieceId: 'coil-2', outcome: 'held' as const }], none: null }
    claim.send('recordContainment', { payload: half, facts: { sisters } })
    expect([claim.effects, claim.context.containment]).toEqual([[], 'open'])
    const other = { pieces: [{ pieceId: 'coil-3', outcome: 'released' as const }], none: null }
    const recorded = sisters.map((sister) =>
      sister.pieceId === 'coil-2' ? { ...sister, outcome: 'held' as const } : sister,
    )
    claim.send('recordContainment', { payload: other, facts: { sisters: recorded } })
    expect(claim.effects).toEqual([{ name: 'stopClock', params: { clock: 'containment' } }])
    expect(
      started(claim.send('startConclusion').send('conclude').send('returnToInvestigation').effects, 'containment'),
    ).toEqual([])
    const declined = claimIn('screening').send('declineFormally').send('customerDisputes').send('reinvestigate')
    expect(started(declined.effects, 'containment')).toHaveLength(1)
  })

  test('new items make a containment that was none open again', () => {
    const claim = claimIn('concluding').send('amend')
    expect(claim.context.containment).toBe('open')
    expect(claim.effects).toEqual([{ name: 'startClock', params: { clock: 'containment' } }])
    expect(claim.lacks('conclude')).toEqual(['containmentOpen'])
    expect(claimIn('concluding').send('amend', { payload: { items: null, stage: 'delivery' } }).effects).toEqual([])
  })

  test('a changed severity computes running clocks anew', () => {
    const changed = claimIn('collecting').send('changeSeverity', { payload: { severity: 'critical' } })
    expect(named(changed.effects, 'recomputeClocks')).toEqual([{ severity: 'critical' }])
    const accepted = claimIn('screening').send('acceptForInvestigation', { payload: { severity: 'critical' } })
    expect(named(accepted.effects, 'recomputeClocks')).toEqual([{ severity: 'critical' }])
    expect(named(claimIn('collecting').effects, 'recomputeClocks')).toEqual([])
  })

  test('waiting pauses our clocks with its reason and resumes them', () => {
    const clocks = ['screen', 'answer', 'statusUpdate']
    expect(named(waitingFor('customer').effects, 'pauseClocks')).toEqual([{ reason: 'customer', clocks }])
    const sample = waitingFor('customer').send('awaitSample')
    expect(named(sample.effects, 'resumeClocks')).toEqual([{ reason: 'customer', clocks }])
    expect(named(sample.effects, 'pauseClocks')).toEqual([{ reason: 'sample', clocks }])
    expect(named(claimIn('offered').effects, 'pauseClocks')).toEqual([{ reason: 'offered', clocks: ['statusUpdate'] }])
  })
})

describe('passed clocks', () => {
  test('silence on an offer escalates to the lead, then to the key-customer manager, each time anew', () => {
    const claim = claimIn('offered')
    const silence = () => claim.send('deadlinePassed', { payload: { clock: 'offerAnswer' } }).effects
    const anew = [
      { name: 'stopClock', params: { clock: 'offerAnswer' } },
      { name: 'startClock', params: { clock: 'offerAnswer' } },
    ]
    expect(silence()).toEqual([{ name: 'escalate', params: { clock: 'offerAnswer', to: 'csLead' } }, ...anew])
    expect(silence()).toEqual([
      { name: 'escalate', params: { clock: 'offerAnswer', to: 'keyCustomerManager' } },
      ...anew,
    ])
  })

  test('an interim message is queued, and its clock starts anew', () => {
    const claim = claimIn('collecting').send('deadlinePassed', { payload: { clock: 'statusUpdate' } })
    expect(claim.effects.map(({ name }) => name)).toEqual(['letter', 'stopClock', 'startClock'])
    expect(named(claim.effects, 'letter')).toEqual([{ kind: 'interim' }])
  })

  test('every other clock is escalated as its policy says', () => {
    const late = claimIn('settlement').send('deadlinePassed', { payload: { clock: 'settlement', lineId: 'line-1' } })
    expect(late.effects).toEqual([{ name: 'escalate', params: { clock: 'settlement', lineId: 'line-1' } }])
    const after = claimIn('closed')
      .send('requireImprovement')
      .send('startImprovement')
      .send('chooseActions')
      .send('implementActions')
    expect(after.send('deadlinePassed', { payload: { clock: 'effectiveness' } }).effects).toEqual([
      { name: 'escalate', params: { clock: 'effectiveness' } },
    ])
  })
})

describe('ends', () => {
  test('closed, declined and closed in dispute are surveyed, the other ends are not', () => {
    for (const state of ['closed', 'declined', 'closedDisputed'] as const) {
      expect(named(claimIn(state).effects, 'survey'), state).toEqual([{}])
    }
    for (const state of ['lapsed', 'withdrawn', 'merged', 'discarded'] as const) {
      expect(named(claimIn(state).effects, 'survey'), state).toEqual([])
    }
  })

  test('a second survey comes only after 30 days', () => {
    expect(named(reopenedTimes(1).effects, 'survey')).toEqual([])
    const later = (days: number) => {
      const claim = claimIn('closed')
        .at(daysLater(days))
        .send('reopen')
        .send('startConclusion')
        .send('conclude')
        .send('propose')
      return claim
        .send('customerAccepts', { facts: { linesToExecute: [] } })
        .send('close', { facts: { linesToExecute: [] } })
    }
    expect(named(later(29.9).effects, 'survey')).toEqual([])
    expect(named(later(30).effects, 'survey')).toEqual([{}])
  })

  test('open tasks are cancelled with the claim, those of begun improvement stay', () => {
    for (const state of ['lapsed', 'withdrawn', 'closed', 'declined'] as const) {
      expect(named(claimIn(state).effects, 'cancelTasks'), state).toMatchObject([
        { purposes: ['investigation', 'settlement'] },
      ])
    }
    expect(named(improvementIn('waived').effects, 'cancelTasks')).toMatchObject([{ purposes: ['improvement'] }])
  })

  test('a merge moves tasks and items, and cancels nothing', () => {
    expect(claimIn('merged').effects.filter(({ name }) => !name.endsWith('Clock'))).toEqual([
      { name: 'moveToTarget', params: { targetId: 'claim-2' } },
    ])
  })

  test('the letter of a lapsed claim is queued', () => {
    expect(named(claimIn('lapsed').effects, 'letter')).toEqual([{ kind: 'lapsed' }])
  })
})

describe('work', () => {
  test('registration looks for duplicates and takes the severity that was said', () => {
    const claim = new ClaimOnItsWay().send('register', { payload: { severity: 'major' } })
    expect(named(claim.effects, 'lookUpDuplicates')).toEqual([{}])
    expect(claim.context.severity).toBe('major')
    expect(claimIn('registered').context.severity).toBe('minor')
  })

  test('a sent task is one for the investigation unless said otherwise', () => {
    expect(named(claimIn('collecting').send('sendTask').effects, 'createTask')).toEqual([
      { ...payloads.sendTask, purpose: 'investigation' },
    ])
    const other = claimIn('collecting').send('sendTask', { payload: { purpose: 'improvement' } })
    expect(other.context.investigationTasks).toBe(0)
  })

  test('a returned answer goes back to its department in the same step', () => {
    expect(named(claimIn('concluding').send('returnAnswer').effects, 'rejectTaskAnswer')).toEqual([
      payloads.returnAnswer,
    ])
  })

  test('a visit is opened, a failed 8D tells the lead', () => {
    expect(named(claimIn('offered').send('requestVisit').effects, 'openVisit')).toEqual([
      { reason: 'To look at the line' },
    ])
    expect(named(improvementIn('effectivenessCheck').send('judgeNotEffective').effects, 'notify')).toEqual([
      { who: 'csLead', what: 'judgeNotEffective' },
    ])
  })
})
