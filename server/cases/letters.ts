// Letters to the customer: kept with the case, queued in its transaction, noted in its history.
import type { JsonObject } from '../../schema/json.ts'
import type { EffectScope } from '../core/engine.ts'
import { appendNote } from '../core/history.ts'
import { systemViewer } from '../core/viewer.ts'

export interface LetterOrder {
  kind: string
  /** The words of the sender; null leaves them to the template of the kind. */
  body: string | null
  detail: JsonObject
  /** The contact of the case, where it names one */
  contactId: string | null
}

/** Queues a letter in the language of its contact, else of the account. */
export async function queueLetter(scope: EffectScope, order: LetterOrder): Promise<void> {
  const { trx, subject, at, engine } = scope
  const receiver = await receiverOf(scope, order.contactId)
  const letter = await trx
    .insertInto('letter')
    .values({
      case_id: subject.caseId,
      contact_id: receiver.contactId,
      kind: order.kind,
      language: receiver.language,
      body: order.body,
      detail: JSON.stringify(order.detail),
      queued_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await appendNote(
    { ...scope, viewer: systemViewer },
    { kind: 'letter', as: 'system', payload: { letterId: letter.id, letterKind: order.kind } },
  )
  await engine.jobs.send(trx, 'letter', { letterId: letter.id })
}

async function receiverOf({ trx, locked }: EffectScope, contactId: string | null) {
  const row = await trx
    .selectFrom('account')
    .leftJoin('contact', (join) => join.onRef('contact.account_id', '=', 'account.id').on('contact.active', '=', true))
    .where('account.id', '=', locked.accountId)
    .orderBy((eb) => eb('contact.id', 'is distinct from', contactId))
    .orderBy('contact.id')
    .select(['contact.id as contactId', 'contact.language', 'account.language as accountLanguage'])
    .limit(1)
    .executeTakeFirstOrThrow()
  return { contactId: row.contactId, language: row.language ?? row.accountLanguage }
}
