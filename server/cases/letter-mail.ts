// Letters of cases as messages: queued with their receiver, rendered in his language, marked when they have left.
import type { JsonObject } from '../../schema/json.ts'
import { letterLink } from '../core/customer-link.ts'
import type { Engine } from '../core/engine.ts'
import { letterText } from '../core/labels/letter-text.ts'
import type { MailContent, MailKind } from '../core/mail-delivery.ts'
import { htmlOf } from '../core/mail-html.ts'
import { queueMail } from '../core/mail-message.ts'
import type { OutgoingMail } from '../core/mail-transport.ts'

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

/** A letter as its parts are asked for; the address is empty where the contact has none. */
export interface LetterFacts {
  caseId: string
  kind: string
  language: string
  name: string
  email: string
  detail: JsonObject
}

/** What a letter of a kind of its own brings: values for its words, whether a date can be answered, a file for the calendar. */
export type LetterParts = (
  engine: Engine,
  letter: LetterFacts,
) => Promise<{ detail?: Record<string, string>; answerable?: boolean; calendar?: OutgoingMail['calendar'] }>

/** Letters of claims carry the link to the page where their customer sees how far they are, letters of a date the one to answer it. */
export function letterMail(settings: LetterLinkSettings, partsOf: LetterParts = async () => ({})): MailKind {
  return {
    render: (engine, { letter_id }) => render(engine, settings, letter_id, partsOf),
    async sent(trx, engine, { letter_id }) {
      await trx.updateTable('letter').set({ sent_at: engine.now() }).where('id', '=', letter_id).execute()
    },
  }
}

async function render(
  engine: Engine,
  { authSecret, publicUrl }: LetterLinkSettings,
  letterId: string | null,
  partsOf: LetterParts,
): Promise<MailContent | null> {
  const { db, now } = engine
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
      'contact.email',
    ])
    .executeTakeFirst()
  if (!letter) return null
  const name = letter.name ?? ''
  const { number, title, language, contactId, caseId } = letter
  const { detail, answerable, calendar } = await partsOf(engine, { ...letter, name, email: letter.email ?? '' })
  const words = letterText(language, letter.kind, { number, title, name, ...letter.detail, ...detail })
  const body = letter.body ?? words.body
  const page = letter.caseKind === 'claim' ? 'c' : answerable ? 'v' : null
  const plain = { name, subject: words.subject, language, calendar }
  const secret =
    page && contactId
      ? await letterLink(db, { authSecret, now: now() }, { letterId: letter.id, contactId, caseId })
      : null
  if (secret === null) return { ...plain, text: body, html: htmlOf({ language, text: body }) }
  const link = { words: page === 'c' ? words.status : words.answer, href: `${publicUrl}/${page}/${secret}` }
  return {
    ...plain,
    text: `${body}\n\n${link.words}: ${link.href}`,
    html: htmlOf({ language, text: body, button: link }),
  }
}
