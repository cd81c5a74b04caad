// The controls of one question, by its kind; each tells what was answered when it changes.
import { el } from './elements.ts'
import type { Answer, Item } from './survey-api.ts'
import { say } from './survey-words.ts'
import type { SurveyWord } from './words-en.ts'

export interface Asked {
  item: Item
  answer: Answer
  language: string
  read: (wording: Partial<Record<string, string>>) => string
  changed: (values: Partial<Answer>) => void
}

/** The controls for an item, in the order they are gone through. */
export function itemFields(asked: Asked): HTMLElement[] {
  const { item, language } = asked
  const fields = controlsOf(asked)
  if (item.asksImportance) {
    const { scaleMin, scaleMax } = item
    fields.push(
      group('importance', say(language, 'importance'), [
        points(asked, 'importance', scaleMin ?? 1, scaleMax ?? 5, asked.answer.importance, (importance) => ({
          importance,
        })),
      ]),
    )
  }
  return fields
}

function controlsOf(asked: Asked): HTMLElement[] {
  const { item, answer, language, read, changed } = asked
  switch (item.kind) {
    case 'rating':
    case 'recommendation': {
      if (isContentment(item)) return [points(asked, 'number', 1, 5, answer.number, (number) => ({ number }), rows)]
      const low = item.kind === 'rating' ? 'lowest' : 'likelyLow'
      const high = item.kind === 'rating' ? 'highest' : 'likelyHigh'
      const { scaleMin, scaleMax } = item
      return [
        points(asked, 'number', scaleMin ?? 1, scaleMax ?? 5, answer.number, (number) => ({ number })),
        el('p', { class: 'ends' }, el('span', {}, say(language, low)), el('span', {}, say(language, high))),
      ]
    }
    case 'agreement':
      return [
        options(
          asked,
          'radio',
          (['yes', 'partly', 'no'] satisfies SurveyWord[]).map((code) => ({ code, text: say(language, code) })),
        ),
      ]
    case 'choice':
    case 'choices': {
      const type = item.kind === 'choice' ? 'radio' : 'checkbox'
      return [
        options(
          asked,
          type,
          item.options.map(({ code, wording }) => ({ code, text: read(wording) })),
        ),
      ]
    }
    case 'ranking':
      return [el('p', { class: 'hint' }, say(language, 'ranking')), ranking(asked)]
    case 'text': {
      const field = el('textarea', { rows: '5', dir: 'auto', 'aria-labelledby': `q-${item.code}`, maxlength: '5000' })
      field.value = answer.text ?? ''
      field.addEventListener('input', () => changed({ text: field.value.trim() === '' ? null : field.value }))
      return [field]
    }
    default:
      return item.kind satisfies never
  }
}

/** Marks from 1 to 5 are told in words, each in a row of its own; longer scales stand in one. */
const rows = ['content1', 'content2', 'content3', 'content4', 'content5'] as const

function isContentment({ kind, scaleMin, scaleMax }: Asked['item']): boolean {
  return kind === 'rating' && scaleMin === 1 && scaleMax === 5
}

/** One radio for each point of a scale, in the direction of the script. */
function points(
  { item, language, changed }: Asked,
  name: string,
  from: number,
  to: number,
  chosen: string | null | undefined,
  valuesOf: (value: string) => Partial<Answer>,
  named: readonly SurveyWord[] = [],
): HTMLElement {
  const radios = Array.from({ length: to - from + 1 }, (_, index) => {
    const value = String(from + index)
    const radio = el('input', { type: 'radio', name: `${item.code}-${name}`, value })
    radio.checked = chosen === value
    radio.addEventListener('change', () => changed(valuesOf(value)))
    const word = named[index]
    const words = word && el('span', { class: 'said' }, say(language, word))
    return el('label', { class: 'point' }, radio, el('span', { class: 'value' }, value), words ?? null)
  })
  const look = named.length > 0 ? 'points rows' : radios.length > 7 ? 'points many' : 'points'
  return el('div', { class: look }, ...radios)
}

function options(
  { item, answer, changed }: Asked,
  type: 'radio' | 'checkbox',
  offered: { code: string; text: string }[],
): HTMLElement {
  const inputs = offered.map(({ code, text }) => {
    const input = el('input', { type, name: item.code, value: code })
    input.checked = answer.words?.includes(code) ?? false
    return { input, label: el('label', { class: 'option' }, input, el('span', {}, text)) }
  })
  const tell = () => {
    const words = inputs.filter(({ input }) => input.checked).map(({ input }) => input.value)
    changed({ words: words.length > 0 ? words : null })
  }
  for (const { input } of inputs) input.addEventListener('change', tell)
  return el('div', { class: 'options' }, ...inputs.map(({ label }) => label))
}

function ranking({ item, answer, language, read, changed }: Asked): HTMLElement {
  const rows = item.options.map(({ code, wording }) => {
    const select = el(
      'select',
      { 'aria-label': `${say(language, 'place')}: ${read(wording)}` },
      el('option', { value: '' }, say(language, 'none')),
      ...item.options.map((_, index) => el('option', { value: String(index + 1) }, String(index + 1))),
    )
    select.value = String(answer.ranks?.find(({ option }) => option === code)?.rank ?? '')
    return { code, select, row: el('label', { class: 'rank' }, select, el('span', {}, read(wording))) }
  })
  const tell = () => {
    const ranks = rows
      .filter(({ select }) => select.value !== '')
      .map(({ code, select }) => ({ option: code, rank: Number(select.value) }))
    changed({ ranks: ranks.length > 0 ? ranks : null })
  }
  for (const { select } of rows) select.addEventListener('change', tell)
  return el('div', { class: 'options' }, ...rows.map(({ row }) => row))
}

function group(className: string, title: string, inside: HTMLElement[]): HTMLElement {
  return el('fieldset', { class: className }, el('legend', {}, title), ...inside)
}
