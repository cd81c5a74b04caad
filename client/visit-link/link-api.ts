// The requests of the customer's page of a visit; each answers with data or with the code of a refusal.
export interface LinkedVisit {
  number: string
  account: string
  contact: string
  language: string
  reason: string
  state: string
  startsAt: string | null
  endsAt: string | null
  timeZone: string
  place: string | null
  room: string | null
  engineer: string | null
  host: string | null
  confirmedAt: string | null
  revision: number
}

export type Told<T> = { ok: true; data: T } | { ok: false; code: string }

export const openVisit = (token: string): Promise<Told<LinkedVisit>> => ask(token, '', 'GET')
export const answerVisit = (token: string, event: 'confirm' | 'counterPropose', body: object): Promise<Told<null>> =>
  ask(token, `/${event}`, 'POST', body)

async function ask<T>(token: string, path: string, method: string, body?: object): Promise<Told<T>> {
  const sent = body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
  try {
    const address = `/visit-links/${encodeURIComponent(token)}${path}`
    const response = await fetch(address, { method, credentials: 'omit', ...sent })
    const said = response.status === 204 ? null : await response.json()
    return response.ok ? { ok: true, data: said as T } : { ok: false, code: said?.code ?? 'FAILED' }
  } catch {
    return { ok: false, code: 'OFFLINE' }
  }
}
