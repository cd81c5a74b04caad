// The requests of the customer's page; each answers with data or with the code of a refusal.
export interface LinkedFile {
  id: string
  name: string
  bytes: number
  own: boolean
  preview: boolean
}

export interface LinkedClaim {
  name: string
  language: string
  number: string
  title: string
  whatHappened: string
  receivedAt: string
  phase: 'received' | 'checking' | 'deciding' | 'offered' | 'settling' | 'done' | 'refused' | 'ended'
  changedAt: string
  promisedAnswerAt: string | null
  closedAt: string | null
  waitingFor: 'customer' | 'sample' | null
  questions: string[]
  offer: { kind: string; label: string; mass: string | null; amount: string; currency: string }[]
  may: { answer: boolean; accept: boolean; dispute: boolean }
  files: LinkedFile[]
  /** Who runs the claim, and where questions are written to. */
  owner: string | null
  writeTo: string | null
  /** What can be sent; null where no file is taken any more. */
  attach: { caseId: string; mostBytes: number; mostFiles: number } | null
  revision: number
}

export type ReplyKind = 'answer' | 'accept' | 'dispute'
export type Told<T> = { ok: true; data: T } | { ok: false; code: string }

export const openClaim = (token: string): Promise<Told<LinkedClaim>> => ask(token, '', 'GET')
export const reply = (token: string, body: object): Promise<Told<unknown>> => ask(token, '/replies', 'POST', body)

async function ask<T>(token: string, path: string, method: string, body?: object): Promise<Told<T>> {
  const sent = body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
  try {
    const address = `/claim-links/${encodeURIComponent(token)}${path}`
    const response = await fetch(address, { method, credentials: 'omit', ...sent })
    const said = await response.json()
    return response.ok ? { ok: true, data: said as T } : { ok: false, code: String(said?.code ?? 'FAILED') }
  } catch {
    return { ok: false, code: 'OFFLINE' }
  }
}

/** The content of a file, or its small picture; null where it does not come. */
export async function fetchFile(token: string, id: string, part: '' | '/preview' = ''): Promise<Blob | null> {
  try {
    const response = await fetch(`/attachments/${id}${part}`, {
      credentials: 'omit',
      headers: { authorization: linkOf(token) },
    })
    return response.ok ? await response.blob() : null
  } catch {
    return null
  }
}

export const linkOf = (token: string): string => `CustomerLink ${token}`
