// The ways by which a rendered mail leaves: an SMTP server, or a folder where none is set.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'

export interface OutgoingMail {
  messageId: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  language: string
  /** Address by which mail programs offer to end such mails. */
  unsubscribe?: string | undefined
  /** An invitation, or its withdrawal, that calendar programs take. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string } | undefined
}

export interface MailTransport {
  /** @throws RefusedForGood where a second try would be refused as well. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** The receiving side said no, and will say so again. */
export class RefusedForGood extends Error {
  override readonly name = 'RefusedForGood'
}

export interface SmtpOptions {
  url: string
  from: string
  /** How long a silent server is waited for. */
  silenceMs?: number
}

export function smtpTransport({ url, from, silenceMs = 30_000 }: SmtpOptions): MailTransport {
  const transporter = createTransport(
    {
      url,
      pool: true,
      maxConnections: 3,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: silenceMs,
    },
    { from },
  )
  return {
    async send(mail) {
      await transporter.sendMail(optionsOf(mail)).catch((error: unknown) => {
        throw isForGood(error) ? new RefusedForGood(messageOf(error), { cause: error }) : error
      })
    },
    close: () => transporter.close(),
  }
}

/** Writes `<id>.eml`; the same mail again replaces its file. */
export function folderTransport(folder: string, from: string): MailTransport {
  const transporter = createTransport({ streamTransport: true, buffer: true }, { from })
  return {
    async send(mail) {
      const { message } = await transporter.sendMail(optionsOf(mail))
      await mkdir(folder, { recursive: true })
      const path = join(folder, `${mail.messageId.replace(/^<|@.*$/g, '')}.eml`)
      await writeFile(`${path}.part`, message)
      await rename(`${path}.part`, path)
    },
    close: () => transporter.close(),
  }
}

function optionsOf({
  messageId,
  to,
  subject,
  text,
  html,
  language,
  unsubscribe,
  calendar,
}: OutgoingMail): SendMailOptions {
  return {
    messageId,
    to,
    subject,
    text,
    html,
    ...(calendar && { icalEvent: { ...calendar, filename: 'visit.ics' } }),
    headers: {
      'Content-Language': language,
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** 5xx is a refusal for good; so is an envelope that never came before the server. */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { responseCode, code } = error as Error & { responseCode?: number; code?: string }
  return responseCode === undefined ? code === 'EENVELOPE' : responseCode >= 500
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
