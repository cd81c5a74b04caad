// Russian labels of follow-ups, themes, assessments and calls.
import type { actingLists } from './acting-lists.ts'
import type { Labels } from './word-lists.ts'

export const actingLabels: Labels<typeof actingLists> = {
  followUpReason: {
    detractor: 'Критик',
    lowMark: 'Низкая оценка',
    saidNo: 'Ответил «нет»',
    silence: 'Молчит',
  },
  followUpState: {
    open: 'Нужно позвонить',
    called: 'Позвонили',
    closed: 'Закрыто',
  },
  followUpOutcome: {
    solved: 'Решено',
    promised: 'Обещано',
    improvement: 'В тему улучшений',
    notReached: 'Не дозвонились',
    nothing: 'Ничего не требуется',
  },
  themeState: {
    open: 'Открыта',
    underway: 'В работе',
    done: 'Выполнена',
    dropped: 'Прекращена',
  },
  assessmentMethod: {
    survey: 'Опрос',
    focusGroup: 'Фокус-группа',
    expertReview: 'Оценка экспертов',
  },
  assessmentArea: {
    company: 'Компания',
    employees: 'Сотрудники',
  },
  callResult: {
    noIssue: 'Вопросов нет',
    question: 'Вопрос',
    problem: 'Проблема',
    notReached: 'Не дозвонились',
  },
}
