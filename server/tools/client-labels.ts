// The server's labels of the words that the client itself shows, one module per language: written once, said the same everywhere.
import { labelLanguages } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import { type WordList, type WordOf, wordLists } from '../core/labels/word-lists.ts'

const shown = [
  ...(['role', 'severity', 'stage', 'qualityLayer', 'chainStage', 'channel', 'pieceKind', 'linkKind'] as const),
  ...(['consumerType', 'accountStatus', 'claimState', 'claimSeat', 'claimImprovementState', 'letterKind'] as const),
  ...([
    'remedy',
    'settlementKind',
    'proposalState',
    'advice',
    'containmentOutcome',
    'selfCheckLine',
    'pauseReason',
  ] as const),
] satisfies WordList[]

/** Module name → text. */
export function labelModules(): Record<string, string> {
  return Object.fromEntries(
    Object.keys(labelLanguages).map((language) => {
      const lists = shown.map((list) => [list, wordsOf(language as keyof typeof labelLanguages, list)])
      const text = `${head}\nexport const labels = ${JSON.stringify(Object.fromEntries(lists), null, 1)}\n`
      return [`labels-${language}.ts`, text.replace(/\n\s{2,}/g, ' ').replace(/\n }/g, ' }')]
    }),
  )
}

const head = "// Made of the server's labels by `npm run generate`; not written by hand."

function wordsOf<L extends WordList>(language: keyof typeof labelLanguages, list: L): Record<string, string> {
  const words = Object.keys(wordLists[list]) as WordOf<L>[]
  return Object.fromEntries(words.map((word) => [word, label(language, list, word)]))
}
