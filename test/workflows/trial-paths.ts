// The shortest ordinary way of a trial batch to each of its states.
import type { TrialEvent, TrialState } from '../../schema/trial-vocabulary.ts'
import { CaseOnItsWay } from './case-on-its-way.ts'
import { type Change, trial, trialEvent } from './trial-world.ts'

export type Trial = CaseOnItsWay<TrialEvent, Change>
export const dear = { facts: { cost: { usd: '20000.00', limitUsd: '10000.00', within: false } } }
export const newTrial = (): Trial => new CaseOnItsWay(trial, trialEvent)

export function trialIn(state: TrialState): Trial {
  switch (state) {
    case 'requested':
      return newTrial().send('request')
    case 'requirements':
      return trialIn('requested').send('agreeRequirements')
    case 'feasibility':
      return trialIn('requirements').send('submit')
    case 'approval':
      return trialIn('feasibility').send('confirmFeasible', dear)
    case 'scheduled':
      return trialIn('feasibility').send('confirmFeasible')
    case 'production':
      return trialIn('scheduled').send('reschedule').send('start')
    case 'inspection':
      return trialIn('production').send('produced')
    case 'nonConforming':
      return trialIn('inspection').send('fail')
    case 'rework':
      return trialIn('nonConforming').send('rework')
    case 'shipment':
      return trialIn('inspection').send('pass')
    case 'atCustomer':
      return trialIn('shipment').send('received')
    case 'processing':
      return trialIn('atCustomer').send('startProcessing')
    case 'evaluation':
      return trialIn('processing').send('recordProcessing')
    case 'adopted':
      return trialIn('evaluation').send('approveForSupply')
    case 'rejected':
      return trialIn('evaluation').send('reject')
    case 'declined':
      return trialIn('requested').send('decline')
    case 'stopped':
      return trialIn('production').send('stop')
    case 'cancelled':
      return trialIn('requested').send('cancel')
  }
}
