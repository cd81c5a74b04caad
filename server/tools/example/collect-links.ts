// Reads the links of invitations out of the mails that lie in the outbox of the example's server.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export interface InvitationLink {
  to: string
  language: string
  token: string
}

const patienceMs = 60_000

/** Waits until so many invitations have been written. */
export async function collectLinks(folder: string, count: number): Promise<InvitationLink[]> {
  const end = Date.now() + patienceMs
  for (;;) {
    const links = await linksIn(join(folder, 'outbox'))
    if (links.length >= count) return links
    if (Date.now() > end) throw new Error(`Of ${count} invitations ${links.length} were written in time`)
    await wait(500)
  }
}

async function linksIn(outbox: string): Promise<InvitationLink[]> {
  const names = await readdir(outbox).catch(() => [])
  const mails = names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(outbox, name), 'utf8'))
  return (await Promise.all(mails)).flatMap((mail) => {
    const head = mail.slice(0, mail.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, ' ')
    const token = /^List-Unsubscribe: .*\/surveys\/([A-Za-z0-9_-]{43})\//im.exec(head)?.[1]
    const language = /^Content-Language: (\w+)/im.exec(head)?.[1] ?? 'en'
    const to = /^To: (.*)$/im.exec(head)?.[1] ?? ''
    return token ? [{ to, language, token }] : []
  })
}
