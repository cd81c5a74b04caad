// The worker that serves the pages without a network, and the notice when a newer one waits behind open forms.
import { useSyncExternalStore } from 'react'
import { createListeners } from './listeners.ts'

const everyMilliseconds = 30 * 60_000

let takeNew: (() => void) | null = null
const { listen, tell } = createListeners()

/** Null while there is none; else puts the new version in place and loads the page anew. */
export function useNewVersion(): (() => void) | null {
  return useSyncExternalStore(listen, () => takeNew)
}

/** Only the built client has a worker. */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const served = serviceWorker.controller !== null
  const registration = await serviceWorker.register('/service-worker.js').catch(() => null)
  if (!registration) return
  const look = () => {
    const { waiting } = registration
    // Without a controller it is the first one, which takes its place by itself.
    if (waiting && serviceWorker.controller) offer(() => waiting.postMessage('takeOver'))
  }
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  let asked = false
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    // Another page of this browser took the new version: this one goes on until it is told to.
    else if (served) offer(() => location.reload())
  })
  setInterval(() => void registration.update().catch(() => undefined), everyMilliseconds)

  function offer(take: () => void): void {
    takeNew = () => {
      asked = true
      take()
    }
    tell()
  }
}
