// Grounds of refusals, reasons for returning a task, and the subjects of the routing table.
import type { Named } from './named.ts'

const refusalGround: Named[] = [
  { code: 'withinTolerance', en: 'Within the tolerance', ru: 'В пределах допуска', kk: 'Шек ішінде' },
  { code: 'notOurMaterial', en: 'Not our material', ru: 'Не наш металл', kk: 'Біздің металл емес' },
  { code: 'tooLate', en: 'Claimed too late', ru: 'Заявлено слишком поздно', kk: 'Тым кеш мәлімделді' },
  { code: 'processingFault', en: 'Fault of the processing', ru: 'Ошибка при переработке', kk: 'Өңдеудегі қате' },
  { code: 'storageFault', en: "Customer's storage", ru: 'Хранение у покупателя', kk: 'Сатып алушыдағы сақтау' },
  {
    code: 'carrierFault',
    en: 'Liability of the carrier',
    ru: 'Ответственность перевозчика',
    kk: 'Тасымалдаушы жауапкершілігі',
  },
  { code: 'notProven', en: 'Not proven', ru: 'Не доказано', kk: 'Дәлелденбеді' },
  { code: 'agreedConcession', en: 'Agreed beforehand', ru: 'Согласовано заранее', kk: 'Алдын ала келісілген' },
]

const returnReason: Named[] = [
  { code: 'notOurs', en: 'Not ours', ru: 'Не наше', kk: 'Біздікі емес' },
  { code: 'unclearQuestion', en: 'The question is unclear', ru: 'Вопрос неясен', kk: 'Сұрақ түсініксіз' },
  { code: 'materialMissing', en: 'The material is not known', ru: 'Не указан металл', kk: 'Металл көрсетілмеген' },
  { code: 'sampleMissing', en: 'A sample is needed first', ru: 'Сначала нужен образец', kk: 'Алдымен үлгі керек' },
  { code: 'answeredBefore', en: 'Answered before', ru: 'Уже отвечено', kk: 'Бұрын жауап берілген' },
  { code: 'dateImpossible', en: 'The date cannot be kept', ru: 'Срок невыполним', kk: 'Мерзім мүмкін емес' },
]

const subject: Named[] = [
  { code: 'surfaceQuality', en: 'Surface quality', ru: 'Качество поверхности', kk: 'Бет сапасы' },
  { code: 'geometry', en: 'Geometry', ru: 'Геометрия', kk: 'Геометрия' },
  { code: 'coating', en: 'Coating', ru: 'Покрытие', kk: 'Жабын' },
  { code: 'chemistry', en: 'Chemical composition', ru: 'Химический состав', kk: 'Химиялық құрам' },
  {
    code: 'mechanicalProperties',
    en: 'Mechanical properties',
    ru: 'Механические свойства',
    kk: 'Механикалық қасиеттер',
  },
  { code: 'packaging', en: 'Packaging', ru: 'Упаковка', kk: 'Қаптама' },
  { code: 'fastening', en: 'Fastening', ru: 'Крепление', kk: 'Бекіту' },
  { code: 'mass', en: 'Mass', ru: 'Масса', kk: 'Салмақ' },
  { code: 'documents', en: 'Documents', ru: 'Документы', kk: 'Құжаттар' },
  { code: 'deliveryDate', en: 'Date of delivery', ru: 'Срок поставки', kk: 'Жеткізу мерзімі' },
  { code: 'invoice', en: 'Invoice', ru: 'Счёт', kk: 'Шот' },
  { code: 'other', en: 'Something else', ru: 'Другое', kk: 'Басқа' },
]

export const reasons = { refusalGround, returnReason, subject }
