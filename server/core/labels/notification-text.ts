// What a notification says in one line; the case it is about stands beside it.
import type { NotificationKind } from '../../../schema/notification-vocabulary.ts'
import type { LabelLanguage } from '../../../schema/vocabulary.ts'
import { fill, type TextParams } from './template.ts'

/** `who` did it, the `step` that was taken, the `clock` it is about; the `page` of an export, and its `fault`; the `moment` of a follow-up. */
export function notificationText(language: LabelLanguage, kind: NotificationKind, params: TextParams): string {
  return fill(notificationTexts[language][kind], params)
}

export const notificationTexts: Record<LabelLanguage, Record<NotificationKind, string>> = {
  en: {
    mention: '{who} mentioned you',
    comment: '{who} commented',
    step: '{who}: {step}',
    watched: '{who}: {step}',
    task: '{who}: {step}',
    approval: '{who} asks for your approval',
    clockWarned: 'Runs out soon: {clock}',
    clockPassed: 'Has run out: {clock}',
    followUp: '{moment}: {account}, {due}',
    exportReady: 'Export: {page}{fault}',
  },
  ru: {
    mention: '{who}: вас упомянули',
    comment: '{who}: новый комментарий',
    step: '{who}: {step}',
    watched: '{who}: {step}',
    task: '{who}: {step}',
    approval: '{who}: нужно ваше утверждение',
    clockWarned: 'Срок скоро истечёт: {clock}',
    clockPassed: 'Срок истёк: {clock}',
    followUp: '{moment}: {account}, {due}',
    exportReady: 'Выгрузка: {page}{fault}',
  },
  kk: {
    mention: '{who}: сізді атап өтті',
    comment: '{who}: жаңа пікір',
    step: '{who}: {step}',
    watched: '{who}: {step}',
    task: '{who}: {step}',
    approval: '{who}: сіздің бекітуіңіз керек',
    clockWarned: 'Мерзім жақында аяқталады: {clock}',
    clockPassed: 'Мерзім өтті: {clock}',
    followUp: '{moment}: {account}, {due}',
    exportReady: 'Жүктеме: {page}{fault}',
  },
}
