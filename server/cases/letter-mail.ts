// Letters of cases as messages: queued with their receiver, rendered in his language, marked when they have left.
import type { Engine } from '../core/engine.ts'
import { letterText } from '../core/labels/letter-text.ts'
import type { MailKind } from '../core/mail-delivery.ts'
import { htmlOf } from '../core/mail-html.ts'
import { queueMail } from '../core/mail-message.ts'

/** Makes the message of a letter that has not left yet; one that there is already is left alone. */
export async function queueLetterMail(engine: Engine, letterId: string): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    const letter = await trx
      .selectFrom('letter')
      .innerJoin('service_case', 'service_case.id', 'letter.case_id')
      .leftJoin('contact', 'contact.id', 'letter.contact_id')
      .where('letter.id', '=', letterId)
      .where('letter.sent_at', 'is', null)
      .select(['contact.id as contactId', 'contact.email', 'service_case.account_id', engine.now().as('at')])
      .executeTakeFirst()
    if (!letter) return
    await queueMail(trx, engine, {
      purpose: 'letter',
      channel: 'email',
      receiver: letter.email,
      account_id: letter.account_id,
      contact_id: letter.contactId,
      letter_id: letterId,
      at: letter.at,
    })
  })
}

export const letterMail: MailKind = {
  async render({ db }, { letter_id }) {
    const letter = await db
      .selectFrom('letter')
      .innerJoin('service_case', 'service_case.id', 'letter.case_id')
      .leftJoin('contact', 'contact.id', 'letter.contact_id')
      .where('letter.id', '=', letter_id)
      .select([
        'letter.kind',
        'letter.language',
        'letter.body',
        'letter.detail',
        'service_case.number',
        'service_case.title',
        'contact.name',
      ])
      .executeTakeFirst()
    if (!letter) return null
    const name = letter.name ?? ''
    const { number, title, language } = letter
    const words = letterText(language, letter.kind, { number, title, name, ...letter.detail })
    const text = letter.body ?? words.body
    return { name, subject: words.subject, text, html: htmlOf({ language, text }), language }
  },

  async sent(trx, engine, { letter_id }) {
    await trx.updateTable('letter').set({ sent_at: engine.now() }).where('id', '=', letter_id).execute()
  },
}
