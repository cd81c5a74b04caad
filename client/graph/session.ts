// Whether somebody is signed in, as the last answer of the server told; signing in and out.
import { useSyncExternalStore } from 'react'

type Session = 'unknown' | 'in' | 'out'

let session: Session = 'unknown'
const listeners = new Set<() => void>()

export function useSession(): Session {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => session,
  )
}

export function tellSession(next: Session): void {
  if (next === session) return
  session = next
  for (const listener of listeners) listener()
}

/** Null where it went well, else why not. */
export async function signIn(email: string, password: string): Promise<'failed' | 'unreachable' | null> {
  const response = await post('/auth/sign-in/email', { email, password })
  if (!response) return 'unreachable'
  if (!response.ok) return response.status >= 500 ? 'unreachable' : 'failed'
  tellSession('in')
  return null
}

/** What this device keeps of the person goes with the session. */
export async function signOut(): Promise<void> {
  await post('/auth/sign-out', {})
  for (const key of Object.keys(localStorage)) if (/^(draft|seen):/.test(key)) localStorage.removeItem(key)
  location.assign('/')
}

async function post(path: string, body: object): Promise<Response | null> {
  const headers = { 'content-type': 'application/json' }
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null)
}
