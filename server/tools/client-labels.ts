// The server's labels of the words that the client itself shows, one module per area and language: written once, said the same everywhere.
import { labelLanguages } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import { type WordList, type WordOf, wordLists } from '../core/labels/word-lists.ts'

/** Area of the client's words (`start`: those of every page) → lists whose words its pages show. */
export const shownLabels = {
  start: ['role', 'severity', 'consumerType'],
  administration: ['position', 'office', 'stage', 'clock', 'timeUnit', 'settlementKind', 'catalogue'],
  log: ['remedy'],
  field: [
    ...(['stage', 'qualityLayer', 'chainStage', 'channel', 'claimSeat', 'remedy', 'settlementKind'] as const),
    ...(['advice', 'containmentOutcome'] as const),
  ],
  lists: ['claimEvent', 'claimState'],
  answers: ['agreement'],
  questionnaires: ['instrument', 'itemKind'],
  surveys: ['waveState', 'waveKind', 'respondentGroup', 'invitationState', 'invitationChannel'],
  acting: ['followUpOutcome', 'themeState', 'assessmentMethod', 'assessmentArea', 'callResult'],
  visits: ['visitState', 'visitPurpose', 'visitOrigin'],
  visit: ['visitPurpose', 'visitParty', 'visitBlock', 'visitOutcomeKind', 'visitManner', 'planSide'],
  trials: [
    'trialState',
    'trialReason',
    'indicatorGroup',
    'indicatorDirection',
    'processingMeasure',
    'recommendationState',
  ],
  'account-list': ['accountStatus', 'paretoClass'],
  accounts: [
    ...(['uniqueNeedKind', 'offerState', 'planSide', 'obligationKind', 'obligationState', 'contactSide'] as const),
    ...(['paretoClass', 'accountStatus', 'loyaltyPhase'] as const),
  ],
  case: ['linkKind', 'letterKind', 'claimImprovementState', 'proposalState', 'pauseReason'],
} satisfies Record<string, readonly WordList[]>

/** Module name → text. */
export function labelModules(): Record<string, string> {
  const languages = Object.keys(labelLanguages) as (keyof typeof labelLanguages)[]
  return Object.fromEntries(
    Object.entries(shownLabels).flatMap(([area, lists]) => {
      return languages.map((language) => [`labels-${area}-${language}.ts`, moduleOf(language, lists)] as const)
    }),
  )
}

const head = "// Made of the server's labels by `npm run generate`; not written by hand."

function moduleOf(language: keyof typeof labelLanguages, lists: readonly WordList[]): string {
  const labels = Object.fromEntries(lists.map((list) => [list, wordsOf(language, list)]))
  const text = `${head}\nexport const labels = ${JSON.stringify(labels, null, 1)}\n`
  return text.replace(/\n\s{2,}/g, ' ').replace(/\n }/g, ' }')
}

function wordsOf<L extends WordList>(language: keyof typeof labelLanguages, list: L): Record<string, string> {
  const words = Object.keys(wordLists[list]) as WordOf<L>[]
  return Object.fromEntries(words.map((word) => [word, label(language, list, word)]))
}
