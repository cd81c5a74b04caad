// Russian labels of what people are told and where.
import type { Labels, notificationLists } from './word-lists.ts'

export const notificationLabels: Labels<typeof notificationLists> = {
  notificationKind: {
    mention: 'Упоминания обо мне',
    comment: 'Комментарии',
    step: 'Шаги по моим делам',
    watched: 'Дела, за которыми я слежу',
    task: 'Задачи',
    approval: 'Предложения на утверждение',
    clockWarned: 'Сроки на исходе',
    clockPassed: 'Истекшие сроки',
    followUp: 'Сроки звонков по отзывам',
    exportReady: 'Выгрузки',
  },
  notificationChannel: {
    inApp: 'В приложении',
    mail: 'Электронная почта',
  },
  mailPurpose: {
    letter: 'Письмо',
    invitation: 'Приглашение',
    reminder: 'Напоминание',
    notice: 'Уведомление сотруднику',
  },
  mailState: {
    queued: 'Ожидает',
    sent: 'Отправлено',
    dropped: 'Не отправлено',
    dead: 'Не доставлено',
  },
}
