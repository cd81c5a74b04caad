// Asks the questions of a link, one by one or all at once; saves as they are answered, hands in once.

import { momentIn } from '../words/day-in.ts'
import { el } from './elements.ts'
import { showEnd, showThanks, tongue } from './messages.ts'
import { pageHead } from './page-head.ts'
import { questionView } from './question-view.ts'
import type { Answer, FieldFault, Item, Questionnaire, Told, Wording } from './survey-api.ts'
import { say } from './survey-words.ts'
import type { SurveyWord } from './words-en.ts'

interface Question {
  item: Item
  title: Wording
}

/** Where answers go: to the server by a link, or nowhere in a preview. */
export interface AnswerRoad {
  save: (body: object) => Promise<Told<null>>
  handIn: (body: object) => Promise<Told<null>>
}

export function ask(page: HTMLElement, road: AnswerRoad, asked: Questionnaire): void {
  const questions = asked.sections.flatMap(({ title, items }) => items.map((item): Question => ({ item, title })))
  const answers = new Map(asked.saved.map((answer) => [answer.item, answer]))
  let language = asked.languages.includes(asked.language) ? asked.language : (asked.languages[0] ?? 'en')
  let at = Math.max(
    0,
    questions.findIndex(({ item }) => !answers.has(item.code)),
  )
  let all = false
  let faults: Record<string, SurveyWord> = {}
  let timer: number | undefined
  const status = el('p', { class: 'kept', role: 'status' })
  const read = (wording: Wording) => wording[language] ?? wording.en ?? Object.values(wording)[0] ?? ''
  const body = () => ({ language, answers: [...answers.values()] })

  async function save(): Promise<boolean> {
    status.textContent = say(language, 'saving')
    const told = await road.save(body())
    if (told.ok) status.textContent = say(language, 'saved')
    else if (told.code === 'OFFLINE' || told.code === 'FAILED') {
      status.textContent = say(language, 'unsaved')
      timer = window.setTimeout(save, 5_000)
    } else if (told.code === 'INVALID') status.textContent = ''
    else showEnd(page, language, told.code)
    return told.ok
  }

  function changed(item: Item, values: Partial<Answer>): void {
    answers.set(item.code, { ...answers.get(item.code), item: item.code, ...values })
    delete faults[item.code]
    clearTimeout(timer)
    timer = window.setTimeout(save, 600)
  }

  function isAnswered({ code }: Item): boolean {
    const { number, words, ranks, text } = answers.get(code) ?? {}
    return number != null || (words?.length ?? 0) > 0 || (ranks?.length ?? 0) > 0 || Boolean(text?.trim())
  }

  async function forward(): Promise<void> {
    const shown = all ? questions : questions.slice(at, at + 1)
    faults = Object.fromEntries(
      shown.filter(({ item }) => item.obligatory && !isAnswered(item)).map(({ item }) => [item.code, 'needed']),
    )
    if (Object.keys(faults).length > 0) return draw(true)
    if (!all && at < questions.length - 1) {
      at += 1
      return draw(true)
    }
    clearTimeout(timer)
    const told = await road.handIn(body())
    if (told.ok) return showThanks(page, language, read(asked.thanks))
    if (told.code !== 'INVALID') return told.code === 'OFFLINE' ? void save() : showEnd(page, language, told.code)
    faults = faultsOf(told.fields, [...answers.values()])
    const first = questions.findIndex(({ item }) => item.code in faults)
    if (first >= 0) at = first
    draw(true)
  }

  function draw(focus = false): void {
    tongue(page, language)
    const shown = all ? questions : questions.slice(at, at + 1)
    const done = all ? questions.filter(({ item }) => isAnswered(item)).length : at + 1
    const form = el(
      'form',
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault()
          void forward()
        },
      },
      at === 0 || all ? el('p', { class: 'hint' }, read(asked.introduction)) : null,
      ...shown.map(({ item, title }, index) =>
        questionView({
          item,
          title,
          first: index === 0,
          fault: faults[item.code],
          language,
          read,
          answer: answers.get(item.code) ?? { item: item.code },
          changed: (values) => changed(item, values),
        }),
      ),
      status,
      el(
        'div',
        { class: 'steps' },
        at > 0 && !all && el('button', { type: 'button', class: 'btn', onclick: () => back() }, say(language, 'back')),
        el('button', { class: 'btn p' }, say(language, all || at === questions.length - 1 ? 'handIn' : 'next')),
      ),
    )
    page.replaceChildren(
      pageHead(language, asked.languages, (chosen) => {
        language = chosen
        draw()
      }),
      el('progress', {
        max: String(questions.length),
        value: String(done),
        'aria-label': say(language, 'question', { n: done, all: questions.length }),
      }),
      el(
        'p',
        { class: 'meta' },
        el('span', {}, say(language, 'question', { n: done, all: questions.length })),
        el(
          'button',
          {
            type: 'button',
            class: 'plain',
            onclick: () => {
              all = !all
              draw(true)
            },
          },
          say(language, all ? 'one' : 'all'),
        ),
      ),
      form,
      el('p', { class: 'foot' }, say(language, 'until', { date: momentIn(language, asked.expiresAt) })),
    )
    if (focus) {
      const target = page.querySelector<HTMLElement>('[aria-invalid=true] input, [aria-invalid=true] textarea, h1')
      target?.focus()
    }
  }

  function back(): void {
    at -= 1
    draw(true)
  }

  draw()
}

/** The first fault of each item: `answers.<index>.<value>`, or `answers` with the item's code. */
function faultsOf(fields: FieldFault[], sent: Answer[]): Record<string, SurveyWord> {
  const told = fields.flatMap(({ field, code, params }): [string, SurveyWord][] => {
    const index = /^answers\.(\d+)/.exec(field ?? '')?.[1]
    const item = index === undefined ? String(params.item ?? '') : (sent[Number(index)]?.item ?? '')
    return [[item, code === 'notAnswered' ? 'needed' : code === 'tiedRanks' ? 'tiedRanks' : 'wrong']]
  })
  return Object.fromEntries(told.reverse())
}
