// Every row of the claim's three tables: from, event, to.
import { describe, expect, test } from 'vitest'
import type { ClaimEvent, ClaimState } from '../../schema/claim-vocabulary.ts'
import { claimIn, disputedTimes, improvementIn, oneStep, twoLines, waitingFor } from './claim-paths.ts'
import { type Change, ClaimOnItsWay } from './claim-world.ts'

const none = { facts: { linesToExecute: [] } }
const byRoute = { facts: { proposal: oneStep } }
const approval: Change<'approve'> = { by: 'quality-1' }
const passed = (clock: 'offerAnswer' | 'customerInformation' | 'sampleArrival', more: Change['facts'] = {}) => ({
  payload: { clock },
  facts: more,
})

const handling: [ClaimState, ClaimEvent, ClaimState, Change?][] = [
  ['registered', 'amend', 'registered'],
  ['screening', 'amend', 'screening'],
  ['collecting', 'amend', 'collecting'],
  ['concluding', 'amend', 'concluding'],
  ['registered', 'acknowledge', 'screening'],
  ['screening', 'acceptForInvestigation', 'collecting'],
  ['screening', 'declineFormally', 'declined'],
  ['screening', 'declineFormally', 'approval', byRoute],
  ['decision', 'declineFormally', 'declined'],
  ['decision', 'declineFormally', 'approval', byRoute],
  ['screening', 'merge', 'merged'],
  ['collecting', 'merge', 'merged'],
  ['concluding', 'merge', 'merged'],
  ['collecting', 'sendTask', 'collecting'],
  ['concluding', 'sendTask', 'collecting'],
  ['collecting', 'recordContainment', 'collecting'],
  ['concluding', 'recordContainment', 'concluding'],
  ['collecting', 'tasksAnswered', 'concluding'],
  ['collecting', 'startConclusion', 'concluding'],
  ['concluding', 'returnAnswer', 'collecting'],
  ['concluding', 'conclude', 'decision'],
  ['decision', 'returnToInvestigation', 'collecting'],
  ['decision', 'propose', 'offered'],
  ['decision', 'propose', 'approval', byRoute],
  ['approval', 'approve', 'offered', approval],
  ['approval', 'sendBack', 'decision'],
  ['approval', 'withdrawProposal', 'decision'],
  ['offered', 'customerAccepts', 'settlement'],
  ['offered', 'customerAccepts', 'closing', none],
  ['offered', 'customerDisputes', 'disputed'],
  ['offered', 'withdrawOffer', 'decision'],
  ['offered', 'deadlinePassed', 'settlement', passed('offerAnswer', { silenceAccepts: true })],
  ['offered', 'deadlinePassed', 'closing', passed('offerAnswer', { silenceAccepts: true, linesToExecute: [] })],
  ['offered', 'deadlinePassed', 'offered', passed('offerAnswer')],
  ['disputed', 'reinvestigate', 'collecting'],
  ['disputed', 'reviseOffer', 'decision'],
  ['disputed', 'customerAccepts', 'settlement'],
  ['disputed', 'customerAccepts', 'closing', none],
  ['disputed', 'closeDisputed', 'closedDisputed'],
  ['settlement', 'executeLine', 'settlement', { facts: { linesToExecute: twoLines } }],
  ['settlement', 'executeLine', 'closing'],
  ['settlement', 'reviseSettlement', 'decision'],
  ['closing', 'reviseSettlement', 'decision'],
  ['closing', 'close', 'closed', none],
  ['closed', 'reopen', 'collecting'],
  ['closedDisputed', 'reopen', 'collecting'],
  ['closedDisputed', 'customerAccepts', 'settlement'],
  ['closedDisputed', 'customerAccepts', 'closing', none],
  ['declined', 'customerDisputes', 'disputed'],
  ['lapsed', 'revive', 'screening'],
  ['withdrawn', 'revive', 'screening'],
  ['merged', 'unmerge', 'screening'],
]

const openStates: ClaimState[] = [
  'registered',
  'screening',
  'collecting',
  'concluding',
  'decision',
  'approval',
  'offered',
  'disputed',
  'settlement',
]

