// Whether somebody is signed in, as the last answer of the server told; signing in and out.
import { useSyncExternalStore } from 'react'
import { createListeners } from '../device/listeners.ts'
import { forgetOwner, isOwner } from '../device/owner.ts'

type Session = 'unknown' | 'in' | 'out'

let session: Session = 'unknown'
const { listen, tell } = createListeners()

export function useSession(): Session {
  return useSyncExternalStore(listen, () => session)
}

export function tellSession(next: Session): void {
  if (next === session) return
  session = next
  tell()
}

/** Resolves when somebody is signed in again; rejects when the asking is given up. */
export function signedInAgain(signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((done, fail) => {
    const stop = listen(() => {
      if (session !== 'in') return
      stop()
      done()
    })
    signal?.addEventListener('abort', () => {
      stop()
      fail(signal.reason)
    })
  })
}

/**
 * Null where it went well, else why not. Somebody else than before starts with a new page and an empty device: nothing that
 * waits here may be sent in another name.
 */
export async function signIn(email: string, password: string): Promise<'failed' | 'unreachable' | null> {
  const response = await post('/auth/sign-in/email', { email, password })
  if (!response) return 'unreachable'
  if (!response.ok) return response.status >= 500 ? 'unreachable' : 'failed'
  const answer = await post('/graphql', { query: '{ me { person { id } } }' })
  const personId: unknown = answer?.ok ? (await answer.json()).data?.me?.person?.id : null
  if (typeof personId === 'string' && !isOwner(personId)) {
    await forgetOwner(personId)
    location.reload()
    return null
  }
  tellSession('in')
  return null
}

/** What this device keeps of the person goes with the session. */
export async function signOut(): Promise<void> {
  await post('/auth/sign-out', {})
  await forgetOwner(null)
  location.assign('/')
}

async function post(path: string, body: object): Promise<Response | null> {
  const headers = { 'content-type': 'application/json' }
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null)
}
