// The closed lists of the vocabularies by the name of the type of their words.
import * as accountVocabulary from '../../schema/account-vocabulary.ts'
import * as actingVocabulary from '../../schema/acting-vocabulary.ts'
import * as claimVocabulary from '../../schema/claim-vocabulary.ts'
import * as clock from '../../schema/clock.ts'
import * as listViews from '../../schema/list-views.ts'
import * as mailVocabulary from '../../schema/mail-vocabulary.ts'
import * as notificationVocabulary from '../../schema/notification-vocabulary.ts'
import * as signInVocabulary from '../../schema/sign-in-vocabulary.ts'
import * as surveyVocabulary from '../../schema/survey-vocabulary.ts'
import * as taskVocabulary from '../../schema/task-vocabulary.ts'
import * as trialVocabulary from '../../schema/trial-vocabulary.ts'
import * as visitVocabulary from '../../schema/visit-vocabulary.ts'
import * as vocabulary from '../../schema/vocabulary.ts'
import { sourceFiles } from './source-files.ts'

const exported: Record<string, unknown> = {
  ...vocabulary,
  ...accountVocabulary,
  ...claimVocabulary,
  ...taskVocabulary,
  ...mailVocabulary,
  ...notificationVocabulary,
  ...signInVocabulary,
  ...surveyVocabulary,
  ...actingVocabulary,
  ...trialVocabulary,
  ...visitVocabulary,
  ...listViews,
  ...clock,
}

/** `Severity` → word → meaning: each `export type X = Words<typeof list>`, and the two types that are made of others. */
export function meaningsByType(): Map<string, Record<string, string>> {
  const declared = sourceFiles('schema').flatMap(({ text }) =>
    Array.from(text.matchAll(/^export type (\w+) = Words<typeof (\w+)>$/gm), ([, type = '', list = '']) => {
      return [type, { ...(exported[list] as Record<string, string>) }] as const
    }),
  )
  const { customerContact: _, ...grantable } = vocabulary.roles
  return new Map([...declared, ['GrantableRole', grantable], ['Clock', { ...clock.clocks }]])
}
