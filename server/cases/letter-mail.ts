// Letters of cases as messages: queued with their receiver, rendered in his language, marked when they have left.
import { letterLink } from '../core/customer-link.ts'
import type { Engine } from '../core/engine.ts'
import { letterText } from '../core/labels/letter-text.ts'
import type { MailContent, MailKind } from '../core/mail-delivery.ts'
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

export interface LetterLinkSettings {
  /** Key of the installation, and the origin that people's browsers see. */
  authSecret: string
  publicUrl: string
}

/** Letters of claims carry the link to the page where their customer sees how far they are, and answers. */
export function letterMail(settings: LetterLinkSettings): MailKind {
  return {
    render: (engine, { letter_id }) => render(engine, settings, letter_id),
    async sent(trx, engine, { letter_id }) {
      await trx.updateTable('letter').set({ sent_at: engine.now() }).where('id', '=', letter_id).execute()
    },
  }
}

async function render(
  { db, now }: Engine,
  { authSecret, publicUrl }: LetterLinkSettings,
  letterId: string | null,
): Promise<MailContent | null> {
  const letter = await db
    .selectFrom('letter')
    .innerJoin('service_case', 'service_case.id', 'letter.case_id')
    .leftJoin('contact', 'contact.id', 'letter.contact_id')
    .where('letter.id', '=', letterId)
    .select([
      'letter.id',
      'letter.kind',
      'letter.language',
      'letter.body',
      'letter.detail',
      'letter.case_id as caseId',
      'service_case.kind as caseKind',
      'service_case.number',
      'service_case.title',
      'contact.id as contactId',
      'contact.name',
    ])
    .executeTakeFirst()
  if (!letter) return null
  const name = letter.name ?? ''
  const { number, title, language, contactId, caseId } = letter
  const words = letterText(language, letter.kind, { number, title, name, ...letter.detail })
  const body = letter.body ?? words.body
  const secret =
    letter.caseKind === 'claim' && contactId
      ? await letterLink(db, { authSecret, now: now() }, { letterId: letter.id, contactId, caseId })
      : null
  if (secret === null)
    return { name, subject: words.subject, text: body, html: htmlOf({ language, text: body }), language }
  const href = `${publicUrl}/c/${secret}`
  return {
    name,
    subject: words.subject,
    text: `${body}\n\n${words.status}: ${href}`,
    html: htmlOf({ language, text: body, button: { words: words.status, href } }),
    language,
  }
}
