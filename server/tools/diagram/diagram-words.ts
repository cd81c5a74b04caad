// The words of a chart with their labels in every language: found by the name of the chart in the lists of words.
import type { DiagramLabels } from '../../../schema/diagram.ts'
import { type LabelLanguage, labelLanguages } from '../../../schema/vocabulary.ts'
import { label } from '../../core/labels/label.ts'
import { type WordList, type WordOf, wordLists } from '../../core/labels/word-lists.ts'

const endings = { State: /(State|Pace)$/, Event: /Event$/ }

/** Words of the lists whose name begins with the chart's kind and ends so: `claim…State`, `claimEvent`; those of `trialBatch` begin with `trial`. */
export function labelsOf(kind: string, ending: keyof typeof endings): DiagramLabels {
  const first = kind.replace(/Batch$/, '')
  const lists = Object.keys(wordLists).filter((name) => {
    return name.startsWith(first) && endings[ending].test(name)
  }) as WordList[]
  return Object.fromEntries(
    Object.keys(labelLanguages).map((language) => [
      language,
      Object.assign({}, ...lists.map((list) => labelled(language as LabelLanguage, list))),
    ]),
  )
}

function labelled<L extends WordList>(language: LabelLanguage, list: L): Record<string, string> {
  const words = Object.keys(wordLists[list]) as WordOf<L>[]
  return Object.fromEntries(words.map((word) => [word, label(language, list, word)]))
}
