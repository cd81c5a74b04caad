// What the page says instead of questions: thanks, why a link opens nothing, and that nobody asks any more.
import { el } from './elements.ts'
import { stopAsking } from './survey-api.ts'
import { directionOf, isSurveyWord, say } from './survey-words.ts'

export function showThanks(page: HTMLElement, language: string, thanks: string): void {
  message(page, language, thanks || say(language, 'thanks'))
}

export function showEnd(page: HTMLElement, language: string, code: string): void {
  const word = isSurveyWord(code) ? code : 'FAILED'
  const again = code === 'OFFLINE' || word === 'FAILED'
  const retry = el('button', { class: 'btn p', onclick: () => location.reload() }, say(language, 'again'))
  message(page, language, say(language, word), ...(again ? [retry] : []))
}

export function showStop(page: HTMLElement, language: string, token: string): void {
  const stop = el(
    'button',
    {
      class: 'btn p',
      onclick: async () => {
        const told = await stopAsking(token)
        if (told.ok) message(page, language, say(language, 'stopped'))
        else showEnd(page, language, told.code)
      },
    },
    say(language, 'stop'),
  )
  message(page, language, say(language, 'stopTitle'), el('p', { class: 'hint' }, say(language, 'stopText')), stop)
}

function message(page: HTMLElement, language: string, text: string, ...more: HTMLElement[]): void {
  tongue(page, language)
  const title = el('h1', { tabindex: '-1' }, text)
  page.replaceChildren(
    el('header', {}, el('span', { class: 'brand' }, say(language, 'brand'))),
    el('div', { class: 'message' }, title, ...more),
  )
  title.focus()
}

/** The page speaks a language, in the direction of its script; a preview within another page leaves that one alone. */
export function tongue(page: HTMLElement, language: string): void {
  const alone = page.getRootNode() === document
  const whole = alone ? document.documentElement : page
  whole.lang = language
  whole.dir = directionOf(language)
  if (alone) document.title = say(language, 'brand')
}
