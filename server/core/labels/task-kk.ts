// Kazakh labels of the task between offices.
import type { Labels, taskLists } from './word-lists.ts'

export const taskLabels: Labels<typeof taskLists> = {
  taskState: {
    open: 'Жаңа',
    inProgress: 'Орындалуда',
    awaitingSender: 'Жіберушіні күтуде',
    returned: 'Қайтарылды',
    answered: 'Жауап берілді',
    done: 'Орындалды',
    cancelled: 'Күші жойылды',
  },
  taskEvent: {
    send: 'Жіберу',
    accept: 'Жұмысқа қабылдау',
    return: 'Қайтару',
    takeBack: 'Қайтаруды болдырмау',
    reassign: 'Әріптеске беру',
    redirect: 'Басқа бөлімшеге жіберу',
    insist: 'Орындауды талап ету',
    ask: 'Жіберушіге сұрақ қою',
    clarify: 'Нақтылау',
    answer: 'Жауап беру',
    verify: 'Жауапты қабылдау',
    rejectAnswer: 'Жауапты қабылдамау',
    cancel: 'Күшін жою',
    deadlinePassed: 'Мерзімі өтті',
  },
  taskPurpose: {
    investigation: 'Тексеру',
    improvement: 'Түзету әрекеті',
    settlement: 'Реттеу',
    visitFollowUp: 'Сапар қорытындысы бойынша жұмыс',
    feasibility: 'Орындалу мүмкіндігін бағалау',
  },
}
