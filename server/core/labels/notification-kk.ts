// Kazakh labels of what people are told and where.
import type { Labels, notificationLists } from './word-lists.ts'

export const notificationLabels: Labels<typeof notificationLists> = {
  notificationKind: {
    mention: 'Мені атап өту',
    comment: 'Пікірлер',
    step: 'Менің істерімдегі қадамдар',
    watched: 'Мен бақылайтын істер',
    task: 'Тапсырмалар',
    approval: 'Бекітуге ұсыныстар',
    clockWarned: 'Аяқталып келе жатқан мерзімдер',
    clockPassed: 'Өтіп кеткен мерзімдер',
    followUp: 'Пікір бойынша қоңырау мерзімі',
    exportReady: 'Жүктемелер',
  },
  notificationChannel: {
    inApp: 'Қосымшада',
    mail: 'Электрондық пошта',
  },
  mailPurpose: {
    letter: 'Хат',
    invitation: 'Шақыру',
    reminder: 'Еске салу',
    notice: 'Қызметкерге хабарлама',
  },
  mailState: {
    queued: 'Күтуде',
    sent: 'Жіберілді',
    dropped: 'Жіберілмеді',
    dead: 'Жеткізілмеді',
  },
}
