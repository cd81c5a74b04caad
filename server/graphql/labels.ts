// Words that people read, in the language of the request.
import type { Translations } from '../../schema/json.ts'
import { labelLanguages } from '../../schema/vocabulary.ts'
import { translations } from '../core/input-words.ts'
import { builder } from './builder.ts'
import type { RequestContext } from './context.ts'
import { enumOf } from './enums.ts'
import { inputOf } from './input-of.ts'

export const LabelLanguage = enumOf('LabelLanguage', 'Languages in which the product labels its words.', labelLanguages)

export const Translated = builder.objectRef<Translations>('Translated').implement({
  description: 'A name in every language it was translated into.',
  policy: 'open',
  fields: (t) => ({
    en: t.exposeString('en', { description: 'English; always there.' }),
    ru: t.string({ nullable: true, description: 'Russian.', resolve: ({ ru }) => ru ?? null }),
    kk: t.string({ nullable: true, description: 'Kazakh.', resolve: ({ kk }) => kk ?? null }),
  }),
})

inputOf('TranslationsInput', 'A name in several languages.', translations)

/** The name in the request's language, else in English. */
export function labelIn({ language }: RequestContext, name: Translations): string {
  return name[language] ?? name.en
}
