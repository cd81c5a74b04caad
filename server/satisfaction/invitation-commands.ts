// What time does to invitations: messages and reminders are queued, links expire, waves end; and surveys after a contact.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { ContactType } from '../../schema/survey-vocabulary.ts'
import type { CaseKind } from '../../schema/vocabulary.ts'
import type { Engine } from '../core/engine.ts'
import { queueMail } from '../core/mail-message.ts'
import { noteSent } from './invitation-mail.ts'
import { countInvited, endWave } from './wave-commands.ts'

/** Rows taken in one transaction. */
const batch = 100

/** One round: due invitations and reminders become messages, what is over expires, waves whose time is up are closed. */
export async function tendInvitations(engine: Engine): Promise<void> {
  while ((await queueInvitations(engine)) === batch);
  while ((await queueReminders(engine)) === batch);
  await engine.db
    .updateTable('survey_invitation')
    .set({ state: 'expired', next_reminder_at: null })
    .where('state', 'in', ['queued', 'sent', 'opened'])
    .where('expires_at', '<=', engine.now())
    .execute()
  await engine.db.transaction().execute(async (trx) => {
    const over = await trx
      .selectFrom('survey_wave')
      .where('state', '=', 'open')
      .where('closes_at', '<=', engine.now())
      .select('id')
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id } of over) await endWave(trx, engine, id)
  })
}

/** So many days after a survey of a case its contact is not asked about it again, though it was reopened and closed anew. */
const againAfterDays = 30

const contactTypes: Readonly<Record<CaseKind, ContactType>> = {
  claim: 'claims',
  trialBatch: 'service',
  visit: 'service',
}

/**
 * Asks the contact of a closed case in the wave after contacts that runs; nobody where there is none, where he opted out, is in his
 * quiet period, has no address, or was asked about this case within 30 days (CLM-11).
 */
export async function inviteAfterContact(engine: Engine, caseId: string): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('service_case')
      .leftJoin('claim', 'claim.case_id', 'service_case.id')
      .where('service_case.id', '=', caseId)
      .select(['kind', 'account_id as accountId', 'owner_id as ownerId', 'claim.contact_id as contactId'])
      .executeTakeFirst()
    if (!row) return
    const wave = await trx
      .selectFrom('survey_wave')
      .where('kind', '=', 'afterContact')
      .where('state', '=', 'open')
      .where('opens_at', '<=', engine.now())
      .orderBy('opens_at', 'desc')
      .select(['id', 'quiet_days', 'link_days', 'mobile_channel', 'closes_at'])
      .executeTakeFirst()
    const contact = await askable(trx, engine, row.accountId, row.contactId, caseId, wave?.quiet_days ?? 0)
    if (!wave || !contact) return
    await trx
      .insertInto('survey_invitation')
      .values({
        wave_id: wave.id,
        account_id: row.accountId,
        contact_id: contact.id,
        channel: contact.email === null ? (wave.mobile_channel ?? 'phone') : 'email',
        language: contact.language,
        case_id: caseId,
        contact_type: contactTypes[row.kind],
        employee_id: row.ownerId,
        queued_at: engine.now(),
        expires_at: sql<Date>`least(${engine.now()} + make_interval(days => ${wave.link_days}), ${wave.closes_at}::timestamptz)`,
      })
      .execute()
    await countInvited(trx, wave.id, 1)
  })
}

/** The contact of the case, else the first one of the account, held until the end so that a job done twice asks once. */
async function askable(
  trx: Transaction<Database>,
  engine: Engine,
  accountId: string,
  contactId: string | null,
  caseId: string,
  quietDays: number,
): Promise<{ id: string; language: string; email: string | null } | undefined> {
  const contact = await trx
    .selectFrom('contact')
    .where('account_id', '=', accountId)
    .where('active', '=', true)
    .where(sql<boolean>`coalesce(email, phone) is not null`)
    .orderBy((eb) => eb('id', 'is distinct from', contactId))
    .orderBy('id')
    .select(['id', 'language', 'email'])
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!contact) return undefined
  const { rows } = await sql`select where exists (select from survey_opt_out where contact_id = ${contact.id})
    or exists (select from survey_invitation where contact_id = ${contact.id}
      and queued_at > ${engine.now()} - make_interval(days => ${quietDays}))
    or exists (select from survey_invitation where contact_id = ${contact.id} and case_id = ${caseId}
      and queued_at > ${engine.now()} - make_interval(days => ${againAfterDays}))`.execute(trx)
  return rows.length === 0 ? contact : undefined
}

async function queueInvitations(engine: Engine): Promise<number> {
  return engine.db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('survey_invitation')
      .innerJoin('survey_wave', 'survey_wave.id', 'survey_invitation.wave_id')
      .innerJoin('contact', 'contact.id', 'survey_invitation.contact_id')
      .where('survey_invitation.state', '=', 'queued')
      .where('survey_invitation.channel', '<>', 'phone')
      .where('survey_wave.state', '=', 'open')
      .where('survey_wave.opens_at', '<=', engine.now())
      .where(sql<boolean>`not exists (select from mail_message where invitation_id = survey_invitation.id)`)
      .select(invitationColumns)
      .select(engine.now().as('at'))
      .orderBy('survey_invitation.id')
      .limit(batch)
      .forUpdate('survey_invitation')
      .skipLocked()
      .execute()
    for (const row of rows) await queueMessage(trx, engine, row, 'invitation')
    return rows.length
  })
}

async function queueReminders(engine: Engine): Promise<number> {
  return engine.db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('survey_invitation')
      .innerJoin('survey_wave', 'survey_wave.id', 'survey_invitation.wave_id')
      .innerJoin('contact', 'contact.id', 'survey_invitation.contact_id')
      .where('next_reminder_at', '<=', engine.now())
      .where('survey_invitation.state', 'in', ['sent', 'opened'])
      .where('survey_wave.state', '=', 'open')
      .select(invitationColumns)
      .select(['reminders', engine.now().as('at')])
      .orderBy('next_reminder_at')
      .limit(batch)
      .forUpdate('survey_invitation')
      .skipLocked()
      .execute()
    for (const row of rows) {
      await queueMessage(trx, engine, row, 'reminder')
      await noteSent(trx, engine, row.id, row.reminders + 1)
    }
    return rows.length
  })
}

const invitationColumns = [
  'survey_invitation.id',
  'survey_invitation.account_id as accountId',
  'survey_invitation.contact_id as contactId',
  'survey_invitation.channel',
  'contact.email',
  'contact.phone',
] as const

interface Waiting {
  id: string
  accountId: string
  contactId: string
  channel: 'email' | 'sms' | 'message' | 'phone'
  email: string | null
  phone: string | null
  at: Date
}

async function queueMessage(
  trx: Transaction<Database>,
  engine: Engine,
  row: Waiting,
  purpose: 'invitation' | 'reminder',
): Promise<void> {
  if (row.channel === 'phone') return
  await queueMail(trx, engine, {
    purpose,
    channel: row.channel,
    receiver: row.channel === 'email' ? row.email : row.phone,
    account_id: row.accountId,
    contact_id: row.contactId,
    invitation_id: row.id,
    at: row.at,
  })
}
