// Invitations and reminders as messages: worded in the contact's language, not sent to who opted out or has answered.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Engine } from '../core/engine.ts'
import { surveyMailText } from '../core/labels/survey-mail-text.ts'
import type { MailContent, MailKind } from '../core/mail-delivery.ts'
import { htmlOf } from '../core/mail-html.ts'
import { plantCalendar } from '../core/plant-calendar.ts'
import type { RowOf } from '../core/selection.ts'
import { dueTime } from '../core/working-time.ts'
import { invitationToken, tokenHash } from './invitation-link.ts'

export interface LinkSettings {
  /** Key of the installation, and the origin that people's browsers see. */
  authSecret: string
  publicUrl: string
}

/** The first message to a contact. */
export function invitationMail(settings: LinkSettings): MailKind {
  return {
    render: (engine, mail) => render(engine, settings, mail, ['queued', 'undeliverable']),
    sent: (trx, engine, { invitation_id }) => noteSent(trx, engine, String(invitation_id), 0),
    async dead(trx, _engine, { invitation_id }) {
      await trx
        .updateTable('survey_invitation')
        .set({ state: 'undeliverable' })
        .where('id', '=', invitation_id)
        .where('state', '=', 'queued')
        .execute()
    },
  }
}

/** Each further one; where it cannot be sent, the next one is tried in its time. */
export function reminderMail(settings: LinkSettings): MailKind {
  return { render: (engine, mail) => render(engine, settings, mail, ['sent', 'opened']) }
}

/** Writes down that the message numbered `reminders` left, and when the next one is due. */
export async function noteSent(
  trx: Transaction<Database>,
  engine: Engine,
  invitationId: string,
  reminders: number,
): Promise<void> {
  const row = await trx
    .selectFrom('survey_invitation')
    .innerJoin('survey_wave', 'survey_wave.id', 'survey_invitation.wave_id')
    .where('survey_invitation.id', '=', invitationId)
    .select(['reminder_days', 'sent_at', engine.now().as('now')])
    .executeTakeFirstOrThrow()
  const first = row.sent_at ?? row.now
  const days = row.reminder_days[reminders]
  const { working } = await plantCalendar(trx)
  const next = days === undefined ? null : dueTime(working, first, { unit: 'workingDays', value: days })
  await trx
    .updateTable('survey_invitation')
    .set({ sent_at: first, reminders, next_reminder_at: next })
    .where('id', '=', invitationId)
    .execute()
  await trx
    .updateTable('survey_invitation')
    .set({ state: 'sent' })
    .where('id', '=', invitationId)
    .where('state', 'in', ['queued', 'undeliverable'])
    .execute()
}

async function render(
  { db, now }: Engine,
  { authSecret, publicUrl }: LinkSettings,
  { invitation_id }: RowOf<'mail_message'>,
  states: RowOf<'survey_invitation'>['state'][],
): Promise<MailContent | null> {
  const row = await db
    .selectFrom('survey_invitation')
    .innerJoin('survey_wave', 'survey_wave.id', 'survey_invitation.wave_id')
    .innerJoin('contact', 'contact.id', 'survey_invitation.contact_id')
    .innerJoin('account', 'account.id', 'survey_invitation.account_id')
    .leftJoin('service_case', 'service_case.id', 'survey_invitation.case_id')
    .where('survey_invitation.id', '=', invitation_id)
    .where('survey_invitation.state', 'in', states)
    .where('survey_wave.state', '=', 'open')
    .where('contact.active', '=', true)
    .where('survey_invitation.expires_at', '>', now())
    .where(sql<boolean>`not exists (select from survey_opt_out where contact_id = contact.id)`)
    .select([
      'survey_invitation.id',
      'survey_invitation.language',
      'survey_invitation.sent_at',
      'survey_invitation.expires_at',
      'survey_invitation.contact_type',
      'contact.name',
      'account.time_zone as timeZone',
      'service_case.number',
    ])
    .executeTakeFirst()
  if (!row) return null
  const { id, language, name } = row
  const token = invitationToken(authSecret, id)
  await db
    .updateTable('survey_invitation')
    .set({ token_hash: tokenHash(token) })
    .where('id', '=', id)
    .execute()
  const href = `${publicUrl}/s/${token}`
  const words = surveyMailText(language, {
    name,
    until: row.expires_at,
    timeZone: row.timeZone,
    about: row.contact_type === 'technicalSupport' ? 'talk' : row.number === null ? 'general' : 'case',
    number: row.number ?? '',
    again: row.sent_at !== null,
  })
  return {
    name,
    language: words.language,
    subject: words.subject,
    text: `${words.body}\n\n${href}\n\n${words.closing}\n\n${words.stop}: ${href}/stop`,
    html: htmlOf({
      language: words.language,
      text: `${words.body}\n\n${words.closing}`,
      button: { words: words.button, href },
      foot: { words: words.stop, href: `${href}/stop` },
    }),
    unsubscribe: `${publicUrl}/surveys/${token}/opt-out`,
  }
}
