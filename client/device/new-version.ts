// The worker that serves the pages without a network, and the notice when a newer one waits behind open forms.
import { useSyncExternalStore } from 'react'
import { createListeners } from './listeners.ts'

let waiting: ServiceWorker | null = null
const { listen, tell } = createListeners()
const everyMilliseconds = 30 * 60_000

/** Null while there is none; else puts the new version in place and loads the page anew. */
export function useNewVersion(): (() => void) | null {
  const worker = useSyncExternalStore(listen, () => waiting)
  return worker && (() => takeNewVersion(worker))
}

/** Only the built client has a worker. */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register('/service-worker.js').catch(() => null)
  if (!registration) return
  const look = () => {
    // Without a controller it is the first one, which takes its place by itself.
    waiting = navigator.serviceWorker.controller ? registration.waiting : null
    tell()
  }
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  setInterval(() => void registration.update().catch(() => undefined), everyMilliseconds)
}

function takeNewVersion(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  worker.postMessage('takeOver')
}
