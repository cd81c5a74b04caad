// Who may send an event depends on how often it came before; and how long the ways back stay open.
import { describe, expect, test } from 'vitest'
import { claimIn, disputedTimes, improvementIn, reopenedTimes } from './claim-paths.ts'
import { claim, daysLater, monday } from './claim-world.ts'

const notAllowed = { kind: 'notAllowed' }

describe('counters', () => {
  test('the third request for information is the lead’s', () => {
    const asked = claimIn('screening')
    for (let time = 0; time < 2; time++)
      asked.send('requestInformation', { as: 'csEngineer' }).send('provideInformation')
    expect(asked.refusal('requestInformation', { as: 'csEngineer' })).toEqual(notAllowed)
    expect(asked.refusal('requestInformation', { as: 'analyst' })).toEqual(notAllowed)
    expect(asked.send('requestInformation', { as: 'csLead' }).states[1]).toBe('customer')
  })

  test('from the third round on management decides a dispute', () => {
    for (const event of ['reinvestigate', 'reviseOffer'] as const) {
      expect(disputedTimes(2).refusal(event, { as: 'management' })).toEqual(notAllowed)
      expect(disputedTimes(2).send(event, { as: 'csLead' }).states[0]).not.toBe('disputed')
      expect(disputedTimes(3).refusal(event, { as: 'csLead' })).toEqual(notAllowed)
      expect(disputedTimes(3).send(event, { as: 'management' }).states[0]).not.toBe('disputed')
    }
  })

  test('the third reopening is management’s, and the lead is told so', () => {
    expect(reopenedTimes(1).send('reopen', { as: 'csLead' }).states[0]).toBe('collecting')
    expect(reopenedTimes(1).refusal('reopen', { as: 'management' })).toEqual(notAllowed)
    expect(reopenedTimes(2).lacks('reopen', { as: 'csLead' })).toEqual(['thirdReopening'])
    expect(reopenedTimes(2).send('reopen', { as: 'management' }).context.reopenings).toBe(3)
  })

  test('only management gives up the 8D of a critical claim', () => {
    expect(improvementIn('rootCause').refusal('waiveImprovement', { as: 'csLead' })).toEqual(notAllowed)
    expect(improvementIn('rootCause').send('waiveImprovement', { as: 'management' }).states[2]).toBe('waived')
    const minor = claimIn('collecting').send('requireImprovement')
    expect(minor.refusal('waiveImprovement', { as: 'management' })).toEqual(notAllowed)
    expect(minor.send('waiveImprovement', { as: 'csLead' }).states[2]).toBe('waived')
  })

  test('nobody but the system passes a deadline or reports answered tasks', () => {
    expect(claimIn('collecting').refusal('tasksAnswered', { as: 'csLead' })).toEqual(notAllowed)
    expect(claimIn('collecting').refusal('deadlinePassed', { as: 'management' })).toEqual(notAllowed)
  })

  test('a draft has no counters yet', () => {
    for (const event of claim.events) expect(() => claim.narrowedTo(event, {})).not.toThrow()
  })
})

describe('ways back', () => {
  test('a closed claim is reopened for 90 days', () => {
    expect(claimIn('closed').at(daysLater(90)).send('reopen').states[0]).toBe('collecting')
    expect(claimIn('closed').at(daysLater(90.01)).lacks('reopen')).toEqual(['tooLateToReopen'])
    expect(claimIn('closedDisputed').at(daysLater(90.01)).lacks('reopen')).toEqual(['tooLateToReopen'])
  })

  test('a refusal is disputed for 90 days, each dispute a round', () => {
    expect(claimIn('declined').at(daysLater(90)).send('customerDisputes').context.round).toBe(1)
    expect(claimIn('declined').at(daysLater(90.01)).lacks('customerDisputes')).toEqual(['tooLateToDispute'])
  })

  test('an offer is disputed for as long as it is out', () => {
    const late = claimIn('declined').at(daysLater(10)).send('customerDisputes').send('reviseOffer').send('propose')
    expect(late.at(daysLater(300)).send('customerDisputes').context.round).toBe(2)
  })

  test('after a formal refusal no offer stands', () => {
    const disputed = claimIn('offered').send('withdrawOffer').send('declineFormally').send('customerDisputes')
    expect(disputed.lacks('customerAccepts')).toEqual(['noOffer'])
    const revised = claimIn('disputed').send('reviseOffer').send('declineFormally').send('customerDisputes')
    expect(revised.lacks('customerAccepts')).toEqual(['noOffer'])
    expect(disputed.send('closeDisputed', { payload: { offerOpenUntil: null } }).lacks('customerAccepts')).toEqual([
      'noOffer',
    ])
  })

  test('the last offer of a claim closed in dispute is accepted while it is open', () => {
    const until = daysLater(20)
    const closed = () => claimIn('disputed').send('closeDisputed', { payload: { offerOpenUntil: until } })
    expect(closed().at(until).send('customerAccepts').states[0]).toBe('settlement')
    expect(closed().at(daysLater(20.5)).lacks('customerAccepts')).toEqual(['offerExpired'])
    expect(claimIn('disputed').lacks('closeDisputed', { payload: { offerOpenUntil: null } })).toEqual([
      'offerOpenUntil',
    ])
    expect(claimIn('disputed').lacks('closeDisputed', { payload: { offerOpenUntil: monday } })).toEqual([
      'offerOpenUntilPassed',
    ])
  })

  test('merged claims are separated until the other claim’s accepted offer covers them', () => {
    expect(claimIn('merged').lacks('unmerge', { facts: { targetSettled: true } })).toEqual(['targetSettled'])
    const back = claimIn('merged').send('unmerge')
    expect(back.effects).toContainEqual({ name: 'returnFromTarget', params: { targetId: 'claim-2' } })
    expect(back.context.mergedInto).toBeNull()
  })
})
