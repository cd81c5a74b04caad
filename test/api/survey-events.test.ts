// Whoever had a claim, a visit, a trial batch or a talk with technical support is asked afterwards, once in 30 days (CLM-11).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseKind } from '../../schema/vocabulary.ts'
import { inviteAfterContact, inviteAfterTalk } from '../../server/satisfaction/after-contact-commands.ts'
import { sendCommand } from '../command-answer.ts'
import { globalId } from '../graph.ts'
import { givenAsked, type SurveyWorld, surveyWorld } from './survey-world.ts'

let world: SurveyWorld
let wave: { key: string }
let asked: { accountId: string; contactId: string }
let cases = 0

beforeAll(async () => {
  world = await surveyWorld()
  asked = await givenAsked(world.database.owner, world.regions, { name: 'Anna', region: 'europe' })
  const versionId = await world.published('threeQuestions')
  wave = await world.opened(versionId, { kind: 'afterContact', closesAt: null, quietDays: 0, linkDays: 14 })
})
afterAll(() => world?.close())

const ended = {
  claim: { state: 'closed', waiting: 'nothing', improvement: 'notRequired' },
  trialBatch: { state: 'adopted', waiting: 'running', improvement: null },
  visit: { state: 'closed', waiting: null, improvement: null },
} satisfies Record<CaseKind, object>

