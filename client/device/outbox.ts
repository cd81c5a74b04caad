// What could not be sent yet: waits on this device and is sent in order, each exactly once by its key.
import { createListeners, type Listeners } from './listeners.ts'
import type { Shelf } from './shelf.ts'

export const waitingKinds = ['claim', 'comment', 'answer', 'report', 'photo'] as const
export type WaitingKind = (typeof waitingKinds)[number]

export interface Fault {
  text: string
  faults: readonly { field: string | null; text: string }[]
}

export interface Waiting {
  /** The idempotency key: sent twice, it has one effect. */
  key: string
  order: number
  kind: WaitingKind
  /** What people know it by: the line of a claim, the words of a comment, the name of a file. */
  label: string
  at: number
  /** Input of the command; empty for a photo. */
  input: object
  /** What others that wait call this one by. */
  ref: string | null
  /** The `ref` of the claim whose id this one waits for. */
  after: string | null
  caseId: string | null
  blob: Blob | null
  /** What the form held, so that a refusal can be repaired where it was written. */
  draft: { key: string; body: unknown } | null
  page: string | null
  fault: Fault | null
}

export type NewWaiting = Pick<Waiting, 'key' | 'kind' | 'label'> & Partial<Omit<Waiting, 'order' | 'at' | 'fault'>>

export interface SentCase {
  caseId: string
  number: string | null
}

export type Outcome =
  | { kind: 'done'; sent: SentCase | null }
  | ({ kind: 'refused' } & Fault)
  /** No network: it waits. */
  | { kind: 'lost' }

export type Sender = (entry: Waiting, progress: (share: number) => void) => Promise<Outcome>

export interface Outbox extends Pick<Listeners, 'listen'> {
  /** In the order of sending. */
  list(): readonly Waiting[]
  /** Part of a photo that has arrived, 0 to 1. */
  progress(key: string): number | null
  /** Puts it in line and tries at once; a refusal leaves the line, since its form is still open. */
  submit(entry: NewWaiting): Promise<Outcome>
  /** Puts it in line. */
  add(entry: NewWaiting): Promise<void>
  /** Tells those that wait for it under which id a claim stands. */
  resolve(ref: string, caseId: string): Promise<void>
  /** Forgets it, and what waits for it. */
  discard(keys: readonly string[]): Promise<void>
  retry(key: string): Promise<void>
  /** Takes it out to be repaired where it was written; what waits for it goes on waiting. */
  release(key: string): Promise<void>
  flush(): Promise<void>
}

interface OutboxParts {
  shelf: Shelf<Waiting>
  senders: Readonly<Record<WaitingKind, Sender>>
  now: () => number
  /** Runs it while no other page of this device sends on the same lane. */
  alone: (lane: string, run: () => Promise<void>) => Promise<void>
}

/** Photos take long and must not hold up words. */
const lanes = { words: ['claim', 'comment', 'answer', 'report'], photos: ['photo'] } as const satisfies Record<
  string,
  readonly WaitingKind[]
>
type Lane = keyof typeof lanes

export async function createOutbox({ shelf, senders, now, alone }: OutboxParts): Promise<Outbox> {
  const { listen, tell } = createListeners()
  const shares = new Map<string, number>()
  const outcomes = new Map<string, Outcome>()
  const running = new Map<Lane, Promise<void>>()
  let rows = await read()

  async function read(): Promise<Waiting[]> {
    return (await shelf.all()).toSorted((a, b) => a.order - b.order || a.key.localeCompare(b.key))
  }

  async function change(what: { put?: readonly Waiting[]; remove?: readonly string[] }): Promise<void> {
    await shelf.write(what)
    rows = await read()
    tell()
  }

  function flushLane(lane: Lane): Promise<void> {
    const before = running.get(lane) ?? Promise.resolve()
    const next = before.catch(() => undefined).then(() => alone(lane, () => sendAll(lane)))
    running.set(lane, next)
    return next
  }

  async function sendAll(lane: Lane): Promise<void> {
    const kinds: readonly WaitingKind[] = lanes[lane]
    const tried = new Set<string>()
    for (;;) {
      rows = await read()
      const entry = rows.find(({ key, kind, after, fault }) => {
        return kinds.includes(kind) && after === null && fault === null && !tried.has(key)
      })
      if (!entry) return
      tried.add(entry.key)
      const outcome = await senders[entry.kind](entry, (share) => {
        shares.set(entry.key, share)
        tell()
      })
      shares.delete(entry.key)
      outcomes.set(entry.key, outcome)
      if (outcome.kind === 'lost') return tell()
      await settle(entry, outcome)
    }
  }

  async function settle(entry: Waiting, outcome: Outcome): Promise<void> {
    if (outcome.kind === 'refused') {
      const { text, faults } = outcome
      // Discarded while it was being sent: there is nothing left to be repaired.
      const there = (await read()).some(({ key }) => key === entry.key)
      return there ? change({ put: [{ ...entry, fault: { text, faults } }] }) : undefined
    }
    const sent = outcome.kind === 'done' ? outcome.sent : null
    await change({ remove: [entry.key], put: sent && entry.ref ? freed(await read(), entry.ref, sent.caseId) : [] })
  }

  async function flush(): Promise<void> {
    await flushLane('words')
    await flushLane('photos')
  }

  async function add(entry: NewWaiting): Promise<void> {
    const order = 1 + Math.max(0, ...(await read()).map((row) => row.order))
    await change({ put: [{ ...unset, ...entry, at: now(), order, fault: null }] })
  }

  async function resolve(ref: string, caseId: string): Promise<void> {
    await change({ put: freed(await read(), ref, caseId) })
    void flushLane('photos')
  }

  async function discard(keys: readonly string[]): Promise<void> {
    const refs = rows.flatMap(({ key, ref }) => (keys.includes(key) && ref ? ref : []))
    const dependent = rows.filter(({ after }) => after !== null && refs.includes(after)).map(({ key }) => key)
    await change({ remove: [...keys, ...dependent] })
  }

  return {
    listen,
    list: () => rows,
    progress: (key) => shares.get(key) ?? null,
    add,
    resolve,
    discard,
    flush,
    async submit(entry) {
      await add(entry)
      await flushLane(entry.kind === 'photo' ? 'photos' : 'words')
      const outcome = outcomes.get(entry.key) ?? { kind: 'lost' }
      outcomes.delete(entry.key)
      // The form is still open and shows why, so what waits for this one goes on waiting for what is sent instead.
      if (outcome.kind === 'refused') await change({ remove: [entry.key] })
      else void flushLane('photos')
      return outcome
    },
    release: (key) => change({ remove: [key] }),
    async retry(key) {
      await change({ put: rows.filter((row) => row.key === key).map((row) => ({ ...row, fault: null })) })
      await flush()
    },
  }
}

const unset = {
  input: {},
  ref: null,
  after: null,
  caseId: null,
  blob: null,
  draft: null,
  page: null,
} as const

function freed(rows: readonly Waiting[], ref: string, caseId: string): Waiting[] {
  return rows.filter(({ after }) => after === ref).map((row) => ({ ...row, after: null, caseId }))
}
