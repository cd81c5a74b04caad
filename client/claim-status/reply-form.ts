// The customer's reply: an answer to what was asked, or whether he takes the offer; sent once, whatever the network does.
import { el } from '../survey/elements.ts'
import type { ClaimWord, Say } from './claim-words.ts'
import { type LinkedClaim, type ReplyKind, reply } from './link-api.ts'

/** Nothing where no reply is waited for. */
export function replyForm(token: string, claim: LinkedClaim, say: Say, done: () => Promise<void>): HTMLElement[] {
  const { may, revision } = claim
  if (!may.answer && !may.accept && !may.dispute) return []
  const words = el('textarea', { rows: '4', dir: 'auto', maxlength: '5000', id: 'reply' })
  const fault = el('p', { class: 'fault', role: 'alert' })
  const keys = new Map<string, string>()
  const send = (kind: ReplyKind, usual: ClaimWord | null) => async () => {
    const text = words.value.trim() || (usual ? say(usual) : '')
    if (text === '') {
      fault.textContent = say('writeWords')
      words.focus()
      return
    }
    const said = `${kind} ${text}`
    const key = keys.get(said) ?? crypto.randomUUID()
    keys.set(said, key)
    fault.textContent = ''
    const told = await reply(token, { kind, text, revision, key })
    if (told.ok) return done()
    fault.textContent = say(
      told.code === 'CHANGED' || told.code === 'TOO_LATE' ? told.code : told.code === 'OFFLINE' ? 'OFFLINE' : 'FAILED',
    )
  }
  const button = (kind: ReplyKind, word: ClaimWord, look: string, usual: ClaimWord | null = null) =>
    el('button', { type: 'button', class: look, onclick: () => void send(kind, usual)() }, say(word))
  return [
    el(
      'section',
      { class: 'reply' },
      el('label', { for: 'reply' }, say(may.answer ? 'yourAnswer' : 'yourWords')),
      words,
      fault,
      el(
        'div',
        { class: 'steps' },
        may.answer && button('answer', 'sendAnswer', 'btn p'),
        !may.answer && may.dispute && button('dispute', 'dispute', 'btn'),
        !may.answer && may.accept && button('accept', 'accept', 'btn p', 'accepted'),
      ),
    ),
  ]
}
