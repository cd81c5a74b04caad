// The approval route: n different people of each step, nobody who proposed, nobody twice, and what they saw.
import { describe, expect, test } from 'vitest'
import type { RouteStep } from '../../schema/json.ts'
import { claimIn } from './claim-paths.ts'
import type { ClaimOnItsWay } from './claim-world.ts'

const banks: RouteStep[] = [
  { needed: 2, of: ['commercialDirector', 'finance', 'headOfQuality'] },
  { needed: 2, of: ['management'] },
]
const proposal = {
  number: 1,
  hash: 'hash-1',
  route: banks,
  possibleApprovers: [
    ['c', 'f', 'q'],
    ['m', 'n', 'o'],
  ],
}

function proposedBy(by = 'lead-1'): ClaimOnItsWay {
  return claimIn('decision').send('propose', { by, facts: { proposal } })
}

describe('n of m', () => {
  test('two of three, then two of management, each step with its own clock', () => {
    const claim = proposedBy()
    expect(claim.effects).toContainEqual({ name: 'startClock', params: { clock: 'approval', step: 0 } })
    claim.send('approve', { by: 'f' })
    expect(claim.states[0]).toBe('approval')
    expect(claim.effects).toEqual([])
    claim.send('approve', { by: 'q' })
    expect(claim.states[0]).toBe('approval')
    expect(claim.effects).toEqual([
      { name: 'stopClock', params: { clock: 'approval' } },
      { name: 'startClock', params: { clock: 'approval', step: 1 } },
      { name: 'notify', params: { who: 'approvers', what: 'approve', step: 1 } },
    ])
    claim.send('approve', { by: 'm' })
    expect(claim.states[0]).toBe('approval')
    claim.send('approve', { by: 'o' })
    expect(claim.states[0]).toBe('offered')
    expect(claim.context.proposal).toBeNull()
  })

  test('the same person may approve in two steps, but not twice in one', () => {
    const claim = proposedBy().send('approve', { by: 'f' })
    expect(claim.lacks('approve', { by: 'f' })).toEqual(['approvedAlready'])
    expect(claim.send('approve', { by: 'q' }).send('approve', { by: 'f' }).states[0]).toBe('approval')
  })

  test('a deputy does not count beside the person stood in for', () => {
    const claim = proposedBy().send('approve', { by: 'f' })
    expect(claim.lacks('approve', { by: 'd', facts: { approver: { onBehalfOf: 'f' } } })).toEqual(['approvedAlready'])
    const deputy = proposedBy().send('approve', { by: 'd', facts: { approver: { onBehalfOf: 'f' } } })
    expect(deputy.lacks('approve', { by: 'f' })).toEqual(['approvedAlready'])
    expect(deputy.lacks('approve', { by: 'd', facts: { approver: { onBehalfOf: 'q' } } })).toEqual(['approvedAlready'])
  })
})

describe('who may approve', () => {
  test('nobody who proposed on this claim, also not a proposal of another', () => {
    const claim = proposedBy('f').send('withdrawProposal', { by: 'f' })
    const second = { ...proposal, number: 2, hash: 'hash-2' }
    claim.send('propose', { by: 'lead-2', facts: { proposal: second } })
    expect(claim.lacks('approve', { by: 'f', payload: { number: 2, hash: 'hash-2' } })).toEqual(['ownProposal'])
    expect(claim.lacks('approve', { by: 'lead-2', payload: { number: 2, hash: 'hash-2' } })).toEqual(['ownProposal'])
  })

  test('nobody who stands in for a proposer', () => {
    const claim = proposedBy('f')
    expect(claim.lacks('approve', { by: 'd', facts: { approver: { onBehalfOf: 'f' } } })).toEqual([
      'representsProposer',
    ])
  })

  test('nobody without a place in the current step', () => {
    const outside = { by: 'x', facts: { approver: null } }
    expect(proposedBy().refusal('approve', outside)).toEqual({ kind: 'notAllowed' })
    expect(proposedBy().refusal('sendBack', outside)).toEqual({ kind: 'notAllowed' })
  })

  test('only the proposer withdraws the proposal', () => {
    expect(proposedBy('lead-1').refusal('withdrawProposal', { by: 'lead-2' })).toEqual({ kind: 'notAllowed' })
    expect(proposedBy('lead-1').send('withdrawProposal', { by: 'lead-1' }).states[0]).toBe('decision')
  })

  test('a step must have enough possible approvers besides the proposers', () => {
    const few = {
      ...proposal,
      possibleApprovers: [
        ['lead-1', 'q'],
        ['m', 'm', 'n'],
      ],
    }
    const claim = claimIn('decision')
    expect(claim.refusal('propose', { by: 'lead-1', facts: { proposal: few } })).toEqual({
      kind: 'invalid',
      missing: [
        {
          code: 'tooFewApprovers',
          source: 'case',
          field: null,
          params: { step: 1, needed: 2, possible: 1 },
          hint: false,
        },
      ],
    })
    expect(claimIn('decision').lacks('declineFormally', { by: 'lead-1', facts: { proposal: few } })).toEqual([
      'tooFewApprovers',
    ])
    expect(claim.send('propose', { by: 'lead-2', facts: { proposal: few } }).states[0]).toBe('approval')
  })
})

describe('what is approved', () => {
  test('the number and the fingerprint that the approver saw', () => {
    const claim = proposedBy()
    expect(claim.lacks('approve', { by: 'f', payload: { number: 3 } })).toEqual(['proposalReplaced'])
    expect(claim.lacks('approve', { by: 'f', payload: { hash: 'other' } })).toEqual(['proposalChanged'])
  })

  test('a proposal that was sent back is not approved after the next was made', () => {
    const claim = proposedBy().send('sendBack', { by: 'f' })
    expect(claim.effects).toContainEqual({ name: 'markProposal', params: { number: 1, state: 'sentBack' } })
    claim.send('propose', { facts: { proposal: { ...proposal, number: 2, hash: 'hash-2' } } })
    expect(claim.lacks('approve', { by: 'f', payload: { number: 1, hash: 'hash-1' } })).toEqual(['proposalReplaced'])
    expect(claim.send('approve', { by: 'f', payload: { number: 2, hash: 'hash-2' } }).states[0]).toBe('approval')
  })

  test('a new offer replaces the one before', () => {
    const claim = claimIn('offered').send('withdrawOffer')
    claim.send('propose', { facts: { proposal: { number: 2, hash: 'hash-2', route: [], possibleApprovers: [] } } })
    expect(claim.effects.filter(({ name }) => name === 'markProposal')).toEqual([
      { name: 'markProposal', params: { number: 1, state: 'replaced' } },
      { name: 'markProposal', params: { number: 2, state: 'approved' } },
    ])
  })

  test('a withdrawn claim takes its pending proposal along', () => {
    const claim = proposedBy().send('withdraw')
    expect(claim.effects).toContainEqual({ name: 'markProposal', params: { number: 1, state: 'withdrawn' } })
    expect(claim.context.proposal).toBeNull()
  })
})
