// Words of closed lists among the parameters of a text.
import type { LabelLanguage } from '../../../schema/vocabulary.ts'
import { label } from './label.ts'
import type { TextParams } from './template.ts'
import { type WordOf, wordLists } from './word-lists.ts'

/** The parameters that are named after a list, and hold a word of it, as their labels; moments as days. */
export function worded(language: LabelLanguage, params: TextParams): TextParams {
  const entries = Object.entries(params).map(([name, value]) => {
    return [name, isListed(name) && isWord(name, value) ? label(language, name, value) : dayOf(language, value)]
  })
  return Object.fromEntries(entries)
}

const listed = ['role', 'severity', 'office', 'chainStage', 'indicatorGroup', 'visitBlock'] as const
type Listed = (typeof listed)[number]

function isListed(name: string): name is Listed {
  return listed.some((list) => list === name)
}

function isWord<L extends Listed>(list: L, value: string | number): value is WordOf<L> {
  return Object.hasOwn(wordLists[list], value)
}

function dayOf(language: LabelLanguage, value: string | number): string | number {
  if (typeof value === 'number' || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return value
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value))
}
