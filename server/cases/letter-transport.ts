// Renders a queued letter in the language of its receiver and hands it to the outbox folder, once.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '../core/engine.ts'
import { letterText } from '../core/labels/letter-text.ts'

/** Writes `<id>.txt` with header lines and body; a letter that was sent before is left alone. */
export async function sendLetter(engine: Engine, outbox: string, letterId: string): Promise<void> {
  const letter = await engine.db
    .selectFrom('letter')
    .innerJoin('service_case', 'service_case.id', 'letter.case_id')
    .leftJoin('contact', 'contact.id', 'letter.contact_id')
    .where('letter.id', '=', letterId)
    .where('letter.sent_at', 'is', null)
    .select([
      'letter.kind',
      'letter.language',
      'letter.body',
      'letter.detail',
      'service_case.number',
      'service_case.title',
      'contact.name',
      'contact.email',
    ])
    .executeTakeFirst()
  if (!letter) return
  const text = letterText(letter.language, letter.kind, {
    number: letter.number,
    title: letter.title,
    name: letter.name ?? '',
    ...letter.detail,
  })
  const lines = [
    `To: ${letter.name ?? '-'} <${letter.email ?? '-'}>`,
    `Subject: ${text.subject}`,
    `Message-ID: <${letterId}@csg>`,
    '',
    letter.body ?? text.body,
    '',
  ]
  await mkdir(outbox, { recursive: true })
  const path = join(outbox, `${letterId}.txt`)
  await writeFile(`${path}.part`, lines.join('\n'))
  await rename(`${path}.part`, path)
  await engine.db.updateTable('letter').set({ sent_at: engine.now() }).where('id', '=', letterId).execute()
}
