// Texts of the templates by what they say, each in five languages.
import { templateTexts as en, type TemplateText } from './template-en.ts'
import { templateTexts as fa } from './template-fa.ts'
import { templateTexts as kk } from './template-kk.ts'
import { templateTexts as ru } from './template-ru.ts'
import { templateTexts as zh } from './template-zh.ts'

export function wordingOf(text: TemplateText) {
  return { en: en[text], ru: ru[text], kk: kk[text], fa: fa[text], zh: zh[text] }
}
