// Live changes as server-sent events: tells that something changed; what changed is read anew by whoever shows it.
import { createClient } from 'graphql-sse'
import { useEffect, useRef } from 'react'
import { labelLanguage } from '../words/language.ts'

const longestWait = 30_000

type Listener = (data: unknown) => void

interface Stream {
  listeners: Set<Listener>
  end(): void
}

/** One connection for all who ask the same: a browser opens few to one server. */
const streams = new Map<string, Stream>()

/**
 * Calls `changed` with the data of each event, and with null once after a lost connection is back, since events were missed
 * meanwhile.
 */
export function useLive<T = unknown>(query: string | null, changed: (data: T | null) => void): void {
  const latest = useRef(changed)
  latest.current = changed
  useEffect(() => {
    if (query === null) return
    const listener: Listener = (data) => latest.current(data as T | null)
    const stream = streams.get(query) ?? begin(query)
    stream.listeners.add(listener)
    return () => {
      stream.listeners.delete(listener)
      if (stream.listeners.size > 0) return
      streams.delete(query)
      stream.end()
    }
  }, [query])
}

function begin(query: string): Stream {
  const listeners = new Set<Listener>()
  const tell = (data: unknown) => {
    for (const listener of [...listeners]) listener(data)
  }
  let lost = false
  const client = createClient({
    url: '/graphql',
    headers: () => ({ 'accept-language': labelLanguage() }),
    retryAttempts: Number.POSITIVE_INFINITY,
    retry: async (tries) => {
      lost = true
      await new Promise((done) => setTimeout(done, Math.min(1000 * 2 ** tries, longestWait)))
    },
    on: {
      connected: () => {
        if (lost) tell(null)
        lost = false
      },
    },
  })
  const stop = client.subscribe(
    { query },
    { next: ({ data }) => tell(data ?? null), error: () => undefined, complete: () => undefined },
  )
  const stream: Stream = {
    listeners,
    end() {
      stop()
      client.dispose()
    },
  }
  streams.set(query, stream)
  return stream
}
