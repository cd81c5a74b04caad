// Russian labels of questionnaires, waves, invitations and answers.
import type { surveyLists } from './survey-lists.ts'
import type { Labels } from './word-lists.ts'

export const surveyLabels: Labels<typeof surveyLists> = {
  questionnaireState: {
    draft: 'Черновик',
    published: 'Опубликована',
    retired: 'Выведена из обращения',
  },
  itemKind: {
    rating: 'Оценка по шкале',
    recommendation: 'Готовность рекомендовать',
    agreement: 'Да, частично, нет',
    choice: 'Один из вариантов',
    choices: 'Несколько вариантов',
    ranking: 'Ранжирование',
    text: 'Своими словами',
  },
  agreement: {
    yes: 'Да',
    partly: 'Частично',
    no: 'Нет',
  },
  instrument: {
    steelWorks: 'Анкета завода',
    questionnaire: 'Шесть вопросов и открытые',
    threeQuestions: 'Три вопроса после обращения',
    promoters: 'Индекс лояльности потребителей',
    sevenPillars: 'Семь опор',
    own: 'Собственная анкета',
  },
  waveKind: {
    planned: 'Плановая волна',
    afterContact: 'После обращения',
  },
  waveState: {
    planned: 'Запланирована',
    open: 'Идёт',
    closed: 'Закрыта',
    cancelled: 'Отменена',
  },
  respondentGroup: {
    customers: 'Потребители',
    staff: 'Свои работники',
  },
  contactType: {
    technicalSupport: 'Техническая поддержка',
    claims: 'Работа с претензиями',
    service: 'Обслуживание',
  },
  invitationState: {
    queued: 'Ждёт отправки',
    sent: 'Отправлено',
    opened: 'Открыто',
    answered: 'Получен ответ',
    declined: 'Отказ от опросов',
    expired: 'Срок истёк',
    undeliverable: 'Не доставлено',
  },
  invitationChannel: {
    email: 'Электронная почта',
    sms: 'СМС',
    message: 'Мессенджер',
    phone: 'Телефон',
  },
  responseSource: {
    link: 'Самим респондентом',
    telephone: 'По телефону',
    imported: 'Из файла',
  },
  leftOutReason: {
    inactive: 'Больше не работает',
    optedOut: 'Не хочет участвовать в опросах',
    quietPeriod: 'Недавно уже опрошен',
    noAddress: 'Нет адреса',
  },
  answerGrouping: {
    all: 'Все ответы',
    region: 'По региону',
    consumerType: 'По типу потребителя',
    both: 'По региону и типу',
  },
  findingKind: {
    generalLevel: 'Общий уровень',
    belowThreshold: 'Ниже порога',
    content: 'Довольны',
    endUsersLower: 'Конечные потребители ниже',
    wholesalersLower: 'Оптовики ниже',
    consistent: 'Оценивают одинаково',
    inconsistent: 'Оценивают по-разному',
    constantPriority: 'Постоянный приоритет',
  },
  qualityTopic: {
    shipments: 'Отгрузки, тонны',
    claims: 'Претензии по дефектам',
    comments: 'Замечания и пожелания',
    survey: 'Опрос, ответы по показателям',
  },
  quadrant: {
    improveFirst: 'Улучшать первым',
    keepUp: 'Сохранять',
    watch: 'Наблюдать',
    enough: 'Достаточно',
  },
}
