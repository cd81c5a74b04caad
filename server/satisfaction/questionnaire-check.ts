// Whether a questionnaire can be asked: scales and options fit the kind of each item, codes are told apart, nothing is untranslated.
import type { SurveyOption, Wording } from '../../schema/json.ts'
import type { ItemKind } from '../../schema/survey-vocabulary.ts'
import type { Language } from '../../schema/vocabulary.ts'
import type { FieldFault } from '../core/refusal.ts'

export interface WrittenItem {
  code: string
  kind: ItemKind
  scaleMin: number | null
  scaleMax: number | null
  decimals: boolean
  wording: Wording
  options: readonly SurveyOption[]
}

export interface WrittenSection<I extends WrittenItem = WrittenItem> {
  title: Wording
  items: readonly I[]
}

/** What a code stood for in earlier versions. */
export type EarlierItem = Pick<WrittenItem, 'code' | 'kind' | 'scaleMin' | 'scaleMax'>

/** What is wrong with the contents, by field; a draft may lack translations, but not scales and options. */
export function contentFaults(sections: readonly WrittenSection[], earlier: readonly EarlierItem[]): FieldFault[] {
  const faults: FieldFault[] = []
  const seen = new Set<string>()
  const before = new Map(earlier.map((item) => [item.code, item]))
  for (const [place, { items }] of sections.entries()) {
    for (const [index, item] of items.entries()) {
      const put = (field: string, code: string) =>
        void faults.push({ field: `sections.${place}.items.${index}.${field}`, code, params: {} })
      if (seen.has(item.code)) put('code', 'taken')
      seen.add(item.code)
      for (const [field, code] of formFaults(item)) put(field, code)
      const known = before.get(item.code)
      if (known && !sameScale(known, item)) put('code', 'otherScale')
    }
  }
  if (seen.size === 0) faults.push({ field: 'sections', code: 'noItems', params: {} })
  return faults
}

/** Texts that respondents would not read in their language, by field and language. */
export function untranslated(
  languages: readonly Language[],
  sections: readonly WrittenSection[],
): (FieldFault & { params: { language: Language } })[] {
  return languages.flatMap((language) =>
    sections.flatMap(({ title, items }, place) => [
      ...missing(title, `sections.${place}.title`, language),
      ...items.flatMap(({ wording, options }, index) => {
        const field = `sections.${place}.items.${index}`
        return [
          ...missing(wording, `${field}.wording`, language),
          ...options.flatMap((option, at) => missing(option.wording, `${field}.options.${at}.wording`, language)),
        ]
      }),
    ]),
  )
}

function missing(wording: Wording, field: string, language: Language) {
  return wording[language]?.trim() ? [] : [{ field, code: 'untranslated', params: { language } }]
}

function formFaults({ kind, scaleMin, scaleMax, options }: WrittenItem): [field: string, code: string][] {
  const faults: [string, string][] = []
  const marked = kind === 'rating' || kind === 'recommendation'
  const offers = kind === 'choice' || kind === 'choices' || kind === 'ranking'
  if (marked && (scaleMin === null || scaleMax === null || scaleMax <= scaleMin)) faults.push(['scaleMax', 'badScale'])
  else if (kind === 'recommendation' && (scaleMin !== 0 || scaleMax !== 10)) faults.push(['scaleMax', 'promoterScale'])
  if (!marked && (scaleMin !== null || scaleMax !== null)) faults.push(['scaleMin', 'notAllowedHere'])
  if (offers && options.length < 2) faults.push(['options', 'tooFewOptions'])
  if (!offers && options.length > 0) faults.push(['options', 'notAllowedHere'])
  if (new Set(options.map(({ code }) => code)).size < options.length) faults.push(['options', 'taken'])
  return faults
}

function sameScale(a: EarlierItem, b: EarlierItem): boolean {
  return a.kind === b.kind && a.scaleMin === b.scaleMin && a.scaleMax === b.scaleMax
}
