// Reminders that a person sends by hand: they wait a moment, in which they can be taken back.
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Engine } from '../core/engine.ts'
import { queueMail } from '../core/mail-message.ts'
import { refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { remindInvitationsInput, withdrawRemindersInput } from './wave-inputs.ts'
import { invitationScope } from './wave-queries.ts'

/** Seconds in which a reminder can be taken back. */
const moment = 15

export type Reminded = { waveId: string; messageIds: string[]; leftOut: number }

/**
 * Queues a reminder for each of the invitations that was sent and not answered, of customers that the viewer may see; the others are
 * counted as left out. Those to come by the plan of the wave are not affected. Refuses `notRunning`.
 */
export async function remindInvitations(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  { waveId, invitationIds }: z.output<typeof remindInvitationsInput>,
): Promise<Reminded> {
  const wave = await trx
    .selectFrom('survey_wave')
    .where('id', '=', waveId)
    .select(['state', engine.now().as('now')])
    .executeTakeFirst()
  if (!wave) throw refuseField('waveId', 'unknown')
  if (wave.state !== 'open') throw refuseField('waveId', 'notRunning')
  const rows = await trx
    .selectFrom('survey_invitation')
    .innerJoin('contact', 'contact.id', 'survey_invitation.contact_id')
    .where('wave_id', '=', waveId)
    .where('survey_invitation.id', 'in', invitationIds.length > 0 ? invitationIds : [waveId])
    .where('survey_invitation.state', 'in', ['sent', 'opened'])
    .where('expires_at', '>', engine.now())
    .where(invitationScope(viewer))
    .where(sql<boolean>`not exists (select from mail_message
      where invitation_id = survey_invitation.id and mail_message.state = 'queued')`)
    .select(['survey_invitation.id', 'survey_invitation.account_id', 'contact_id', 'channel', 'email', 'phone'])
    .orderBy('survey_invitation.id')
    .forUpdate('survey_invitation')
    .execute()
  const messageIds: string[] = []
  for (const { id, account_id, contact_id, channel, email, phone } of rows) {
    if (channel === 'phone') continue
    const receiver = channel === 'email' ? email : phone
    const order = {
      purpose: 'reminder',
      channel,
      receiver,
      account_id,
      contact_id,
      invitation_id: id,
      at: wave.now,
    } as const
    messageIds.push((await queueMail(trx, engine, order, moment)) ?? '')
  }
  return { waveId, messageIds, leftOut: invitationIds.length - messageIds.length }
}

/** Takes back reminders that have not been tried yet; those on their way stay. */
export async function withdrawReminders(
  { trx }: Work,
  viewer: Viewer,
  { waveId, messageIds }: z.output<typeof withdrawRemindersInput>,
): Promise<Reminded> {
  if (messageIds.length === 0) return { waveId, messageIds: [], leftOut: 0 }
  const taken = await trx
    .updateTable('mail_message')
    .set({ state: 'dropped', next_try_at: null })
    .where('id', 'in', messageIds)
    .where('purpose', '=', 'reminder')
    .where('state', '=', 'queued')
    .where('tries', '=', 0)
    .where('invitation_id', 'in', (eb) =>
      eb
        .selectFrom('survey_invitation')
        .where('wave_id', '=', waveId)
        .where(invitationScope(viewer))
        .select('survey_invitation.id'),
    )
    .returning('id')
    .execute()
  return { waveId, messageIds: taken.map(({ id }) => id), leftOut: messageIds.length - taken.length }
}
