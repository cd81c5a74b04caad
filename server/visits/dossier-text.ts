// A line of the dossier in the language of whoever reads it.
import type { DossierLine } from '../../schema/visit-vocabulary.ts'
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'

/** "Credit line: At risk – Second reminder sent": the words of lists, then the text as it was noted. */
export function dossierText({ text, coded }: DossierLine, language: LabelLanguage): string {
  const named = (coded ?? []).map(({ list, word }) => label(language, list, word as never)).join(': ')
  return [named, text].filter((part) => part !== '').join(' – ')
}
