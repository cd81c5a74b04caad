// From the call to the investigation, and the ways out of it: amended, merged, separated, refused.
import { expect } from 'vitest'
import type { JsonObject } from '../../schema/json.ts'
import { send } from '../graph.ts'
import { claimIn, type DrivenClaim, newClaim } from './driven-claim.ts'
import { sentTask } from './driven-task.ts'
import { encoded } from './global-ids.ts'
import { newCustomer, type World } from './world.ts'

export const intakeStories: Record<string, (world: World) => Promise<void>> = {
  async 'a call is logged with a customer and one line'(world) {
    const customer = await newCustomer(world)
    const answer = await send(
      world.engine,
      world.people.engineer,
      'registerClaim',
      encoded({
        accountId: customer.accountId,
        whatHappened: 'Rust\non two coils',
        receivedAt: '2026-11-02T04:50:00Z',
      }),
    )
    expect(answer.claim).toMatchObject({
      state: 'registered',
      waiting: 'nothing',
      improvementState: 'notRequired',
      revision: 1,
    })
    const row = await world.db
      .selectFrom('service_case')
      .selectAll()
      .where('number', '=', answer.claim?.number ?? '')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ title: 'Rust', severity: 'minor', owner_id: world.people.engineer.id, open: true })
  },

  async 'the customer logs a claim through his link'(world) {
    const seen = await newClaim(world)
    const answer = await send(
      world.engine,
      seen.viewer('contact'),
      'registerClaim',
      encoded({
        accountId: seen.customer.accountId,
        whatHappened: 'The next one too',
        receivedAt: '2026-11-02T04:50:00Z',
      }),
    )
    expect(answer).toMatchObject({ __typename: 'ClaimMoved', claim: null })
  },

  async 'a critical call is to be acknowledged within four hours'(world) {
    const claim = await newClaim(world, undefined, { severity: 'critical' })
    // 10 to 13 and 14 to 15 at the plant.
    expect((await claim.clocks()).acknowledge).toBe('2026-11-02T10:00:00.000Z')
  },

  async 'acknowledged in the language of the contact'(world) {
    const claim = await newClaim(world)
    await world.db.updateTable('contact').set({ language: 'kk' }).where('id', '=', claim.customer.contactId).execute()
    expect(await claim.do('acknowledge')).toBe('screening nothing notRequired')
    const letters = await world.db.selectFrom('letter').selectAll().where('case_id', '=', claim.key).execute()
    expect(letters).toMatchObject([
      { kind: 'acknowledgement', language: 'kk', contact_id: claim.customer.contactId, body: null },
    ])
    expect((await claim.claim()).promised_answer_at?.toISOString()).toBe('2026-11-12T10:00:00.000Z')
    const [acknowledge] = (await claim.deadlines()).filter(({ clock }) => clock === 'acknowledge')
    expect(acknowledge).toMatchObject({ generation: 1, stopped_at: world.time, breached_at: null })
  },

  async 'a promise later than ten working days does not move the answer'(world) {
    const claim = await newClaim(world)
    await claim.do('acknowledge', { promisedAnswerAt: '2026-11-20T10:00:00.000Z', letter: 'You will hear from us' })
    expect((await claim.clocks()).answer).toBe('2026-11-16T05:00:00.000Z')
  },

  async 'amended wherever the matter is still open'(world) {
    for (const state of ['registered', 'screening', 'collecting', 'concluding'] as const) {
      const claim = await claimIn(world, state)
      const [item] = await claim.items()
      const items: JsonObject[] = [
        {
          id: item?.id ?? '',
          pieceId: item?.piece_id ?? '',
          defect: 'edgeCrack',
          claimedMass: '9.5',
          inspectedMass: '0',
        },
        { unidentifiedReason: 'The label is gone', defect: 'rust', claimedMass: '0.125', note: 'In the yard' },
      ]
      expect(await claim.do('amend', { items, whatHappened: 'Cracks', stage: 'processing' })).toContain(state)
      expect(await claim.items()).toMatchObject([
        {
          id: item?.id,
          position: 1,
          defect: 'edgeCrack',
          claimed_mass: '9.500',
          inspected_mass: '0.000',
          accepted_mass: null,
        },
        { position: 2, piece_id: null, unidentified_reason: 'The label is gone', claimed_mass: '0.125' },
      ])
      expect(await claim.row()).toMatchObject({ title: 'Cracks' })
      expect(await claim.claim()).toMatchObject({
        what_happened: 'Cracks',
        stage: 'processing',
        remedy_sought: 'priceAllowance',
      })
    }
  },

  async 'accepted as major, or a repeat: the 8D is required'(world) {
    const major = await claimIn(world, 'screening')
    expect(await major.do('acceptForInvestigation', { severity: 'major' })).toBe('collecting nothing required')
    expect(await major.row()).toMatchObject({ severity: 'major' })
    expect(await major.claim()).toMatchObject({ analyst_id: world.people.analyst.id, repeat: false })

    const again = await newClaim(world, major.customer)
    await again.quickly(['acknowledge'])
    expect(await again.do('acceptForInvestigation')).toBe('collecting nothing required')
    expect(await again.claim()).toMatchObject({ repeat: true })
    const links = await world.db
      .selectFrom('case_link')
      .select(['to_case_id', 'kind'])
      .where('from_case_id', '=', again.key)
      .orderBy('kind')
      .execute()
    expect(links).toEqual([
      { to_case_id: major.key, kind: 'duplicate' },
      { to_case_id: major.key, kind: 'repeat' },
    ])
  },

  async 'a small claim is refused by the lead alone'(world) {
    const customer = await newCustomer(world)
    const items = [{ pieceId: customer.coils[0] ?? '', defect: 'rust', claimedMass: '1.250' }]
    const claim = await newClaim(world, customer, { items })
    await claim.quickly(['acknowledge'])
    expect(await claim.faults('declineFormally', { goodwillReview: '' })).toEqual(['goodwillReview: blank'])
    expect(await claim.do('declineFormally')).toBe('declined nothing notRequired')
    // 1.250 t at 800 USD.
    expect(await claim.proposals()).toMatchObject([
      { number: 1, state: 'approved', refusal: true, ground: 'withinTolerance', amount_usd: '1000.00', route: [] },
    ])
    const letters = await world.db.selectFrom('letter').selectAll().where('case_id', '=', claim.key).execute()
    expect(letters).toMatchObject([{ kind: 'acknowledgement' }, { kind: 'refusal', body: 'We regret' }])
    expect(await claim.do('customerDisputes')).toBe('disputed nothing notRequired')
    expect(await claim.faults('customerAccepts')).toEqual(['noOffer'])
  },

  async 'a refusal by the amount claimed is approved first'(world) {
    const claim = await claimIn(world, 'screening')
    // 8.420 t at 800 USD are 6,736: one lead, another than the proposer.
    expect(await claim.do('declineFormally')).toBe('approval nothing notRequired')
    expect(await claim.proposals()).toMatchObject([
      { amount_usd: '6736.00', state: 'pending', route: [{ needed: 1, of: ['csLead'] }] },
    ])
    expect(await claim.do('approve')).toBe('declined nothing notRequired')
    expect(await claim.proposals()).toMatchObject([{ state: 'approved' }])
  },

  async 'decided not to be ours'(world) {
    const alone = await newClaim(world)
    const [item] = await alone.items()
    const items = [{ id: item?.id ?? '', pieceId: item?.piece_id ?? '', defect: 'rust', claimedMass: '1.0' }]
    await alone.quickly([['amend', { items }], 'acknowledge', 'acceptForInvestigation'])
    await alone.quickly(['recordContainment', 'startConclusion', 'conclude'])
    expect(await alone.do('declineFormally')).toBe('declined nothing notRequired')
    const byRoute = await claimIn(world, 'decision')
    expect(await byRoute.do('declineFormally')).toBe('approval nothing notRequired')
  },

  async 'merged while it is investigated, and separated again'(world) {
    for (const state of ['collecting', 'concluding'] as const) {
      const claim = await claimIn(world, 'collecting')
      const task = await sentTask(claim)
      if (state === 'concluding') {
        await task.do('accept')
        await task.do('answer')
      }
      const [item] = await claim.items()
      const target = await claim.sibling()
      expect(await claim.do('merge', { targetId: target.key })).toBe('merged nothing notRequired')
      expect(await claim.claim()).toMatchObject({ merged_into_id: target.key })
      expect(await claim.row()).toMatchObject({ open: false })
      expect(await claim.clocks()).toEqual({})
      await moved(claim, target, item?.id ?? '', task.key)

      const late = await claim.sibling()
      await late.quickly(['acknowledge'])
      expect(await late.faults('merge', { targetId: claim.key })).toEqual(['targetId: targetMerged'])

      expect(await claim.do('unmerge')).toBe('screening nothing notRequired')
      await moved(target, claim, item?.id ?? '', task.key)
      expect(await claim.claim()).toMatchObject({ merged_into_id: null })
      expect((await target.items()).map(({ position }) => position)).toEqual([1])
    }
  },
}

/** The item and the task, with its clock, are of `to` now, and `from` has none of them. */
async function moved(from: DrivenClaim, to: DrivenClaim, itemId: string, taskId: string): Promise<void> {
  expect((await to.items()).map(({ id }) => id)).toContain(itemId)
  expect((await from.items()).map(({ id }) => id)).not.toContain(itemId)
  expect((await to.tasks()).map(({ id }) => id)).toEqual([taskId])
  expect(await from.tasks()).toEqual([])
  expect((await to.deadlines()).filter(({ task_id }) => task_id === taskId).length).toBeGreaterThan(0)
  expect((await from.deadlines()).filter(({ task_id }) => task_id === taskId)).toEqual([])
}
