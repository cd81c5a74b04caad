/** Which of the languages that labels exist in a text names. */
import { type LabelLanguage, labelLanguages } from '../../schema/vocabulary.ts'

export function isLabelLanguage(text: string): text is LabelLanguage {
  return Object.hasOwn(labelLanguages, text)
}
