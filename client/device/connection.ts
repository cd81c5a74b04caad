// Whether the server can be reached, as the last try told; while it cannot, it is asked every few seconds.
import { useSyncExternalStore } from 'react'
import { createListeners } from './listeners.ts'

const everyMilliseconds = 5000

let reached = true
let timer: ReturnType<typeof setTimeout> | undefined
const { listen, tell } = createListeners()

export const isReached = () => reached
export const onConnection = listen

export function useReached(): boolean {
  return useSyncExternalStore(listen, isReached)
}

export function tellReached(now: boolean): void {
  if (!now && timer === undefined) timer = setTimeout(knock, everyMilliseconds)
  if (now === reached) return
  reached = now
  tell()
}

/** The browser knows when the network goes; that it came back, only an answer proves. */
export function watchNetwork(): void {
  if (!navigator.onLine) tellReached(false)
  addEventListener('offline', () => tellReached(false))
  addEventListener('online', () => void knock())
}

async function knock(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const response = await fetch('/health/live', {
    cache: 'no-store',
    signal: AbortSignal.timeout(everyMilliseconds),
  }).catch(() => null)
  tellReached(response?.ok === true)
}
