// The mail that tells a person of the works of a follow-up; none where it was called meanwhile.
import type { Engine } from '../core/engine.ts'
import { isLabelLanguage } from '../core/label-language.ts'
import { followUpNotice } from '../core/labels/follow-up-notice.ts'
import type { MailContent, MailKind } from '../core/mail-delivery.ts'
import { htmlOf } from '../core/mail-html.ts'
import type { RowOf } from '../core/selection.ts'

const buttons = { en: 'Open follow-ups', ru: 'Открыть звонки', kk: 'Қоңырауларды ашу' } as const

export function followUpMail({ publicUrl }: { publicUrl: string }): MailKind {
  return { render: (engine, mail) => render(engine, publicUrl, mail) }
}

async function render(
  { db, now }: Engine,
  publicUrl: string,
  { follow_up_id, person_id }: RowOf<'mail_message'>,
): Promise<MailContent | null> {
  const row = await db
    .selectFrom('survey_follow_up')
    .innerJoin('account', 'account.id', 'survey_follow_up.account_id')
    .innerJoin('person', (join) => join.on('person.id', '=', person_id))
    .where('survey_follow_up.id', '=', follow_up_id)
    .where('survey_follow_up.state', '=', 'open')
    .where('person.active', '=', true)
    .select([
      'account.name as account',
      'due_at as dueAt',
      'person.name',
      'person.language',
      'person.time_zone as timeZone',
      now().as('now'),
    ])
    .executeTakeFirst()
  if (!row) return null
  const language = isLabelLanguage(row.language) ? row.language : 'en'
  const moment = row.dueAt <= row.now ? 'passed' : 'warned'
  const subject = followUpNotice(language, row.timeZone, { ...row, moment })
  const href = `${publicUrl}/satisfaction/acting?part=followUps`
  const words = buttons[language]
  return {
    name: row.name,
    language,
    subject,
    text: `${subject}\n\n${words}: ${href}`,
    html: htmlOf({ language, text: subject, button: { words, href } }),
  }
}
