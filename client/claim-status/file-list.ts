// Files of the claim: those that the customer sent, and those that were shown to him; each is saved by a press.
import { fileSize } from '../attachments/file-size.ts'
import { el } from '../survey/elements.ts'
import type { Say } from './claim-words.ts'
import { fetchFile, type LinkedFile } from './link-api.ts'

export function fileList(token: string, files: readonly LinkedFile[], say: Say): HTMLElement {
  return el('ul', { class: 'files' }, ...files.map((file) => fileRow(token, file, say)))
}

function fileRow(token: string, file: LinkedFile, say: Say): HTMLElement {
  const { id, name, bytes, own, preview } = file
  const fault = el('span', { class: 'fault', role: 'alert' })
  const picture = el('span', { class: 'thumb', 'aria-hidden': 'true' })
  if (preview) void showPicture(picture, token, id)
  const save = async () => {
    const content = await fetchFile(token, id)
    fault.textContent = content ? '' : say('FAILED')
    if (content) saveAs(content, name)
  }
  return el(
    'li',
    {},
    picture,
    el(
      'span',
      { class: 'told' },
      el('button', { type: 'button', class: 'plain', dir: 'auto', onclick: () => void save() }, name),
      el('span', { class: 'quiet' }, `${say(own ? 'file.yours' : 'file.ours')} · ${fileSize(bytes)}`),
      fault,
    ),
  )
}

async function showPicture(place: HTMLElement, token: string, id: string): Promise<void> {
  const content = await fetchFile(token, id, '/preview')
  if (!content) return
  const image = el('img', { alt: '' })
  image.src = URL.createObjectURL(content)
  image.addEventListener('load', () => URL.revokeObjectURL(image.src))
  place.replaceChildren(image)
}

function saveAs(content: Blob, name: string): void {
  const href = URL.createObjectURL(content)
  el('a', { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}
