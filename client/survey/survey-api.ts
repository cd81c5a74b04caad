// The three requests of the respondent's page; each answers with data or with the code of a refusal.
export type Wording = Partial<Record<string, string>>

export interface Item {
  code: string
  kind: 'rating' | 'recommendation' | 'agreement' | 'choice' | 'choices' | 'ranking' | 'text'
  scaleMin: number | null
  scaleMax: number | null
  obligatory: boolean
  asksImportance: boolean
  tiesAllowed: boolean
  wording: Wording
  options: { code: string; wording: Wording }[]
}

export interface Answer {
  item: string
  number?: string | null
  importance?: string | null
  words?: string[] | null
  ranks?: { option: string; rank: number }[] | null
  text?: string | null
}

export interface Questionnaire {
  languages: string[]
  language: string
  introduction: Wording
  thanks: Wording
  sections: { title: Wording; items: Item[] }[]
  saved: Answer[]
  expiresAt: string
}

export interface FieldFault {
  field: string | null
  code: string
  params: Record<string, string | number>
}

export type Told<T> = { ok: true; data: T } | { ok: false; code: string; fields: FieldFault[] }

export const openLink = (token: string): Promise<Told<Questionnaire>> => ask(token, '', 'GET')
export const saveAnswers = (token: string, body: object): Promise<Told<null>> => ask(token, '/saved', 'PUT', body)
export const handIn = (token: string, body: object): Promise<Told<null>> => ask(token, '/answers', 'POST', body)
export const stopAsking = (token: string): Promise<Told<null>> => ask(token, '/opt-out', 'POST', {})

async function ask<T>(token: string, path: string, method: string, body?: object): Promise<Told<T>> {
  const address = `/surveys/${encodeURIComponent(token)}${path}`
  const sent = body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
  try {
    const response = await fetch(address, { method, credentials: 'omit', ...sent })
    const said = response.status === 204 ? null : await response.json()
    if (response.ok) return { ok: true, data: said as T }
    return { ok: false, code: said?.code ?? 'FAILED', fields: said?.fields ?? [] }
  } catch {
    return { ok: false, code: 'OFFLINE', fields: [] }
  }
}