describe('handling', () => {
  test.each(handling)('%s, %s → %s', (from, event, to, change) => {
    expect(claimIn(from).send(event, change).states[0]).toBe(to)
  })

  test('a draft is registered or discarded, and has no states before', () => {
    expect(new ClaimOnItsWay().send('register').last).toMatchObject({
      from: [],
      to: ['registered', 'nothing', 'notRequired'],
      open: true,
    })
    expect(new ClaimOnItsWay().send('discard').last).toMatchObject({
      from: [],
      to: ['discarded', 'nothing', 'notRequired'],
      open: false,
    })
  })

  test.each(openStates)('%s can be withdrawn, visited, changed in severity, reassigned', (state) => {
    expect(claimIn(state).send('withdraw').states[0]).toBe('withdrawn')
    for (const event of ['requestVisit', 'changeSeverity', 'reassign'] as const) {
      expect(claimIn(state).send(event).states[0]).toBe(state)
    }
  })

  test('a claim in closing is withdrawn only when no line was executed', () => {
    expect(claimIn('closing').lacks('withdraw')).toEqual(['linesExecuted'])
    expect(claimIn('offered').send('customerAccepts', none).send('withdraw').states[0]).toBe('withdrawn')
  })

  test('a refusal that is approved ends declined, not offered', () => {
    const claim = claimIn('decision').send('declineFormally', byRoute).send('approve', approval)
    expect(claim.states[0]).toBe('declined')
    expect(claim.effects).toContainEqual({
      name: 'letter',
      params: { kind: 'refusal', body: 'We regret', proposal: 1 },
    })
  })

  test('only a draft registers, and nothing follows a discarded one', () => {
    expect(claimIn('screening').refusal('register').kind).toBe('wrongState')
    for (const event of ['requireImprovement', 'reassign', 'requestInformation', 'deadlinePassed'] as const) {
      expect(claimIn('discarded').refusal(event)).toEqual({
        kind: 'wrongState',
        states: ['discarded', 'nothing', 'notRequired'],
        allowed: [],
      })
    }
  })
})

describe('waiting', () => {
  const mayWait: ClaimState[] = ['screening', 'collecting', 'concluding', 'decision', 'disputed']

  test.each(mayWait)('%s may wait for the customer or a sample', (state) => {
    expect(waitingFor('customer', state).states.slice(0, 2)).toEqual([state, 'customer'])
    expect(waitingFor('customer', state).send('awaitSample').states[1]).toBe('sample')
    expect(waitingFor('sample', state).states.slice(0, 2)).toEqual([state, 'sample'])
  })

  test.each(['registered', 'approval', 'offered', 'settlement', 'closing', 'closed', 'merged'] as ClaimState[])(
    '%s may not wait',
    (state) => {
      expect(claimIn(state).refusal('requestInformation').kind).toBe('wrongState')
      expect(claimIn(state).refusal('awaitSample').kind).toBe('wrongState')
    },
  )

  test.each([
    ['customer', 'provideInformation', ['concluding', 'nothing']],
    ['sample', 'receiveSample', ['concluding', 'nothing']],
    ['customer', 'stopWaiting', ['concluding', 'nothing']],
    ['sample', 'stopWaiting', ['concluding', 'nothing']],
    ['customer', 'withdraw', ['withdrawn', 'nothing']],
    ['sample', 'withdraw', ['withdrawn', 'nothing']],
    ['customer', 'merge', ['merged', 'nothing']],
    ['sample', 'merge', ['merged', 'nothing']],
  ] as const)('%s, %s → %j', (what, event, states) => {
    expect(waitingFor(what).send(event).states.slice(0, 2)).toEqual(states)
  })

  test('acceptance of a standing offer ends the waiting as well', () => {
    expect(waitingFor('customer', 'disputed').send('customerAccepts').states.slice(0, 2)).toEqual([
      'settlement',
      'nothing',
    ])
    expect(waitingFor('sample', 'disputed').send('customerAccepts').states.slice(0, 2)).toEqual([
      'settlement',
      'nothing',
    ])
  })

  test('a merge is not taken by the waiting alone', () => {
    expect(waitingFor('customer', 'decision').refusal('merge').kind).toBe('wrongState')
  })

  test('the information that does not come lapses the claim, the sample that does not come is asked for', () => {
    const lapsed = waitingFor('customer').send('deadlinePassed', passed('customerInformation'))
    expect(lapsed.states).toEqual(['lapsed', 'nothing', 'notRequired'])
    const asked = waitingFor('sample').send('deadlinePassed', passed('sampleArrival'))
    expect(asked.states).toEqual(['concluding', 'customer', 'notRequired'])
    expect(asked.effects).toContainEqual({ name: 'letter', params: { kind: 'sampleInquiry' } })
  })

  test('the clock of an information that has come lapses nothing', () => {
    const claim = waitingFor('customer').send('provideInformation')
    expect(claim.send('deadlinePassed', passed('customerInformation')).states[0]).toBe('concluding')
  })
})

