// Answers that people of the works enter, and the wish of a contact not to be asked.
import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import type { Engine } from '../core/engine.ts'
import { can } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { GivenAnswer } from './answer-check.ts'
import type { enterResponseInput, surveyOptOutInput } from './answer-inputs.ts'
import { boughtVolume } from './bought-volume.ts'
import { writeResponse } from './response-commands.ts'

type Entered = z.output<typeof enterResponseInput>

/**
 * Writes answers that were given by telephone; an open invitation of the contact in the wave is answered with them. In a wave of staff
 * they are the estimate of who enters them. Refuses `notRunning`, `unknown` contacts, `taken` where the contact has answered already.
 */
export async function enterResponse({ trx }: Work, engine: Engine, viewer: Viewer, input: Entered): Promise<string> {
  const wave = await trx
    .selectFrom('survey_wave')
    .where('id', '=', input.waveId)
    .select(['id', 'version_id', 'state', 'respondents', engine.now().as('now')])
    .forShare()
    .executeTakeFirst()
  if (!wave) throw refuseField('waveId', 'unknown')
  const whom = wave.respondents === 'staff' ? estimateOf(viewer, input) : await contactOf(trx, viewer, input)
  if (wave.state !== 'open') throw refuseField('waveId', 'notRunning')
  const answeredAt = input.answeredAt ? new Date(input.answeredAt) : wave.now
  if (answeredAt > wave.now) throw refuseField('answeredAt', 'inFuture')
  const invitation = whom.contactId ? await answerInvitation(trx, engine, wave.id, whom.contactId) : null
  const bought = 'accountId' in whom ? await boughtVolume(trx, { ...whom, waveId: wave.id, at: answeredAt }) : null
  await writeResponse(trx, {
    waveId: wave.id,
    versionId: wave.version_id,
    ...whom,
    ...invitation,
    kilotonnes: input.kilotonnes ?? bought,
    source: 'telephone',
    language: input.language,
    enteredBy: viewer.kind === 'person' ? viewer.id : null,
    answeredAt,
    storedAt: wave.now,
    answers: input.answers.map(definedOf),
  })
  return wave.id
}

/** Said by the contact on the telephone; links of his that are open end. */
export async function setSurveyOptOut(
  { trx }: Work,
  viewer: Viewer,
  { contactId, optedOut }: z.output<typeof surveyOptOutInput>,
): Promise<string> {
  await seenContact(trx, viewer, contactId)
  if (optedOut) await optOut(trx, contactId, 'telephone')
  else await trx.deleteFrom('survey_opt_out').where('contact_id', '=', contactId).execute()
  return contactId
}

/** Notes the wish and declines what is open. */
export async function optOut(
  trx: Transaction<Database>,
  contactId: string,
  source: 'link' | 'telephone',
): Promise<void> {
  await trx
    .insertInto('survey_opt_out')
    .values({ contact_id: contactId, source })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .updateTable('survey_invitation')
    .set({ state: 'declined', next_reminder_at: null })
    .where('contact_id', '=', contactId)
    .where('state', 'in', ['queued', 'sent', 'opened'])
    .execute()
}

function estimateOf(viewer: Viewer, { regionId, consumerType }: Entered) {
  if (!regionId) throw refuseField('regionId', 'required')
  if (!consumerType) throw refuseField('consumerType', 'required')
  return { personId: viewer.kind === 'person' ? viewer.id : null, contactId: null, regionId, consumerType }
}

async function contactOf(trx: Transaction<Database>, viewer: Viewer, { contactId }: Entered) {
  if (!contactId) throw refuseField('contactId', 'required')
  return seenContact(trx, viewer, contactId)
}

async function seenContact(trx: Transaction<Database>, viewer: Viewer, contactId: string) {
  const row = await trx
    .selectFrom('contact')
    .innerJoin('account', 'account.id', 'contact.account_id')
    .where('contact.id', '=', contactId)
    .select(['account.id as accountId', 'account.region_id as regionId', 'consumer_type as consumerType'])
    .executeTakeFirst()
  if (!row || !can(viewer, 'survey.enter', row)) throw new Refused({ kind: 'notFound' })
  return { ...row, contactId }
}

async function answerInvitation(trx: Transaction<Database>, engine: Engine, waveId: string, contactId: string) {
  const row = await trx
    .selectFrom('survey_invitation')
    .where('wave_id', '=', waveId)
    .where('contact_id', '=', contactId)
    .orderBy(sql`state = 'answered'`)
    .orderBy('queued_at', 'desc')
    .select(['id', 'state', 'case_id as caseId', 'contact_type as contactType', 'employee_id as employeeId'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  if (row.state === 'answered') throw refuseField('contactId', 'waveAnswered')
  await trx
    .updateTable('survey_invitation')
    .set({ state: 'answered', answered_at: engine.now(), next_reminder_at: null, saved: null })
    .where('id', '=', row.id)
    .execute()
  const { id, caseId, contactType, employeeId } = row
  return { invitationId: id, caseId, contactType, employeeId }
}

/** An answer with null for what was not said. */
export function definedOf({ item, ...values }: Entered['answers'][number]): GivenAnswer {
  return {
    item,
    number: values.number ?? null,
    importance: values.importance ?? null,
    words: values.words ?? null,
    ranks: values.ranks ?? null,
    text: values.text ?? null,
  }
}
