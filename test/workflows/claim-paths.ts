// The shortest ordinary way of a claim to each of its states.
import type { ClaimImprovementState, ClaimState } from '../../schema/claim-vocabulary.ts'
import { ClaimOnItsWay, daysLater, facts } from './claim-world.ts'

export const oneStep = {
  number: 1,
  hash: 'hash-1',
  route: [{ needed: 1, of: ['headOfQuality' as const] }],
  possibleApprovers: [['quality-1', 'quality-2']],
}

/** A claim that has just come to this state of its handling. */
export function claimIn(state: ClaimState, severity: 'minor' | 'critical' = 'minor'): ClaimOnItsWay {
  const on = (before: ClaimState) => claimIn(before, severity)
  switch (state) {
    case 'registered':
      return new ClaimOnItsWay().send('register')
    case 'discarded':
      return new ClaimOnItsWay().send('discard')
    case 'screening':
      return on('registered').send('acknowledge')
    case 'collecting':
      return on('screening').send('acceptForInvestigation', { payload: { severity } })
    case 'concluding':
      return on('collecting').send('sendTask').send('recordContainment').send('tasksAnswered')
    case 'decision':
      return on('concluding').send('conclude')
    case 'approval':
      return on('decision').send('propose', { facts: { proposal: oneStep } })
    case 'offered':
      return on('decision').send('propose')
    case 'disputed':
      return on('offered').send('customerDisputes')
    case 'settlement':
      return on('offered').send('customerAccepts')
    case 'closing':
      return on('settlement').send('executeLine')
    case 'closed':
      return on('closing').send('close', { facts: { linesToExecute: [] } })
    case 'closedDisputed':
      return on('disputed').send('closeDisputed')
    case 'declined':
      return on('decision').send('declineFormally')
    case 'lapsed':
      return on('screening')
        .send('requestInformation')
        .send('deadlinePassed', { payload: { clock: 'customerInformation' } })
    case 'withdrawn':
      return on('screening').send('withdraw')
    case 'merged':
      return on('screening').send('merge')
  }
}

/** A claim in collecting whose 8D has just come to this state. */
export function improvementIn(state: ClaimImprovementState): ClaimOnItsWay {
  switch (state) {
    case 'notRequired':
      return claimIn('collecting')
    case 'required':
      return claimIn('collecting', 'critical')
    case 'rootCause':
      return improvementIn('required').send('startImprovement')
    case 'actionsChosen':
      return improvementIn('rootCause').send('chooseActions')
    case 'effectivenessCheck':
      return improvementIn('actionsChosen').send('implementActions')
    case 'prevention':
      return improvementIn('effectivenessCheck').send('judgeEffective')
    case 'completed':
      return improvementIn('prevention').send('completeImprovement')
    case 'waived':
      return improvementIn('required').send('waiveImprovement')
  }
}

/** A claim that waits for the customer's answer, or for a sample. */
export function waitingFor(what: 'customer' | 'sample', state: ClaimState = 'concluding'): ClaimOnItsWay {
  return claimIn(state).send(what === 'customer' ? 'requestInformation' : 'awaitSample')
}

export const twoLines = [
  ...facts.linesToExecute,
  { id: 'line-2', position: 2, kind: 'replacement' as const, departmentId: 'logistics' },
]

/** A claim whose customer has disputed this often. */
export function disputedTimes(rounds: number): ClaimOnItsWay {
  const claim = claimIn('disputed')
  for (let round = 1; round < rounds; round++) {
    const number = round + 1
    claim.send('reviseOffer')
    claim.send('propose', { facts: { proposal: { number, hash: `hash-${number}`, route: [], possibleApprovers: [] } } })
    claim.send('customerDisputes')
  }
  return claim
}

/** A claim that has been closed and reopened this often, and is closed again. */
export function reopenedTimes(times: number): ClaimOnItsWay {
  const claim = claimIn('closed')
  for (let time = 0; time < times; time++) {
    claim.at(daysLater(1, claim.now)).send('reopen').send('startConclusion').send('conclude').send('propose')
    claim.send('customerAccepts', { facts: { linesToExecute: [] } }).send('close', { facts: { linesToExecute: [] } })
  }
  return claim
}
