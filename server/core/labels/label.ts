// What a word is called on a screen, in the language of the reader.
import type { LabelLanguage } from '../../../schema/vocabulary.ts'
import { accountLabels as accountEn } from './account-en.ts'
import { accountLabels as accountKk } from './account-kk.ts'
import { accountLabels as accountRu } from './account-ru.ts'
import { actingLabels as actingEn } from './acting-en.ts'
import { actingLabels as actingKk } from './acting-kk.ts'
import { actingLabels as actingRu } from './acting-ru.ts'
import { caseLabels as caseEn } from './case-en.ts'
import { caseLabels as caseKk } from './case-kk.ts'
import { caseLabels as caseRu } from './case-ru.ts'
import { claimLabels as claimEn } from './claim-en.ts'
import { claimLabels as claimKk } from './claim-kk.ts'
import { claimLabels as claimRu } from './claim-ru.ts'
import { listLabels as listEn } from './list-en.ts'
import { listLabels as listKk } from './list-kk.ts'
import { listLabels as listRu } from './list-ru.ts'
import { notificationLabels as notificationEn } from './notification-en.ts'
import { notificationLabels as notificationKk } from './notification-kk.ts'
import { notificationLabels as notificationRu } from './notification-ru.ts'
import { peopleLabels as peopleEn } from './people-en.ts'
import { peopleLabels as peopleKk } from './people-kk.ts'
import { peopleLabels as peopleRu } from './people-ru.ts'
import { settlementLabels as settlementEn } from './settlement-en.ts'
import { settlementLabels as settlementKk } from './settlement-kk.ts'
import { settlementLabels as settlementRu } from './settlement-ru.ts'
import { surveyLabels as surveyEn } from './survey-en.ts'
import { surveyLabels as surveyKk } from './survey-kk.ts'
import { surveyLabels as surveyRu } from './survey-ru.ts'
import { taskLabels as taskEn } from './task-en.ts'
import { taskLabels as taskKk } from './task-kk.ts'
import { taskLabels as taskRu } from './task-ru.ts'
import { trialLabels as trialEn } from './trial-en.ts'
import { trialLabels as trialKk } from './trial-kk.ts'
import { trialLabels as trialRu } from './trial-ru.ts'
import { visitLabels as visitEn } from './visit-en.ts'
import { visitLabels as visitKk } from './visit-kk.ts'
import { visitLabels as visitRu } from './visit-ru.ts'
import type { Labels, WordList, WordOf, wordLists } from './word-lists.ts'

/** `label('ru', 'claimState', 'collecting')`; the list `role` holds `system` too. */
export function label<L extends WordList>(language: LabelLanguage, list: L, word: WordOf<L>): string {
  return labels[language][list][word]
}

const labels: Record<LabelLanguage, Labels<typeof wordLists>> = {
  en: {
    ...peopleEn,
    ...accountEn,
    ...caseEn,
    ...claimEn,
    ...settlementEn,
    ...taskEn,
    ...notificationEn,
    ...surveyEn,
    ...actingEn,
    ...trialEn,
    ...visitEn,
    ...listEn,
  },
  ru: {
    ...peopleRu,
    ...accountRu,
    ...caseRu,
    ...claimRu,
    ...settlementRu,
    ...taskRu,
    ...notificationRu,
    ...surveyRu,
    ...actingRu,
    ...trialRu,
    ...visitRu,
    ...listRu,
  },
  kk: {
    ...peopleKk,
    ...accountKk,
    ...caseKk,
    ...claimKk,
    ...settlementKk,
    ...taskKk,
    ...notificationKk,
    ...surveyKk,
    ...actingKk,
    ...trialKk,
    ...visitKk,
    ...listKk,
  },
}