describe('improvement', () => {
  test.each([
    ['notRequired', 'requireImprovement', 'required'],
    ['waived', 'requireImprovement', 'required'],
    ['completed', 'requireImprovement', 'required'],
    ['required', 'startImprovement', 'rootCause'],
    ['rootCause', 'chooseActions', 'actionsChosen'],
    ['actionsChosen', 'implementActions', 'effectivenessCheck'],
    ['effectivenessCheck', 'judgeEffective', 'prevention'],
    ['effectivenessCheck', 'judgeNotEffective', 'actionsChosen'],
    ['prevention', 'completeImprovement', 'completed'],
    ['required', 'merge', 'waived'],
    ['required', 'withdraw', 'waived'],
    ['required', 'waiveImprovement', 'waived'],
    ['rootCause', 'waiveImprovement', 'waived'],
    ['actionsChosen', 'waiveImprovement', 'waived'],
    ['effectivenessCheck', 'waiveImprovement', 'waived'],
    ['prevention', 'waiveImprovement', 'waived'],
    ['rootCause', 'merge', 'rootCause'],
    ['rootCause', 'withdraw', 'rootCause'],
  ] as const)('%s, %s → %s', (from, event, to) => {
    expect(improvementIn(from).send(event).states[2]).toBe(to)
  })

  test.each([
    ['irritation', false, 'notRequired'],
    ['minor', false, 'notRequired'],
    ['minor', true, 'required'],
    ['major', false, 'required'],
    ['critical', false, 'required'],
  ] as const)('severity %s, repeat %s: %s', (severity, repeat, state) => {
    const accepted = claimIn('screening').send('acceptForInvestigation', { payload: { severity }, facts: { repeat } })
    expect(accepted.states[2]).toBe(state)
  })

  test('a raised severity asks for an 8D while the claim is open only', () => {
    const raise: Change<'changeSeverity'> = { payload: { severity: 'major' } }
    expect(claimIn('settlement').send('changeSeverity', raise).states[2]).toBe('required')
    expect(claimIn('closed').refusal('changeSeverity', raise).kind).toBe('wrongState')
  })

  test('a second failure goes back to the root cause', () => {
    const again = improvementIn('effectivenessCheck').send('judgeNotEffective').send('implementActions')
    expect(again.send('judgeNotEffective').states[2]).toBe('rootCause')
  })

  test('an ended claim is not waived by a withdrawal it does not take', () => {
    const closed = claimIn('closed').send('requireImprovement')
    expect(closed.refusal('withdraw').kind).toBe('wrongState')
    expect(closed.refusal('merge').kind).toBe('wrongState')
  })

  test('8D that goes on keeps a closed claim on the open lists', () => {
    const claim = claimIn('closed')
    expect(claim.last?.open).toBe(false)
    expect(claim.send('requireImprovement').last?.open).toBe(true)
    expect(claim.send('waiveImprovement').last?.open).toBe(false)
  })
})

test('from the third round on a dispute keeps its way to an offer', () => {
  expect(disputedTimes(3).send('reviseOffer', { as: 'management' }).states[0]).toBe('decision')
})
