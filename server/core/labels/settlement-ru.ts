// Russian labels of settlement, approval, containment and closing.
import type { Labels, settlementLists } from './word-lists.ts'

export const settlementLabels: Labels<typeof settlementLists> = {
  remedy: {
    replacement: 'Замена металла',
    priceAllowance: 'Снижение цены',
    creditOrRefund: 'Возврат денег',
    rework: 'Исправление или переработка',
    documents: 'Исправленные документы',
    explanation: 'Объяснение и улучшение',
  },
  settlementKind: {
    creditNoteFull: 'Кредит-нота на полную стоимость',
    priceAllowance: 'Скидка к цене',
    replacement: 'Замена металла',
    returnAndRefund: 'Возврат металла с возвратом денег',
    returnAndRework: 'Возврат и переработка на заводе',
    reworkAtCustomer: 'Переработка у потребителя',
    scrapAtCustomer: 'Списание в лом у потребителя',
    regrade: 'Перевод в другую марку или сорт',
    divertToOtherOrder: 'Переадресация на другой заказ',
    useAsIs: 'Использование как есть',
    additionalDelivery: 'Допоставка',
    processingCost: 'Затраты на переработку',
    transportCost: 'Транспортные расходы',
    documentReissue: 'Переоформление документов',
    priceCorrection: 'Корректировка цены',
    carrierRecourse: 'Регресс к перевозчику',
    supplierRecourse: 'Регресс к поставщику',
    goodwill: 'Жест доброй воли',
    none: 'Без возмещения',
  },
  proposalState: {
    pending: 'На согласовании',
    approved: 'Согласовано',
    sentBack: 'Возвращено на доработку',
    withdrawn: 'Отозвано',
    replaced: 'Заменено новым',
  },
  advice: {
    revise: 'Предложить иначе',
    investigate: 'Расследовать дальше',
    decline: 'Отклонить рекламацию',
  },
  containmentOutcome: {
    held: 'Задержан',
    sorted: 'Рассортирован',
    released: 'Выпущен',
  },
  selfCheckLine: {
    answeredInTime: 'Каждый ответ дан в обещанный срок',
    promisesKept: 'Все обещания потребителю выполнены',
    causeExplained: 'Причина объяснена потребителю',
    documentsComplete: 'Все документы приложены к рекламации',
    lessonShared: 'Коллеги, которых это касается, знают об уроке',
  },
}
