// Tells every server process what changed, by LISTEN/NOTIFY, batched after the commits.
import { EventEmitter, on } from 'node:events'
import pg from 'pg'
import { z } from 'zod'
import type { Connection } from './connection.ts'

/** A case (or one of its tasks) moved or was written to, or somebody came to look at it or left. */
export interface Change {
  /** Null where no case changed, but something that people are told. */
  caseId: string | null
  taskId: string | null
  /** People whose work list is touched; empty: judge by the case. */
  personIds: string[]
  /** Who looks at the case through one server process; then nothing else has changed. */
  present?: { origin: string; personIds: string[] } | undefined
}

export interface Changes {
  /** Announces a change after its transaction committed; never waits. */
  announce(change: Change): void
  /** Calls at once with every change, of all processes, before any stream has it; gives the way to stop. */
  hear(listener: (change: Change) => void): () => void
  /** Every change from now on, of all processes, until the signal aborts. */
  stream(signal: AbortSignal): AsyncIterable<Change>
  stop(): Promise<void>
}

const channel = 'csg_changes'
const batchMs = 25
const bytesPerNotice = 7_500
const changeList = z.array(
  z.object({
    caseId: z.string().nullable(),
    taskId: z.string().nullable(),
    personIds: z.array(z.string()),
    present: z.object({ origin: z.string(), personIds: z.array(z.string()) }).optional(),
  }),
)

/** Listens on a connection of its own and comes back when it is lost; what happened in between is not repeated. */
export function openChanges(connection: Connection, report: (error: Error) => void): Changes {
  const local = new EventEmitter()
  local.setMaxListeners(0)
  let client: pg.Client | null = null
  let stopped = false
  let waiting: Change[] = []
  let timer: NodeJS.Timeout | null = null

  async function connect(): Promise<void> {
    if (stopped) return
    const next = new pg.Client({ ...connection, keepAlive: true, application_name: `csg changes ${process.pid}` })
    next.on('error', report)
    next.on('end', () => {
      if (client === next) client = null
      if (!stopped) setTimeout(() => void connect().catch(report), 500).unref()
    })
    next.on('notification', ({ payload }) => {
      const parsed = changeList.safeParse(JSON.parse(payload ?? '[]'))
      for (const change of parsed.data ?? []) local.emit('change', change)
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
  }

  async function flush(): Promise<void> {
    timer = null
    const batch = waiting
    waiting = []
    for (const notice of notices(batch)) await client?.query('select pg_notify($1, $2)', [channel, notice])
  }

  const ready = connect().catch(report)
  return {
    announce(change) {
      waiting.push(change)
      timer ??= setTimeout(() => void flush().catch(report), batchMs).unref()
    },
    hear(listener) {
      local.prependListener('change', listener)
      return () => local.off('change', listener)
    },
    async *stream(signal) {
      try {
        for await (const [change] of on(local, 'change', { signal })) yield change as Change
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },
    async stop() {
      stopped = true
      await ready
      if (timer) clearTimeout(timer)
      await flush().catch(report)
      await client?.end()
    },
  }
}

/** A notice of PostgreSQL holds less than 8,000 bytes. */
function* notices(batch: readonly Change[]): Iterable<string> {
  let part: Change[] = []
  for (const change of batch) {
    if (part.length > 0 && Buffer.byteLength(JSON.stringify([...part, change])) > bytesPerNotice) {
      yield JSON.stringify(part)
      part = []
    }
    part.push(change)
  }
  if (part.length > 0) yield JSON.stringify(part)
}
