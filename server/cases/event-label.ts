// What a step of any chart is called.
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import { wordLists } from '../core/labels/word-lists.ts'
import type { Chart } from '../workflows/chart.ts'

const lists = { claim: 'claimEvent', trialBatch: 'trialEvent', visit: 'visitEvent', task: 'taskEvent' } as const

/** The label of the event in the words of its chart, which may call another step by the same word; what is no event stays as it is. */
export function eventLabel(language: LabelLanguage, chart: Chart['kind'], event: string): string {
  const list = lists[chart]
  return Object.hasOwn(wordLists[list], event) ? label(language, list, event as never) : event
}
