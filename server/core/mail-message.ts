// A message on its way out: queued with what it belongs to, rendered only when it is sent, so that no link or letter lies about.
import type { Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { MailMessageRow } from '../../schema/database-mail.ts'
import type { Engine } from './engine.ts'

type Whom = Partial<
  Pick<MailMessageRow, 'account_id' | 'contact_id' | 'letter_id' | 'invitation_id' | 'person_id' | 'follow_up_id'>
>

export interface MailOrder extends Whom, Pick<MailMessageRow, 'purpose' | 'channel' | 'receiver'> {
  at: Date
}

/** Writes the message and queues its sending in the transaction; a letter is queued once. Returns its id, or null for one that there is. */
export async function queueMail(
  trx: Transaction<Database>,
  engine: Pick<Engine, 'jobs'>,
  { at, ...order }: MailOrder,
  afterSeconds = 0,
): Promise<string | null> {
  const made = await trx
    .insertInto('mail_message')
    .values({ ...order, queued_at: at })
    .onConflict((conflict) => conflict.column('letter_id').where('letter_id', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return null
  await engine.jobs.send(trx, 'mail', { mailId: made.id }, afterSeconds)
  return made.id
}

/** The Message-ID of every try: a receiver who gets one twice can tell. */
export function messageIdOf(id: string): string {
  return `<${id}@csg>`
}
