// Kazakh labels of settlement, approval, containment and closing.
import type { Labels, settlementLists } from './word-lists.ts'

export const settlementLabels: Labels<typeof settlementLists> = {
  remedy: {
    replacement: 'Металды ауыстыру',
    priceAllowance: 'Бағаны төмендету',
    creditOrRefund: 'Ақшаны қайтару',
    rework: 'Түзету немесе қайта өңдеу',
    documents: 'Түзетілген құжаттар',
    explanation: 'Түсіндіру және жақсарту',
  },
  settlementKind: {
    creditNoteFull: 'Толық құнына кредит-нота',
    priceAllowance: 'Баға жеңілдігі',
    replacement: 'Металды ауыстыру',
    returnAndRefund: 'Ақшасын қайтарып, металды қайтару',
    returnAndRework: 'Қайтару және зауытта қайта өңдеу',
    reworkAtCustomer: 'Тұтынушыда қайта өңдеу',
    scrapAtCustomer: 'Тұтынушыда сыныққа шығару',
    regrade: 'Басқа маркаға немесе сортқа ауыстыру',
    divertToOtherOrder: 'Басқа тапсырысқа бағыттау',
    useAsIs: 'Сол күйінде пайдалану',
    additionalDelivery: 'Қосымша жеткізу',
    processingCost: 'Өңдеу шығындары',
    transportCost: 'Көлік шығындары',
    documentReissue: 'Құжаттарды қайта ресімдеу',
    priceCorrection: 'Бағаны түзету',
    carrierRecourse: 'Тасымалдаушыға регресс',
    supplierRecourse: 'Жеткізушіге регресс',
    goodwill: 'Ізгі ниет белгісі',
    none: 'Өтемсіз',
  },
  proposalState: {
    pending: 'Келісуде',
    approved: 'Келісілді',
    sentBack: 'Пысықтауға қайтарылды',
    withdrawn: 'Қайтарып алынды',
    replaced: 'Жаңасымен ауыстырылды',
  },
  advice: {
    revise: 'Басқаша ұсыну',
    investigate: 'Әрі қарай тексеру',
    decline: 'Шағымды қабылдамау',
  },
  containmentOutcome: {
    held: 'Кідіртілді',
    sorted: 'Сұрыпталды',
    released: 'Жіберілді',
  },
  selfCheckLine: {
    answeredInTime: 'Әр жауап уәде етілген мерзімде берілді',
    promisesKept: 'Тұтынушыға берілген барлық уәде орындалды',
    causeExplained: 'Себебі тұтынушыға түсіндірілді',
    documentsComplete: 'Барлық құжат шағымға тіркелді',
    lessonShared: 'Қатысы бар әріптестер алынған сабақты біледі',
  },
}
