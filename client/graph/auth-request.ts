// One request to the roads of sign-in, and what a refusal of theirs is called.

export type AuthAnswer<T> = { ok: true; data: T } | { ok: false; status: number; code: string }

/** Status 0: the server was not reached. */
export async function authRequest<T = unknown>(path: string, body?: object): Promise<AuthAnswer<T>> {
  try {
    const response = await fetch(`/auth/${path}`, body ? posted(body) : {})
    const data = await response.json()
    return response.ok ? { ok: true, data } : { ok: false, status: response.status, code: String(data?.code) }
  } catch {
    return { ok: false, status: 0, code: 'UNREACHABLE' }
  }
}

export function posted(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
