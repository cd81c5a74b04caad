// What time does to invitations: messages and reminders are queued, links expire, waves end.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Engine } from '../core/engine.ts'
import { queueMail } from '../core/mail-message.ts'
import { noteSent } from './invitation-mail.ts'
import { endWave } from './wave-commands.ts'

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
