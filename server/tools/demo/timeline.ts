// Lets many stories go on side by side in simulated time: in order of time, a few at once, never two of one key.

export interface Timeline {
  /** Starts a story at its time. Stories of one key take turns, each until it waits or ends. */
  start(key: string, at: number, story: () => Promise<void>): void
  /** Gives the turn away until the simulated time has come; a moment after the end never comes. */
  until(key: string, at: number): Promise<void>
  /** Gives the turn away until another story has brought the event about, and then until the time that it tells. */
  meanwhile(key: string, event: Promise<number>): Promise<void>
  /** Resolves when nothing is left to happen before the end; rejects when a story failed and the others have paused. */
  finished: Promise<void>
}

export interface TimelineOptions {
  /** Milliseconds since 1970 */
  end: number
  /** How many stories run at once */
  atOnce: number
  /** How far ahead of the slowest running story another may be, in milliseconds */
  lead: number
}

interface Waiting {
  key: string
  at: number
  resume: () => void
}

export function createTimeline({ end, atOnce, lead }: TimelineOptions): Timeline {
  const waiting: Waiting[] = []
  const running = new Map<string, number>()
  const { promise: finished, resolve, reject } = Promise.withResolvers<void>()
  let failure: { error: unknown } | null = null

  function wait(key: string, at: number, resume: () => void): void {
    if (at > end) return
    let place = waiting.length
    while (place > 0 && (waiting[place - 1]?.at ?? 0) > at) place--
    waiting.splice(place, 0, { key, at, resume })
  }

  function goOn(): void {
    if (failure) {
      if (running.size === 0) reject(failure.error)
      return
    }
    for (let place = 0; place < waiting.length && running.size < atOnce; ) {
      const entry = waiting[place]
      if (!entry || entry.at > Math.min(...running.values()) + lead) return
      if (running.has(entry.key)) {
        place++
        continue
      }
      waiting.splice(place, 1)
      running.set(entry.key, entry.at)
      entry.resume()
    }
    if (waiting.length === 0 && running.size === 0) resolve()
  }

  function leave(key: string): void {
    running.delete(key)
    // Later than every promise that this turn has settled: who waits for one of them stands in line before it is closed.
    setImmediate(goOn)
  }

  function fail(key: string, error: unknown): void {
    failure ??= { error }
    leave(key)
  }

  return {
    start(key, at, story) {
      wait(
        key,
        at,
        () =>
          void story().then(
            () => leave(key),
            (error) => fail(key, error),
          ),
      )
      setImmediate(goOn)
    },
    async until(key, at) {
      const turn = Promise.withResolvers<void>()
      wait(key, at, turn.resolve)
      leave(key)
      await turn.promise
    },
    async meanwhile(key, event) {
      leave(key)
      const at = await event
      const turn = Promise.withResolvers<void>()
      wait(key, at, turn.resolve)
      setImmediate(goOn)
      await turn.promise
    },
    finished,
  }
}
