// Russian labels of what is known of a customer and agreed with it.
import type { accountLists } from './account-lists.ts'
import type { Labels } from './word-lists.ts'

export const accountLabels: Labels<typeof accountLists> = {
  uniqueNeedKind: {
    outsideHours: 'Отгрузка в нерабочее время',
    emergencyStock: 'Аварийный запас',
    replacementPeriod: 'Особый срок замены',
    licences: 'Лицензии и решения',
    documentForm: 'Особая форма документов',
    reporting: 'Дополнительная отчётность',
    other: 'Другое',
  },
  offerState: {
    proposed: 'Предложено',
    trialAgreed: 'Согласовано испытание',
    ordered: 'Заказано',
    declined: 'Отклонено',
  },
  planSide: {
    theirs: 'План заказчика',
    ours: 'Наш план',
  },
  obligationKind: {
    earlierSteps: 'Заявка и оплата вовремя',
    creditLine: 'Кредитная линия',
    equipment: 'Арендованное оборудование',
    digitalTools: 'Цифровые инструменты',
    training: 'Обучение персонала',
  },
  obligationState: {
    met: 'Выполняется',
    atRisk: 'Под угрозой',
    breached: 'Нарушено',
  },
  loyaltyCause: {
    reached: 'Заказы и удовлетворённость отвечают правилу',
    recommended: 'Порекомендовал нас',
    fewerOrders: 'Заказов меньше, чем требует правило',
    lessSatisfied: 'Удовлетворённость ниже правила',
    noAnswer: 'Год не отвечает на опросы',
  },
  loyaltyPhase: {
    ordinary: 'Обычный',
    loyal: 'Лояльный',
    follower: 'Последователь',
  },
  paretoClass: {
    vitalFew: 'Важное меньшинство',
    usefulMany: 'Полезное большинство',
  },
  contactSide: {
    customer: 'Заказчик',
    works: 'Мы',
  },
}
