// One question with its heading, its controls and what is wrong with its answer.
import { el } from './elements.ts'
import { type Asked, itemFields } from './item-fields.ts'
import type { Wording } from './survey-api.ts'
import { say } from './survey-words.ts'
import type { SurveyWord } from './words-en.ts'

interface Shown extends Asked {
  title: Wording
  first: boolean
  fault: SurveyWord | undefined
}

export function questionView({ title, first, fault, ...asked }: Shown): HTMLElement {
  const { item, language, read } = asked
  const id = `q-${item.code}`
  return el(
    'fieldset',
    {
      class: 'question',
      'aria-labelledby': id,
      ...(fault && { 'aria-invalid': 'true', 'aria-describedby': `${id}-fault` }),
    },
    el('p', { class: 'section' }, read(title)),
    el(
      first ? 'h1' : 'h2',
      { id, tabindex: '-1' },
      read(item.wording),
      !item.obligatory && el('span', { class: 'optional' }, ` ${say(language, 'optional')}`),
    ),
    ...itemFields(asked),
    fault ? el('p', { class: 'fault', id: `${id}-fault`, role: 'alert' }, say(language, fault)) : null,
  )
}
