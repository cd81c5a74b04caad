// What an event of a chart still lacks, in words.
import type { LabelLanguage } from '../../../schema/vocabulary.ts'
import { missingTexts as en, type MissingCode } from '../../workflows/missing-texts.ts'
import { missingTexts as kk } from './missing-kk.ts'
import { missingTexts as ru } from './missing-ru.ts'
import { fill, type TextParams } from './template.ts'
import { worded } from './worded-params.ts'

/** Null for codes that no chart has. Masses, sums and moments in `params` are written by the caller as they are to be read. */
export function missingText(language: LabelLanguage, code: string, params: TextParams = {}): string | null {
  return isMissingCode(code) ? fill(missingTexts[language][code], worded(language, params)) : null
}

export const missingTexts: Record<LabelLanguage, Record<MissingCode, string>> = { en, ru, kk }

function isMissingCode(code: string): code is MissingCode {
  return Object.hasOwn(en, code)
}
