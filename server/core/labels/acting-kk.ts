// Kazakh labels of follow-ups, themes, assessments and calls.
import type { actingLists } from './acting-lists.ts'
import type { Labels } from './word-lists.ts'

export const actingLabels: Labels<typeof actingLists> = {
  followUpReason: {
    detractor: 'Сыншы',
    lowMark: 'Төмен баға',
    saidNo: 'Жоқ деп жауап берді',
    silence: 'Үнсіз',
  },
  followUpState: {
    open: 'Қоңырау шалу керек',
    called: 'Қоңырау шалынды',
    closed: 'Жабылды',
  },
  followUpOutcome: {
    solved: 'Шешілді',
    promised: 'Уәде берілді',
    improvement: 'Жақсарту тақырыбына',
    notReached: 'Байланысу мүмкін болмады',
    nothing: 'Ештеңе қажет емес',
  },
  themeState: {
    open: 'Ашық',
    underway: 'Жұмыс жүруде',
    done: 'Орындалды',
    dropped: 'Тоқтатылды',
  },
  assessmentMethod: {
    survey: 'Сауалнама',
    focusGroup: 'Фокус-топ',
    expertReview: 'Сарапшылар бағасы',
  },
  assessmentArea: {
    company: 'Компания',
    employees: 'Қызметкерлер',
  },
  callResult: {
    noIssue: 'Сұрақ жоқ',
    question: 'Сұрақ',
    problem: 'Мәселе',
    notReached: 'Байланысу мүмкін болмады',
  },
}
