// Files that the customer adds: chosen or dropped, sent one after another in pieces, each refusal in words at its file.
import { type SendResult, sendFile } from '../attachments/send-file.ts'
import { el } from '../survey/elements.ts'
import type { ClaimWord, Say } from './claim-words.ts'
import { type LinkedClaim, linkOf } from './link-api.ts'

/** Nothing where no file is taken any more; `arrived` when one of those chosen was taken. */
export function fileForm(
  token: string,
  { attach, files }: LinkedClaim,
  say: Say,
  arrived: () => Promise<void>,
): HTMLElement[] {
  if (!attach) return []
  const { caseId, mostBytes, mostFiles } = attach
  const limits = { max: String(Math.floor(mostBytes / 1_048_576)), files: String(mostFiles) }
  const input = el('input', {
    type: 'file',
    multiple: true,
    id: 'files',
    class: 'unseen',
    'aria-describedby': 'files-limits',
  })
  const sending = el('ul', { class: 'files', 'aria-live': 'polite' })
  let under: Promise<void> = Promise.resolve()
  let known = files.length
  const send = async (file: File, row: ReturnType<typeof sendingRow>) => {
    const result = await sendFile(caseId, file, {
      idempotencyKey: await keyOf(file, known),
      authorization: linkOf(token),
      onProgress: row.progress,
    })
    row.ended(result.kind === 'done' ? null : say(faultOf(result), limits))
    if (result.kind !== 'done') return
    known++
    await arrived()
  }
  const take = (chosen: readonly File[]) => {
    for (const file of chosen) {
      const row = sendingRow(file.name)
      sending.append(row.element)
      under = under.then(() => send(file, row))
    }
  }
  input.addEventListener('change', () => {
    take([...(input.files ?? [])])
    input.value = ''
  })
  const drop = el(
    'label',
    { for: 'files', class: 'drop' },
    el('b', {}, say('file.add')),
    el('span', { class: 'quiet', id: 'files-limits' }, say('file.limits', limits)),
  )
  drop.addEventListener('dragover', (event) => event.preventDefault())
  drop.addEventListener('drop', (event) => {
    event.preventDefault()
    take([...(event.dataTransfer?.files ?? [])])
  })
  return [input, drop, sending]
}

function sendingRow(name: string) {
  const bar = el('progress', { max: '1', 'aria-label': name })
  const fault = el('span', { class: 'fault', role: 'alert' })
  const element = el('li', {}, el('span', { class: 'told' }, el('span', { dir: 'auto' }, name), bar, fault))
  return {
    element,
    progress: (share: number) => {
      bar.value = share
    },
    ended: (words: string | null) => {
      if (words === null) element.remove()
      bar.remove()
      fault.textContent = words ?? ''
    },
  }
}

/** The same file chosen again goes on where it was; one that came is another after it. */
async function keyOf({ name, size, lastModified }: File, known: number): Promise<string> {
  const told = new TextEncoder().encode(`${name} ${size} ${lastModified} ${known}`)
  const sum = await crypto.subtle.digest('SHA-256', told)
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const words: Partial<Record<string, ClaimWord>> = {
  fileEmpty: 'file.empty',
  fileTooLarge: 'file.large',
  tooManyOwnFiles: 'file.many',
  tooManyFiles: 'file.many',
  tooManyUploads: 'file.many',
  fileKind: 'file.kind',
  fileUnreadable: 'file.broken',
  filePixels: 'file.broken',
  archiveBomb: 'file.broken',
  NOT_ALLOWED: 'TOO_LATE',
}

function faultOf(result: Exclude<SendResult, { kind: 'done' }>): ClaimWord {
  return result.kind === 'lost' ? 'file.lost' : (words[result.code] ?? 'FAILED')
}
