// What the respondent's page itself says, in the languages that people are asked in.
import { en, type SurveyWord, type SurveyWords } from './words-en.ts'
import { fa } from './words-fa.ts'
import { kk } from './words-kk.ts'
import { ru } from './words-ru.ts'
import { zh } from './words-zh.ts'

const known: Record<string, SurveyWords> = { en, ru, kk, fa, zh }

/** Names of languages in themselves. */
export const languageNames: Record<string, string> = {
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
  fa: 'فارسی',
  zh: '中文',
  de: 'Deutsch',
  ko: '한국어',
  ar: 'العربية',
}

export function say(language: string, word: SurveyWord, params: Record<string, string | number> = {}): string {
  const text = (known[language] ?? en)[word]
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}

export function isSurveyWord(word: string): word is SurveyWord {
  return word in en
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return language === 'fa' || language === 'ar' ? 'rtl' : 'ltr'
}
