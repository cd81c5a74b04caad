// Serves the pages without a network: keeps the built files of one version, nothing that a person read or wrote.

/** Put here by the build. */
declare const BUILT: { version: string; files: readonly string[] }

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Lasting {
  request: Request
  respondWith(response: Promise<Response>): void
}
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const worker = self as unknown as Worker
const page = '/'
const prefix = 'pages '
const cacheName = prefix + BUILT.version
const files = new Set(BUILT.files)
/** How long a page may take before the kept one is shown. */
const patience = 4000

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([...files])))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => worker.clients.claim()))
})

// A new version takes over when the person says so: open forms go on with the one they began with.
worker.addEventListener('message', ({ data }) => {
  if (data === 'takeOver') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if (files.has(pathname)) event.respondWith(keptFile(request, pathname))
})

/** The server says what an address is; only where it cannot be reached the kept page is shown, which knows all of ours. */
async function openPage(request: Request): Promise<Response> {
  const response = await fetch(request, { signal: AbortSignal.timeout(patience) }).catch(() => null)
  if (response && ![502, 503, 504].includes(response.status)) return response
  return (await caches.match(page, { cacheName })) ?? response ?? Response.error()
}

async function keptFile(request: Request, pathname: string): Promise<Response> {
  return (await caches.match(pathname, { cacheName })) ?? fetch(request)
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  )
}
