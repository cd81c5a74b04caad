// Whoever had a claim, a visit or a trial batch is asked after it was closed, once in 30 days (CLM-11).
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseKind } from '../../schema/vocabulary.ts'
import { inviteAfterContact } from '../../server/satisfaction/invitation-commands.ts'
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