async function closedCase(kind: CaseKind, accountId = asked.accountId): Promise<string> {
  const at = new Date('2026-11-01T05:00:00Z')
  const { id } = await world.database.owner
    .insertInto('service_case')
    .values({
      number: `X-2026-${++cases}`,
      kind,
      account_id: accountId,
      owner_id: world.engineer.id,
      title: 'Done',
      ...ended[kind],
      chart_version: 1,
      snapshot: '{}',
      open: false,
      opened_at: at,
      closed_at: at,
      changed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const invitations = () =>
  world.database.app
    .selectFrom('survey_invitation')
    .where('wave_id', '=', wave.key)
    .orderBy('queued_at')
    .orderBy('id')
    .select(['case_id', 'contact_id', 'contact_type', 'employee_id', 'state', 'expires_at'])
    .execute()

it('asks once after each closed case, about the one who ran it', async () => {
  const claim = await closedCase('claim')
  const visit = await closedCase('visit')
  const trial = await closedCase('trialBatch')
  for (const id of [claim, visit, trial, claim]) await inviteAfterContact(world.engine, id)
  const employee_id = world.engineer.id
  expect(await invitations()).toMatchObject([
    { case_id: claim, contact_type: 'claims', employee_id, state: 'queued', contact_id: asked.contactId },
    { case_id: visit, contact_type: 'service', employee_id },
    { case_id: trial, contact_type: 'service', employee_id },
  ])
  expect((await invitations())[0]?.expires_at.toISOString()).toBe('2026-11-16T05:00:00.000Z')
  world.setTime(new Date('2026-12-02T04:00:00Z'))
  await inviteAfterContact(world.engine, claim)
  expect(await invitations()).toHaveLength(3)
  world.setTime(new Date('2026-12-02T06:00:00Z'))
  await inviteAfterContact(world.engine, claim)
  expect((await invitations()).map(({ case_id }) => case_id)).toEqual([claim, visit, trial, claim])
})

it('asks nobody who does not want it, has no address, or when no such wave runs', async () => {
  const count = (await invitations()).length
  const mute = await givenAsked(world.database.owner, world.regions, { name: 'Mute', region: 'europe', email: null })
  const gone = await givenAsked(world.database.owner, world.regions, { name: 'Gone', region: 'europe' })
  await world.database.owner
    .insertInto('survey_opt_out')
    .values({ contact_id: gone.contactId, source: 'telephone' })
    .execute()
  await inviteAfterContact(world.engine, await closedCase('claim', mute.accountId))
  await inviteAfterContact(world.engine, await closedCase('claim', gone.accountId))
  await world.database.owner.updateTable('survey_wave').set({ state: 'closed' }).where('id', '=', wave.key).execute()
  await inviteAfterContact(world.engine, await closedCase('claim'))
  expect(await invitations()).toHaveLength(count)
})

describe('a talk with technical support', () => {
  const talked = async (who: { accountId: string; contact: string }, more: Record<string, unknown> = {}) => {
    const input = {
      accountId: globalId('Account', who.accountId),
      contactId: who.contact,
      at: '2026-12-03T05:00:00Z',
      channel: 'phone',
      begunBy: 'customer',
      subject: 'Bending radius',
      technicalSupport: true,
      ...more,
    }
    const order = { name: 'saveContactEntry', input, success: 'ContactEntry' }
    const { id = '', ...answer } = await sendCommand(world.engine, world.engineer, order)
    expect(answer.__typename).toBe('ContactEntry')
    const key = Buffer.from(id, 'base64url').toString().split(':')[1] ?? ''
    await inviteAfterTalk(world.engine, key)
    return key
  }
  const askedOf = (contactId: string) =>
    world.database.app
      .selectFrom('survey_invitation')
      .where('contact_id', '=', contactId)
      .orderBy('queued_at')
      .orderBy('id')
      .select(['talk_id', 'case_id', 'contact_type', 'channel', 'employee_id'])
      .execute()
  let waveId = ''
  beforeAll(async () => {
    world.setTime(new Date('2026-12-03T06:00:00Z'))
    const versionId = await world.published('threeQuestions')
    const opensAt = '2026-12-01T00:00:00Z'
    const planned = { kind: 'afterContact', opensAt, closesAt: null, quietDays: 0, linkDays: 14 }
    waveId = (await world.opened(versionId, planned)).key
  })

  it('is asked about by the way the contact prefers, else his customer, else by mail', async () => {
    const preferring = async (name: string, person: string | null, company: string | null, phone: string | null) => {
      const who = await givenAsked(world.database.owner, world.regions, { name, region: 'europe', phone })
      await world.database.owner
        .updateTable('contact')
        .set({ preferred_channel: person as 'phone' | null })
        .where('id', '=', who.contactId)
        .execute()
      await world.database.owner
        .updateTable('account')
        .set({ preferred_channel: company as 'phone' | null })
        .where('id', '=', who.accountId)
        .execute()
      await talked(who)
      return (await askedOf(who.contactId)).map(({ channel }) => channel)
    }
    expect(await preferring('Mail', null, null, '+49 30 0')).toEqual(['email'])
    expect(await preferring('Call', 'phone', 'email', '+49 30 1')).toEqual(['phone'])
    expect(await preferring('Firm', null, 'phone', '+49 30 2')).toEqual(['phone'])
    expect(await preferring('Nophone', 'phone', null, null)).toEqual(['email'])
    expect(await preferring('Texts', 'sms', null, '+49 30 3')).toEqual(['email'])
    await world.database.owner
      .updateTable('survey_wave')
      .set({ mobile_channel: 'sms' })
      .where('id', '=', waveId)
      .execute()
    expect(await preferring('Short', 'sms', 'email', '+49 30 4')).toEqual(['sms'])
  })

  it('asks once for a talk and once in 30 days, about the one who spoke; beside a claim of the same customer', async () => {
    const who = await givenAsked(world.database.owner, world.regions, { name: 'Tech', region: 'europe' })
    const talk = await talked(who)
    await inviteAfterTalk(world.engine, talk)
    await talked(who)
    const employee_id = world.engineer.id
    const first = { talk_id: talk, case_id: null, contact_type: 'technicalSupport', employee_id }
    expect(await askedOf(who.contactId)).toMatchObject([first])
    const claim = await closedCase('claim', who.accountId)
    const about = await talked(who, { caseId: globalId('Claim', claim) })
    await inviteAfterContact(world.engine, claim)
    expect(await askedOf(who.contactId)).toMatchObject([
      first,
      { talk_id: about, case_id: claim, contact_type: 'technicalSupport' },
      { talk_id: null, case_id: claim, contact_type: 'claims' },
    ])
  })

  it('asks nobody who opted out, in his quiet period, or after a talk that is long past or of another kind', async () => {
    const gone = await givenAsked(world.database.owner, world.regions, { name: 'Leave', region: 'europe' })
    const opted = { contact_id: gone.contactId, source: 'link' as const }
    await world.database.owner.insertInto('survey_opt_out').values(opted).execute()
    await talked(gone)
    const past = await givenAsked(world.database.owner, world.regions, { name: 'Past', region: 'europe' })
    await talked(past, { at: '2026-11-01T05:00:00Z' })
    await talked(past, { technicalSupport: false })
    const quiet = await givenAsked(world.database.owner, world.regions, { name: 'Quiet', region: 'europe' })
    await inviteAfterContact(world.engine, await closedCase('claim', quiet.accountId))
    await world.database.owner.updateTable('survey_wave').set({ quiet_days: 7 }).where('id', '=', waveId).execute()
    await talked(quiet)
    expect(await askedOf(gone.contactId)).toEqual([])
    expect(await askedOf(past.contactId)).toEqual([])
    expect(await askedOf(quiet.contactId)).toMatchObject([{ contact_type: 'claims' }])
  })
})
