// What is told of a follow-up whose time comes or is over: the customer and the hour, in the zone of who is told.
import type { LabelLanguage } from '../../../schema/vocabulary.ts'
import { notificationText } from './notification-text.ts'

export interface FollowUpNotice {
  moment: 'warned' | 'passed'
  account: string
  dueAt: Date
}

const moments: Record<LabelLanguage, Record<FollowUpNotice['moment'], string>> = {
  en: { warned: 'To be called soon', passed: 'Should have been called' },
  ru: { warned: 'Скоро нужно позвонить', passed: 'Срок звонка прошёл' },
  kk: { warned: 'Жақында қоңырау шалу керек', passed: 'Қоңырау мерзімі өтті' },
}

export function followUpNotice(
  language: LabelLanguage,
  timeZone: string,
  { moment, account, dueAt }: FollowUpNotice,
): string {
  const due = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(dueAt)
  return notificationText(language, 'followUp', { moment: moments[language][moment], account, due })
}
