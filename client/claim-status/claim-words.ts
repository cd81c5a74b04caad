// What the customer's page of a claim says, in its five languages.
import { en } from './claim-words-en.ts'
import { fa } from './claim-words-fa.ts'
import { kk } from './claim-words-kk.ts'
import { ru } from './claim-words-ru.ts'
import { zh } from './claim-words-zh.ts'

export const languages = ['en', 'ru', 'kk', 'fa', 'zh'] as const
export type ClaimWord = keyof typeof en
export type Say = (word: ClaimWord, params?: Readonly<Record<string, string>>) => string

const known: Partial<Record<string, Record<ClaimWord, string>>> = { en, ru, kk, fa, zh }

/** The language that the page speaks to who asks for this one, and its words. */
export function spoken(language: string): { language: string; say: Say } {
  const words = known[language]
  const say: Say = (word, params = {}) =>
    (words ?? en)[word].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  return { language: words ? language : 'en', say }
}

/** Kinds of settlement where the server has no label of the language. */
export function kindIn(language: string, kind: string): string | null {
  return kinds[language]?.[kind] ?? null
}

const kinds: Partial<Record<string, Partial<Record<string, string>>>> = {
  fa: {
    creditNoteFull: 'اعتبار کامل',
    priceAllowance: 'تخفیف قیمت',
    replacement: 'تعویض',
    returnAndRefund: 'بازگشت و استرداد',
    returnAndRework: 'بازگشت و بازکاری',
    reworkAtCustomer: 'بازکاری نزد شما',
    scrapAtCustomer: 'اسقاط نزد شما',
    regrade: 'تغییر درجه',
    divertToOtherOrder: 'انتقال به سفارش دیگر',
    useAsIs: 'مصرف به همین صورت',
    additionalDelivery: 'تحویل تکمیلی',
    processingCost: 'هزینهٔ فرآوری',
    transportCost: 'هزینهٔ حمل',
    documentReissue: 'صدور دوبارهٔ سند',
    priceCorrection: 'اصلاح قیمت',
    goodwill: 'حسن نیت',
    none: 'بدون پرداخت',
  },
  zh: {
    creditNoteFull: '全额贷记',
    priceAllowance: '价格折让',
    replacement: '换货',
    returnAndRefund: '退货退款',
    returnAndRework: '退货返工',
    reworkAtCustomer: '在贵处返工',
    scrapAtCustomer: '在贵处报废',
    regrade: '降级',
    divertToOtherOrder: '转至其他订单',
    useAsIs: '让步使用',
    additionalDelivery: '补发',
    processingCost: '加工费用',
    transportCost: '运输费用',
    documentReissue: '重新出具文件',
    priceCorrection: '价格更正',
    goodwill: '善意补偿',
    none: '无补偿',
  },
}
