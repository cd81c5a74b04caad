// What a new questionnaire begins with, by instrument: the indicators and questions that the domain names, in five languages.
import type { Wording } from '../../schema/json.ts'
import type { Instrument } from '../../schema/survey-vocabulary.ts'
import type { ItemContents, WrittenContents } from './questionnaire-contents.ts'
import { wordingOf } from './template-texts.ts'

const five = { kind: 'rating', scaleMin: 1, scaleMax: 5 } as const
const languages = ['en', 'ru', 'kk', 'fa', 'zh'] as const

/** Indicators of the works (SAT-03), each a mark from 1 to 5 with its importance beside it. */
export const worksIndicators = [
  'productQuality',
  'productDevelopment',
  'claimsHandling',
  'orderManagement',
  'service',
  'delivery',
  'technicalSupport',
  'price',
  'paymentTerms',
  'marketUnderstanding',
  'relationship',
] as const

/** Factors of a purchase that respondents choose among and put in order (SAT-05, SAT-06). */
export const purchaseFactors = [
  'productQuality',
  'technicalSupport',
  'paymentTerms',
  'price',
  'delivery',
  'communication',
  'service',
  'relationship',
] as const

const pillars = ['communication', 'loyalty', 'assortment', 'promotions', 'cost', 'experience', 'feedback'] as const

const factorOptions = purchaseFactors.map((code) => ({ code, wording: wordingOf(code) }))

const contents: Record<Instrument, WrittenContents['sections']> = {
  steelWorks: [
    {
      title: wordingOf('satisfactionTitle'),
      items: worksIndicators.map((code) =>
        item(code, wordingOf(code), { ...five, asksImportance: true, obligatory: true }),
      ),
    },
    {
      title: wordingOf('factorsTitle'),
      items: [
        item('decidingFactors', wordingOf('decidingFactors'), { kind: 'choices', options: factorOptions }),
        item('factorOrder', wordingOf('factorOrder'), { kind: 'ranking', options: factorOptions }),
      ],
    },
    {
      title: wordingOf('recommendationTitle'),
      items: [
        item('recommendation', wordingOf('recommendation'), { kind: 'recommendation', scaleMin: 0, scaleMax: 10 }),
        item('comment', wordingOf('comment'), { kind: 'text' }),
      ],
    },
  ],
  questionnaire: [
    {
      title: wordingOf('purchaseTitle'),
      items: [
        item('place', wordingOf('place'), {
          kind: 'choice',
          options: (['atWorks', 'byDealer', 'byPhone', 'online'] as const).map((code) => ({
            code,
            wording: wordingOf(code),
          })),
        }),
        ...(['cooperation', 'answers', 'presentation', 'waitingTime', 'expectations'] as const).map((code) =>
          item(code, wordingOf(code), { kind: 'agreement', obligatory: true }),
        ),
        item('anythingElse', wordingOf('anythingElse'), { kind: 'text' }),
      ],
    },
  ],
  threeQuestions: [
    {
      title: wordingOf('contactTitle'),
      items: [
        item('employee', wordingOf('employee'), { kind: 'rating', scaleMin: 1, scaleMax: 10, obligatory: true }),
        item('resolved', wordingOf('resolved'), { kind: 'agreement', obligatory: true }),
        item('again', wordingOf('again'), { kind: 'agreement', obligatory: true }),
      ],
    },
  ],
  promoters: [
    {
      title: wordingOf('recommendationTitle'),
      items: [
        item('recommendation', wordingOf('recommendation'), {
          kind: 'recommendation',
          scaleMin: 0,
          scaleMax: 10,
          obligatory: true,
        }),
        item('reason', wordingOf('reason'), { kind: 'text' }),
      ],
    },
  ],
  sevenPillars: [
    {
      title: wordingOf('pillarsTitle'),
      items: pillars.map((code) => item(code, wordingOf(`pillar.${code}`), { ...five, obligatory: true })),
    },
  ],
  own: [],
}

/** Contents of the first version of a questionnaire; empty for one that the group makes itself. */
export function templateOf(instrument: Instrument): WrittenContents {
  return {
    languages: instrument === 'own' ? ['en'] : languages,
    introduction: instrument === 'own' ? {} : wordingOf('introduction'),
    thanks: instrument === 'own' ? {} : wordingOf('thanks'),
    sections: contents[instrument],
  }
}

function item(code: string, wording: Wording, given: Pick<ItemContents, 'kind'> & Partial<ItemContents>): ItemContents {
  const plain = {
    scaleMin: null,
    scaleMax: null,
    decimals: false,
    obligatory: false,
    asksImportance: false,
    tiesAllowed: false,
  }
  return { ...plain, options: [], ...given, code, wording }
}
