// The head of the page: whose it is, and in which language it speaks.
import { el } from './elements.ts'
import { languageNames, say } from './survey-words.ts'

export function pageHead(language: string, languages: string[], chosen: (language: string) => void): HTMLElement {
  const select = el(
    'select',
    { 'aria-label': say(language, 'language') },
    ...languages.map((code) => el('option', { value: code, lang: code }, languageNames[code] ?? code)),
  )
  select.value = language
  select.addEventListener('change', () => chosen(select.value))
  return el('header', {}, el('span', { class: 'brand' }, say(language, 'brand')), select)
}
