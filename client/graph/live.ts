// Live changes as server-sent events: tells that something changed; what changed is read anew by whoever shows it.
import { createClient } from 'graphql-sse'
import { useEffect, useRef } from 'react'
import { apiLanguage } from '../words/language.ts'

const longestWait = 30_000

/** Calls `changed` on each event, and once after a lost connection is back, since events were missed meanwhile. */
export function useLive(query: string | null, changed: () => void): void {
  const latest = useRef(changed)
  latest.current = changed
  useEffect(() => {
    if (query === null) return
    let lost = false
    const client = createClient({
      url: '/graphql',
      headers: () => ({ 'accept-language': apiLanguage() }),
      retryAttempts: Number.POSITIVE_INFINITY,
      retry: async (tries) => {
        lost = true
        await new Promise((done) => setTimeout(done, Math.min(1000 * 2 ** tries, longestWait)))
      },
      on: {
        connected: () => {
          if (lost) latest.current()
          lost = false
        },
      },
    })
    const stop = client.subscribe(
      { query },
      { next: () => latest.current(), error: () => undefined, complete: () => undefined },
    )
    return () => {
      stop()
      client.dispose()
    }
  }, [query])
}
