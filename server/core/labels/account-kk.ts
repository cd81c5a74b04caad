// Kazakh labels of what is known of a customer and agreed with it.
import type { accountLists } from './account-lists.ts'
import type { Labels } from './word-lists.ts'

export const accountLabels: Labels<typeof accountLists> = {
  uniqueNeedKind: {
    outsideHours: 'Жұмыстан тыс уақытта жөнелту',
    emergencyStock: 'Апаттық қор',
    replacementPeriod: 'Ауыстырудың ерекше мерзімі',
    licences: 'Лицензиялар мен шешімдер',
    documentForm: 'Құжаттардың ерекше түрі',
    reporting: 'Қосымша есептілік',
    other: 'Басқа',
  },
  offerState: {
    proposed: 'Ұсынылды',
    trialAgreed: 'Сынақ келісілді',
    ordered: 'Тапсырыс берілді',
    declined: 'Қабылданбады',
  },
  planSide: {
    theirs: 'Тапсырыс берушінің жоспары',
    ours: 'Біздің жоспар',
  },
  obligationKind: {
    earlierSteps: 'Өтінім мен төлем уақытында',
    creditLine: 'Несие желісі',
    equipment: 'Жалға алынған жабдық',
    digitalTools: 'Цифрлық құралдар',
    training: 'Қызметкерлерді оқыту',
  },
  obligationState: {
    met: 'Орындалады',
    atRisk: 'Қауіпте',
    breached: 'Бұзылды',
  },
  loyaltyCause: {
    reached: 'Тапсырыстары мен қанағаты ережеге сай',
    recommended: 'Бізді ұсынды',
    fewerOrders: 'Тапсырыстары ережедегіден аз',
    lessSatisfied: 'Қанағаты ережедегіден төмен',
    noAnswer: 'Бір жыл жауап бермеді',
  },
  loyaltyPhase: {
    ordinary: 'Қарапайым',
    loyal: 'Адал',
    follower: 'Жақтас',
  },
  paretoClass: {
    vitalFew: 'Маңызды азшылық',
    usefulMany: 'Пайдалы көпшілік',
  },
  contactSide: {
    customer: 'Тапсырыс беруші',
    works: 'Біз',
  },
}
