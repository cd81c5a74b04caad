// What is being written: on this device at each keystroke, on the server after two seconds of quiet.
import { createListeners, type Listeners } from './listeners.ts'
import type { Shelf } from './shelf.ts'

export interface Draft {
  key: string
  /** Null once it is thrown away or sent and the server does not know it yet. */
  body: unknown
  /** Milliseconds, in the time of the server. */
  changedAt: number
  /** The server's draft that this goes on from; 0 where it has none. */
  revision: number
  basedOn: number | null
  /** Whether the server has not got it yet. */
  ahead: boolean
}

export interface ServerDraft {
  body: unknown
  revision: number
  changedAt: number
}

export interface DraftServer {
  read(key: string): Promise<ServerDraft | null | 'lost'>
  /** The new revision; `stale` where another device wrote meanwhile. */
  save(draft: Draft): Promise<number | 'stale' | 'refused' | 'lost'>
  discard(key: string): Promise<boolean>
}

export interface Drafts extends Pick<Listeners, 'listen'> {
  get(key: string): Draft | null
  /** The version that was not taken, until one of the two is gone on with. */
  other(key: string): ServerDraft | null
  keep(key: string, body: unknown, basedOn?: number | null): void
  forget(key: string): void
  /** Compares with the server: the newest wins, the other one can be taken. */
  meet(key: string): Promise<void>
  takeOther(key: string): void
  /** Sends what the server has not got, such as after a lost connection. */
  flush(): Promise<void>
}

interface DraftParts {
  shelf: Shelf<Draft>
  server: DraftServer
  now: () => number
}

const quiet = 2000

export async function createDrafts({ shelf, server, now }: DraftParts): Promise<Drafts> {
  const drafts = new Map((await shelf.all()).map((draft) => [draft.key, draft]))
  const others = new Map<string, ServerDraft>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const lines = new Map<string, Promise<void>>()
  const { listen, tell } = createListeners()

  function put(draft: Draft): void {
    drafts.set(draft.key, draft)
    void shelf.write({ put: [draft] }).catch(() => undefined)
    tell()
  }

  function drop(key: string): void {
    drafts.delete(key)
    void shelf.write({ remove: [key] }).catch(() => undefined)
    tell()
  }

  /** One after the other for each draft, so that a save that is under way never comes after its discarding. */
  function inLine(key: string, work: () => Promise<void>): Promise<void> {
    const next = (lines.get(key) ?? Promise.resolve()).then(work)
    lines.set(key, next)
    return next
  }

  function soon(key: string): void {
    clearTimeout(timers.get(key))
    timers.set(
      key,
      setTimeout(() => void inLine(key, () => send(key)), quiet),
    )
  }

  async function send(key: string): Promise<void> {
    const draft = drafts.get(key)
    if (!draft?.ahead) return
    if (draft.body === null) {
      if (!(await server.discard(key))) return
      const present = drafts.get(key)
      if (present === draft) drop(key)
      else if (present) put({ ...present, revision: 0 })
      return
    }
    const result = await server.save(draft)
    const present = drafts.get(key)
    if (!present || result === 'lost' || result === 'refused') return
    if (result === 'stale') return compare(key)
    put({ ...present, revision: result, ahead: present !== draft })
  }

  async function compare(key: string): Promise<void> {
    const theirs = await server.read(key)
    if (theirs === 'lost') return
    const mine = drafts.get(key)
    if (mine?.body === null) return send(key)
    if (!theirs) {
      // Sent or thrown away on another device: what was not written on since is gone here too.
      if (mine && !mine.ahead) drop(key)
      else if (mine) put({ ...mine, revision: 0 })
      return
    }
    if (mine?.revision === theirs.revision) return
    const newest = !mine || theirs.changedAt >= mine.changedAt
    if (mine?.ahead && JSON.stringify(mine.body) !== JSON.stringify(theirs.body)) {
      others.set(key, newest ? { ...mine, revision: theirs.revision } : theirs)
    }
    const basedOn = mine?.basedOn ?? null
    if (newest || !mine?.ahead) put({ key, basedOn, ...theirs, ahead: false })
    else {
      put({ ...mine, revision: theirs.revision })
      soon(key)
    }
  }

  return {
    listen,
    get(key) {
      const draft = drafts.get(key)
      return draft && draft.body !== null ? draft : null
    },
    other: (key) => others.get(key) ?? null,
    keep(key, body, basedOn = null) {
      const revision = drafts.get(key)?.revision ?? 0
      put({ key, body, changedAt: now(), revision, basedOn, ahead: true })
      soon(key)
    },
    forget(key) {
      clearTimeout(timers.get(key))
      others.delete(key)
      const draft = drafts.get(key)
      if (!draft) return tell()
      put({ ...draft, body: null, ahead: true })
      void inLine(key, () => send(key))
    },
    meet: (key) => inLine(key, () => compare(key)),
    takeOther(key) {
      const other = others.get(key)
      const mine = drafts.get(key)
      if (!other || !mine) return
      others.set(key, { body: mine.body, changedAt: mine.changedAt, revision: mine.revision })
      put({ ...mine, body: other.body, changedAt: now(), ahead: true })
      soon(key)
    },
    async flush() {
      const waiting = [...drafts.values()].filter(({ ahead }) => ahead)
      await Promise.all(waiting.map(({ key }) => inLine(key, () => send(key))))
    },
  }
}
