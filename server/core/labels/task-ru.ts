// Russian labels of the task between offices.
import type { Labels, taskLists } from './word-lists.ts'

export const taskLabels: Labels<typeof taskLists> = {
  taskState: {
    open: 'Новое',
    inProgress: 'В работе',
    awaitingSender: 'Ожидает отправителя',
    returned: 'Возвращено',
    answered: 'Отвечено',
    done: 'Выполнено',
    cancelled: 'Отменено',
  },
  taskEvent: {
    send: 'Направить',
    accept: 'Принять в работу',
    return: 'Вернуть',
    takeBack: 'Отменить возврат',
    reassign: 'Передать коллеге',
    redirect: 'Направить в другое подразделение',
    insist: 'Настоять на исполнении',
    ask: 'Задать вопрос отправителю',
    clarify: 'Уточнить',
    answer: 'Ответить',
    verify: 'Принять ответ',
    rejectAnswer: 'Отклонить ответ',
    cancel: 'Отменить',
    deadlinePassed: 'Срок истёк',
  },
  taskPurpose: {
    investigation: 'Расследование',
    improvement: 'Корректирующее действие',
    settlement: 'Урегулирование',
    visitFollowUp: 'Работа по итогам выезда',
    feasibility: 'Оценка выполнимости',
  },
}
