// The customer's page of his claim: opens the link, or says why it opens nothing.
import '../theme/tokens.css'
import '../survey/survey.css'
import './claim.css'
import { el } from '../survey/elements.ts'
import { claimView } from './claim-view.ts'
import { spoken } from './claim-words.ts'
import { openClaim } from './link-api.ts'

const [, , token = ''] = location.pathname.split('/')
const root = document.getElementById('claim')
if (root) void start(root)

async function start(page: HTMLElement): Promise<void> {
  const told = await openClaim(token)
  if (told.ok) return claimView(page, token, told.data)
  const { language, say } = spoken(navigator.language.split('-')[0] ?? 'en')
  document.documentElement.lang = language
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr'
  const words =
    told.code === 'OFFLINE' || told.code === 'TOO_MANY_TRIES' || told.code === 'UNKNOWN_LINK' ? told.code : 'FAILED'
  const title = el('h1', { tabindex: '-1' }, say(words))
  page.replaceChildren(
    el('header', {}, el('span', { class: 'brand' }, say('brand'))),
    el('div', { class: 'message' }, title),
  )
  title.focus()
}
