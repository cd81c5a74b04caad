// What a line of the history is called: the step, the letter, the clock that was warned of, or a comment.
import type { TFunction } from 'i18next'

interface Line {
  kind: string
  eventLabel: string | null
  text: string | null
}

export function lineLabel({ kind, eventLabel, text }: Line, t: TFunction): string {
  if (kind === 'letter') return t('case.letter', { kind: t(`label.letterKind.${text}`, { defaultValue: '' }) })
  if (kind === 'escalation') return `${t('case.warned')}: ${text ?? ''}`
  return kind === 'comment' ? t('case.comment') : (eventLabel ?? '')
}
