// Proposals, lines, ends and the 8D with bad input, and people who may not: refused by type, and no row changed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json.ts'
import { claimIn, type DrivenClaim, newClaim } from '../stories/driven-claim.ts'
import type { Sender, SentEvent } from '../stories/event-inputs.ts'
import { nobody, refused } from '../stories/refused.ts'
import { openWorld, type World } from '../stories/world.ts'

let world: World
let registered: DrivenClaim
let collecting: DrivenClaim
let decision: DrivenClaim
let approval: DrivenClaim
let offered: DrivenClaim
let settlement: DrivenClaim
let closing: DrivenClaim
let required: DrivenClaim
let merged: DrivenClaim

beforeAll(async () => {
  world = await openWorld()
  registered = await newClaim(world)
  collecting = await claimIn(world, 'collecting')
  decision = await claimIn(world, 'decision')
  approval = await claimIn(world, 'approval')
  offered = await claimIn(world, 'offered')
  settlement = await claimIn(world, 'settlement')
  closing = await claimIn(world, 'closing')
  required = await (await claimIn(world, 'collecting')).quickly(['requireImprovement'])
  merged = await claimIn(world, 'merged')
})
afterAll(() => world.close())

describe('settlement and 8D', () => {
  type Line = Parameters<DrivenClaim['lines']>[0]
  const lines =
    (...given: Line[]) =>
    (claim: DrivenClaim) =>
      claim.lines(...given)
  it.each<[string, () => DrivenClaim, SentEvent, (claim: DrivenClaim) => JsonObject | Promise<JsonObject>, string[]]>([
    ['no line', () => decision, 'propose', () => ({ lines: [] }), ['lines: lines', 'lines: massWithoutLine']],
    ['a mass without line', () => decision, 'propose', lines(['goodwill', '8.419', '1']), ['lines: massWithoutLine']],
    [
      'more than claimed',
      () => decision,
      'propose',
      lines(['goodwill', '8.421', '1']),
      ['lines.0.mass: lineMassAboveItem'],
    ],
    ['a negative amount', () => decision, 'propose', lines(['goodwill', '8.420', '-1']), ['lines.0.amount: negative']],
    ['no amount', () => decision, 'propose', lines(['goodwill', '8.420', '0']), ['lines.0.amount: lineAmount']],
    [
      'cents of cents',
      () => decision,
      'propose',
      lines(['goodwill', '8.420', '1.001']),
      ['lines.0.amount: tooManyDecimals'],
    ],
    [
      'all the money',
      () => decision,
      'propose',
      lines(['goodwill', '8.420', '100000000000.01']),
      ['lines.0.amount: tooHigh'],
    ],
    [
      'more than a proposal can hold',
      () => decision,
      'propose',
      lines(...Array.from({ length: 20 }, (): Line => ['goodwill', '8.420', '100000000000'])),
      ['lines: tooHigh'],
    ],
    [
      'a currency of three words',
      () => decision,
      'propose',
      lines(['goodwill', '8.420', '1', { currency: 'usd' }]),
      ['lines.0.currency: notACurrency'],
    ],
    [
      'no ground',
      () => decision,
      'propose',
      lines(['none', '8.420', '', { ground: null }]),
      ['lines.0.ground: lineGround'],
    ],
    [
      'a ground of no list',
      () => decision,
      'propose',
      lines(['none', '8.420', '', { ground: 'mood' }]),
      ['lines.0.ground: unknownCode'],
    ],
    [
      'an item that is not there',
      () => decision,
      'propose',
      lines(['goodwill', '8.420', '1', { itemId: nobody }]),
      ['lines.0.itemId: lineItem', 'lines: massWithoutLine'],
    ],
    [
      'a department that is not there',
      () => decision,
      'propose',
      lines(['goodwill', '8.420', '1', { departmentId: nobody }]),
      ['lines.0.departmentId: unknownDepartment'],
    ],
    ['a ground of no list', () => decision, 'declineFormally', () => ({ ground: 'mood' }), ['ground: unknownCode']],
    [
      'no goodwill review',
      () => decision,
      'declineFormally',
      () => ({ goodwillReview: ' ' }),
      ['goodwillReview: blank'],
    ],
    ['another proposal', () => approval, 'approve', () => ({ number: 2 }), ['number: proposalReplaced']],
    ['another hash', () => approval, 'approve', () => ({ hash: 'f'.repeat(16) }), ['hash: proposalChanged']],
    [
      'accepted tomorrow',
      () => offered,
      'customerAccepts',
      () => ({ acceptedAt: '2026-11-03T05:00:00Z' }),
      ['acceptedAt: acceptedInFuture'],
    ],
    ['a line that is not there', () => settlement, 'executeLine', () => ({ lineId: nobody }), ['lineId: lineUnknown']],
    ['no document', () => settlement, 'executeLine', () => ({ documentNumber: ' ' }), ['documentNumber: blank']],
    ['no apology', () => closing, 'close', () => ({ apologySent: false }), ['apologySent: apology']],
    ['into itself', () => collecting, 'merge', ({ key }) => ({ targetId: key }), ['targetId: targetItself']],
    ['into nothing', () => collecting, 'merge', () => ({ targetId: nobody }), ['targetId: targetUnknown']],
    [
      'into another’s',
      () => collecting,
      'merge',
      () => ({ targetId: registered.key }),
      ['targetId: targetOfOtherAccount'],
    ],
    ['without reason', () => merged, 'unmerge', () => ({ reason: '' }), ['reason: blank']],
    ['led by nobody', () => required, 'startImprovement', () => ({ ownerId: nobody }), ['ownerId: unknownPerson']],
  ])('%s', async (_name, claim, event, input, faults) => {
    const given = await input(claim())
    expect(await refused(world, () => claim().attempt(event, given))).toEqual(faults)
  })
})

describe('roles', () => {
  it.each<[SentEvent, () => DrivenClaim, Sender, string]>([
    ['amend', () => registered, 'administrator', 'NotAllowed'],
    ['amend', () => registered, 'roller', 'NotAllowed'],
    ['acceptForInvestigation', () => merged, 'engineer', 'NotAllowed'],
    ['propose', () => decision, 'analyst', 'NotAllowed'],
    ['approve', () => approval, 'board1', 'NotAllowed'],
    ['withdrawProposal', () => approval, 'lead2', 'NotAllowed'],
    ['customerAccepts', () => offered, 'analyst', 'NotAllowed'],
    ['executeLine', () => settlement, 'payer', 'NotFound'],
    ['close', () => closing, 'contact', 'NotAllowed'],
    ['withdrawOffer', () => offered, 'engineer', 'NotAllowed'],
  ])('%s', async (event, claim, who, kind) => {
    expect(await refused(world, () => claim().attempt(event, {}, who))).toEqual([kind])
  })
})
