// Where the claim stands in plain words, what comes next, what is needed of the customer, and his reply.
import { el } from '../survey/elements.ts'
import { pageHead } from '../survey/page-head.ts'
import { dayIn } from '../words/day-in.ts'
import { languages, type Say, spoken } from './claim-words.ts'
import { fileForm } from './file-form.ts'
import { fileList } from './file-list.ts'
import { type LinkedClaim, openClaim } from './link-api.ts'
import { offerView } from './offer-view.ts'
import { replyForm } from './reply-form.ts'

const steps = ['received', 'checking', 'deciding', 'offered', 'settling', 'done'] as const

export function claimView(
  page: HTMLElement,
  token: string,
  claim: LinkedClaim,
  chosen = claim.language,
  thanks = false,
): void {
  const { language, say } = spoken(chosen)
  document.documentElement.lang = language
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr'
  document.title = `${claim.number} · ${say('brand')}`
  const day = (iso: string) => dayIn(language, iso)
  const again = async () => {
    const told = await openClaim(token)
    if (told.ok) claimView(page, token, told.data, language, true)
  }
  page.replaceChildren(
    pageHead(language, [...languages], (next) => {
      const written = page.querySelector('textarea')?.value ?? ''
      claimView(page, token, claim, next)
      const words = page.querySelector('textarea')
      if (words) words.value = written
    }),
    el(
      'p',
      { class: 'meta' },
      el('span', {}, `${say('claim')} ${claim.number}`),
      el('span', { dir: 'auto' }, claim.name),
    ),
    ...(thanks ? [el('p', { class: 'thanks', role: 'status' }, say('thanks'))] : []),
    el('h1', { class: 'stands' }, say(`phase.${claim.phase}`)),
    el('p', { class: 'hint' }, say(`meaning.${claim.phase}`)),
    stepList(claim, say),
    ...next(claim, say, day),
    ...needed(claim, say),
    ...(claim.offer.length > 0 ? [offerView(claim, language, say)] : []),
    ...replyForm(token, claim, say, again),
    el(
      'section',
      { class: 'known' },
      el('h2', {}, say('whatWeHave')),
      el('p', { dir: 'auto' }, claim.whatHappened),
      el('p', { class: 'quiet' }, say('receivedOn', { date: day(claim.receivedAt) })),
    ),
    ...filePart(token, claim, say),
    asking(claim, say),
  )
}

/** The files that there are, kept up while more are sent: words of a reply beside them stay. */
function filePart(token: string, claim: LinkedClaim, say: Say): HTMLElement[] {
  let list = fileList(token, claim.files, say)
  const form = fileForm(token, claim, say, async () => {
    const told = await openClaim(token)
    if (!told.ok) return
    claim.files = told.data.files
    const fresh = fileList(token, claim.files, say)
    list.replaceWith(fresh)
    list = fresh
  })
  if (form.length === 0 && claim.files.length === 0) return []
  return [el('section', { class: 'papers' }, el('h2', {}, say('files')), list, ...form)]
}

/** Who is asked, and how. */
function asking({ owner, writeTo, number }: LinkedClaim, say: Say): HTMLElement {
  const letter = writeTo && `mailto:${writeTo}?subject=${encodeURIComponent(number)}`
  return el(
    'section',
    { class: 'asking' },
    el('h2', {}, say('questions')),
    owner !== null && el('p', {}, say('runs'), ' ', el('b', { dir: 'auto' }, owner)),
    letter !== null && writeTo !== null && el('p', {}, el('a', { href: letter, dir: 'ltr' }, writeTo)),
    el('p', { class: 'quiet' }, say('contact')),
  )
}

function stepList({ phase }: LinkedClaim, say: Say): HTMLElement {
  const at = steps.map(String).indexOf(phase)
  if (at < 0) return el('div', {})
  return el(
    'ol',
    { class: 'road', 'aria-label': say('road') },
    ...steps.map((step, index) => {
      const state = index < at ? 'passed' : index === at ? 'now' : 'later'
      return el(
        'li',
        { class: state, ...(index === at && { 'aria-current': 'step' }) },
        el('span', {}, say(`step.${step}`)),
      )
    }),
  )
}

function next(
  { promisedAnswerAt, closedAt, phase }: LinkedClaim,
  say: Say,
  day: (iso: string) => string,
): HTMLElement[] {
  if (closedAt) return [el('p', { class: 'promise' }, say('endedOn', { date: day(closedAt) }))]
  const early = phase === 'received' || phase === 'checking' || phase === 'deciding'
  if (!promisedAnswerAt || !early) return []
  return [el('p', { class: 'promise' }, say('answerBy'), ' ', el('b', {}, day(promisedAnswerAt)))]
}

function needed({ waitingFor, questions }: LinkedClaim, say: Say): HTMLElement[] {
  if (waitingFor === 'sample') return [el('p', { class: 'needed' }, say('sample'))]
  if (waitingFor !== 'customer') return []
  return [
    el(
      'section',
      { class: 'needed' },
      el('h2', {}, say('weNeed')),
      el('ul', {}, ...questions.map((question) => el('li', { dir: 'auto' }, question))),
    ),
  ]
}
