// What a step of any chart is called.
import { claimEvents } from '../../schema/claim-vocabulary.ts'
import { taskEvents } from '../../schema/task-vocabulary.ts'
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'

/** The label of the event; the word itself where no chart has it. */
export function eventLabel(language: LabelLanguage, event: string): string {
  if (event in claimEvents) return label(language, 'claimEvent', event as keyof typeof claimEvents)
  if (event in taskEvents) return label(language, 'taskEvent', event as keyof typeof taskEvents)
  return event
}
