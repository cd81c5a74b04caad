// Whether somebody is signed in, as the last answer of the server told; signing in and out.
import { useSyncExternalStore } from 'react'
import type { SignInDuty } from '../../schema/sign-in-vocabulary.ts'
import { createListeners } from '../device/listeners.ts'
import { forgetOwner, isOwner } from '../device/owner.ts'
import { authRequest, posted } from './auth-request.ts'

/** A duty: there is a session, which opens nothing before that was done. */
type Session = 'unknown' | 'in' | 'out' | SignInDuty

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

/** What a refusal at the door asks of the person first; null: nothing. */
export async function dutyOf(response: Response): Promise<SignInDuty | null> {
  if (response.status !== 403) return null
  const answer = await response
    .clone()
    .json()
    .catch(() => null)
  return duties.get(answer?.errors?.[0]?.extensions?.code) ?? null
}

/** Whether a refusal of a file, say, is one of the session and not of what was sent. */
export function asksDuty(code: string): boolean {
  return duties.has(code)
}

const duties = new Map<unknown, SignInDuty>([
  ['PASSWORD_NOT_CHOSEN', 'password'],
  ['SECOND_FACTOR_MISSING', 'secondFactor'],
])

export type SignInFault = 'failed' | 'unreachable'

/** Null where it went well, `code` where the second step is next, else why not. */
export async function signIn(email: string, password: string): Promise<SignInFault | 'code' | null> {
  const answer = await authRequest<{ twoFactorRedirect?: true }>('sign-in/email', { email, password })
  if (answer.ok) return answer.data.twoFactorRedirect ? 'code' : await enter()
  return answer.status === 0 || answer.status >= 500 ? 'unreachable' : 'failed'
}

/**
 * Goes on with the session that there is now. Somebody else than before starts with a new page and an empty device: nothing that
 * waits here may be sent in another name.
 */
export async function enter(): Promise<SignInFault | null> {
  const answer = await fetch('/graphql', posted({ query: '{ me { person { id } } }' })).catch(() => null)
  if (!answer) return 'unreachable'
  const duty = await dutyOf(answer)
  if (duty) {
    tellSession(duty)
    return null
  }
  const personId: unknown = answer.ok ? (await answer.json()).data?.me?.person?.id : null
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
  await authRequest('sign-out', {})
  await forgetOwner(null)
  location.assign('/')
}
