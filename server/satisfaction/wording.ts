// What a respondent reads, told to people of the works.
import type { Wording } from '../../schema/json.ts'
import { type Language, languages, words } from '../../schema/vocabulary.ts'

/** In the language asked for, else in English, else in the first there is. */
export function wordingIn(language: Language, wording: Wording): string {
  const [first] = words(languages).flatMap((one) => wording[one] ?? [])
  return wording[language] ?? wording.en ?? first ?? ''
}

/** In every language there is. */
export function wordingsOf(wording: Wording): { language: Language; text: string }[] {
  return words(languages).flatMap((language) => {
    const text = wording[language]
    return text ? [{ language, text }] : []
  })
}
