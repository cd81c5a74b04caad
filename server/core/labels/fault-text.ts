// What is not right with a field of an input, in words.
import type { LabelLanguage } from '../../../schema/vocabulary.ts'
import { faultTexts as en, type FaultCode } from './fault-en.ts'
import { faultTexts as kk } from './fault-kk.ts'
import { faultTexts as ru } from './fault-ru.ts'
import { missingText } from './missing-text.ts'
import { fill, type TextParams } from './template.ts'
import { worded } from './worded-params.ts'

/** The codes of inputs and commands, and those that a chart refuses an event with; null for any other. */
export function faultText(language: LabelLanguage, code: string, params: TextParams = {}): string | null {
  if (!isFaultCode(code)) return missingText(language, code, params)
  return fill(faultTexts[language][code], worded(language, params))
}

export const faultTexts: Record<LabelLanguage, Record<FaultCode, string>> = { en, ru, kk }

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(en, code)
}
