// The customer's page of a visit: the date that is proposed, agreed to by one press, or another one asked for.
import '../theme/tokens.css'
import '../survey/survey.css'
import './visit-link.css'
import { el } from '../survey/elements.ts'
import { pageHead } from '../survey/page-head.ts'
import { directionOf } from '../survey/survey-words.ts'
import { dateFormat } from '../words/date-format.ts'
import { answerVisit, type LinkedVisit, openVisit } from './link-api.ts'
import { isLinkWord, type LinkWord, linkLanguages, say } from './link-words.ts'

const [, , token = ''] = location.pathname.split('/')
const root = document.getElementById('visit')
if (root) void start(root)

async function start(page: HTMLElement): Promise<void> {
  const told = await openVisit(token)
  const guessed = navigator.language.split('-')[0] ?? 'en'
  const asked = told.ok ? told.data.language : guessed
  const language = linkLanguages.includes(asked) ? asked : 'en'
  if (told.ok) show(page, told.data, language, null)
  else frame(page, language, [el('h1', { tabindex: '-1' }, sayCode(language, told.code))], () => undefined)
}

function show(page: HTMLElement, visit: LinkedVisit, language: string, notice: string | null): void {
  const open = visit.state === 'proposed'
  const facts = factsOf(visit, language)
  const dated = visit.startsAt !== null && !['cancelled', 'declined'].includes(visit.state)
  frame(
    page,
    language,
    [
      el('p', { class: 'meta' }, `${visit.number} · ${visit.account}`),
      el('h1', { tabindex: '-1' }, say(language, 'title')),
      el('p', { role: 'status' }, notice ?? say(language, standing(visit), { name: visit.contact })),
      dated && el('dl', { class: 'visit-facts' }, ...facts),
      open && choices(page, visit, language),
      dated && calendarLink(language),
    ],
    (next) => show(page, visit, next, notice),
  )
}

function standing({ state }: LinkedVisit): LinkWord {
  if (state === 'proposed') return 'incoming'
  if (state === 'confirmed' || state === 'prepared') return 'confirmed'
  return state === 'requested' || state === 'triaged' ? 'waiting' : 'over'
}

function factsOf(visit: LinkedVisit, language: string): HTMLElement[] {
  const { startsAt, endsAt, timeZone } = visit
  const format = dateFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  const when = startsAt && endsAt ? format.formatRange(new Date(startsAt), new Date(endsAt)) : ''
  const rows: [LinkWord, string | null][] = [
    ['when', when && `${when} ${say(language, 'yourTime', { zone: timeZone })}`],
    ['where', [visit.place, visit.room].filter(Boolean).join(', ')],
    ['who', visit.engineer],
    ['host', visit.host],
    ['about', visit.reason],
  ]
  return rows.flatMap(([word, value]) =>
    value ? [el('div', {}, el('dt', {}, say(language, word)), el('dd', { dir: 'auto' }, value))] : [],
  )
}

function choices(page: HTMLElement, visit: LinkedVisit, language: string): HTMLElement {
  const send = async (event: 'confirm' | 'counterPropose', body: object) => {
    const told = await answerVisit(token, event, { revision: visit.revision, ...body })
    const anew = await openVisit(token)
    const notice = told.ok ? null : sayCode(language, told.code)
    show(page, anew.ok ? anew.data : visit, language, notice)
    page.querySelector('h1')?.focus()
  }
  const form = otherDate(language, (body) => void send('counterPropose', body))
  const other = el(
    'button',
    {
      type: 'button',
      class: 'plain',
      'aria-expanded': 'false',
      onclick: () => {
        form.hidden = !form.hidden
        other.setAttribute('aria-expanded', String(!form.hidden))
        form.querySelector('textarea')?.focus()
      },
    },
    say(language, 'other'),
  )
  const confirm = el(
    'button',
    { type: 'button', class: 'primary', onclick: () => void send('confirm', {}) },
    say(language, 'confirm'),
  )
  return el('div', { class: 'visit-answer' }, confirm, other, form)
}

function otherDate(language: string, send: (body: object) => void): HTMLFormElement {
  const reason = el('textarea', { id: 'reason', rows: '3', dir: 'auto', required: true })
  const from = el('input', { id: 'from', type: 'date' })
  const to = el('input', { id: 'to', type: 'date' })
  const fault = el('p', { class: 'fault', role: 'alert' })
  const field = (id: string, word: LinkWord, input: HTMLElement) =>
    el('p', {}, el('label', { for: id }, say(language, word)), input)
  const form = el(
    'form',
    { novalidate: true },
    field('reason', 'reason', reason),
    fault,
    field('from', 'from', from),
    field('to', 'to', to),
    el('button', { type: 'submit', class: 'primary' }, say(language, 'send')),
  )
  form.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const empty = reason.value.trim() === ''
    fault.textContent = empty ? say(language, 'needed') : ''
    reason.setAttribute('aria-invalid', String(empty))
    if (empty) return reason.focus()
    send({ reason: reason.value, wishedFrom: from.value || null, wishedTo: to.value || null })
  })
  return form
}

function calendarLink(language: string): HTMLElement {
  const href = `/visit-links/${encodeURIComponent(token)}/visit.ics`
  return el('p', {}, el('a', { href, download: 'visit.ics' }, say(language, 'calendar')))
}

function sayCode(language: string, code: string): string {
  return say(language, isLinkWord(code) ? code : 'FAILED')
}

function frame(page: HTMLElement, language: string, parts: (Node | false)[], chosen: (language: string) => void): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  document.title = say(language, 'title')
  page.replaceChildren(pageHead(language, linkLanguages, chosen), ...parts.filter((part) => part !== false))
}
