// The respondent's page: opens his link, or says why it opens nothing.
import '../theme/tokens.css'
import './survey.css'
import { ask } from './asking.ts'
import { showEnd, showStop } from './messages.ts'
import { handIn, openLink, saveAnswers } from './survey-api.ts'

const [, , token = '', action = ''] = location.pathname.split('/')
const root = document.getElementById('survey')
if (root) void start(root)

async function start(page: HTMLElement): Promise<void> {
  const guessed = navigator.language.split('-')[0] ?? 'en'
  const told = await openLink(token)
  if (action === 'stop') showStop(page, told.ok ? told.data.language : guessed, token)
  else if (told.ok) {
    ask(page, { save: (body) => saveAnswers(token, body), handIn: (body) => handIn(token, body) }, told.data)
  } else showEnd(page, guessed, told.code)
}
