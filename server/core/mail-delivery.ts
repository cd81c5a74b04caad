// Delivers one queued message: rendered, handed over, its state kept; put off on a failure, given up after the last try.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { MailPurpose } from '../../schema/mail-vocabulary.ts'
import type { Engine } from './engine.ts'
import { messageIdOf } from './mail-message.ts'
import { type MailTransport, type OutgoingMail, RefusedForGood } from './mail-transport.ts'
import { postMessage, type WebhookSettings } from './message-webhook.ts'
import type { RowOf } from './selection.ts'

export type MailContent = Pick<OutgoingMail, 'subject' | 'text' | 'html' | 'language' | 'unsubscribe' | 'calendar'> & {
  name: string
}

/** What a purpose knows of its messages. */
export interface MailKind {
  /** The words, or null where nobody wants or needs the message any more. */
  render(engine: Engine, mail: RowOf<'mail_message'>): Promise<MailContent | null>
  sent?(trx: Transaction<Database>, engine: Engine, mail: RowOf<'mail_message'>): Promise<void>
  dead?(trx: Transaction<Database>, engine: Engine, mail: RowOf<'mail_message'>): Promise<void>
}

export interface Courier {
  transport: MailTransport
  /** The gateway for SMS and messengers, where one is set. */
  webhook?: WebhookSettings | undefined
  kinds: Readonly<Record<MailPurpose, MailKind>>
  /** Seconds before the second try; each further wait is twice as long. Default of the product: 60. */
  firstWaitSeconds?: number
  /** Default of the product: 8. */
  mostTries?: number
}

/** Does nothing for a message that is no longer queued. Throws only where the database fails: then the queue tries again. */
export async function deliverMail(engine: Engine, courier: Courier, mailId: string): Promise<void> {
  const mail = await engine.db
    .updateTable('mail_message')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', mailId)
    .where('state', '=', 'queued')
    .returningAll()
    .executeTakeFirst()
  if (!mail) return
  const kind = courier.kinds[mail.purpose]
  const content = await kind.render(engine, mail)
  if (!content) {
    await settle(engine, mail, { state: 'dropped', last_error: null, next_try_at: null })
    return
  }
  const failure = await handOver(courier, mail, content).catch((error: unknown) => asError(error))
  if (failure) await failed(engine, courier, mail, failure)
  else
    await settle(engine, mail, { state: 'sent', last_error: null, next_try_at: null, sent_at: engine.now() }, kind.sent)
}

async function handOver({ transport, webhook }: Courier, mail: RowOf<'mail_message'>, content: MailContent) {
  const { id, channel, receiver } = mail
  if (!receiver) throw new RefusedForGood('There is no address')
  const { name, text, language } = content
  if (channel === 'email') {
    await transport.send({ ...content, messageId: messageIdOf(id), to: { name, address: receiver } })
  } else if (webhook) await postMessage(webhook, { id, channel, to: receiver, language, text })
  else throw new RefusedForGood(`No gateway is set for ${channel === 'sms' ? 'SMS' : 'messengers'}`)
  return null
}

async function failed(engine: Engine, courier: Courier, mail: RowOf<'mail_message'>, failure: Error): Promise<void> {
  const { kinds, firstWaitSeconds = 60, mostTries = 8 } = courier
  const last_error = failure.message.slice(0, 500)
  if (failure instanceof RefusedForGood || mail.tries >= mostTries) {
    await settle(engine, mail, { state: 'dead', last_error, next_try_at: null }, kinds[mail.purpose].dead)
    return
  }
  const wait = firstWaitSeconds * 2 ** (mail.tries - 1)
  const next_try_at = sql<Date>`${engine.now()} + make_interval(secs => ${wait})`
  await settle(engine, mail, { last_error, next_try_at }, (trx) =>
    engine.jobs.send(trx, 'mail', { mailId: mail.id }, wait),
  )
}

type Change = Partial<Record<'state' | 'last_error' | 'next_try_at' | 'sent_at', unknown>>

async function settle(
  engine: Engine,
  mail: RowOf<'mail_message'>,
  change: Change,
  also?: (trx: Transaction<Database>, engine: Engine, mail: RowOf<'mail_message'>) => Promise<void>,
): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('mail_message')
      .set(change as object)
      .where('id', '=', mail.id)
      .execute()
    await also?.(trx, engine, mail)
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
