/** Reads of a few rows by key share two connections, many under way on each, and their plans serve all values. */
import type { Kysely, RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Database } from '../../schema/database.ts'
import { NamedClient, type NamedClientConfig } from './named-client.ts'
import type { Observer } from './observer.ts'
import { withRetry } from './retry.ts'

export const LANES = 2

export interface LaneOptions {
  client: pg.ClientConfig
  /** Told of lanes that died; the next read opens another. */
  report: ((error: Error) => void) | undefined
  observer: Observer | undefined
}

export interface ReadLanes {
  read(text: string, values: readonly unknown[]): Promise<unknown[]>
  end(): Promise<void>
}

const lanesOf = new WeakMap<object, ReadLanes>()

/** From now on `readRows` on this database goes by these lanes. */
export function giveLanes(db: Kysely<Database>, lanes: ReadLanes): void {
  lanesOf.set(db, lanes)
}

/** A query, or what it was compiled to before. */
export type Statement<R> = Pick<RawBuilder<R>, 'compile' | 'execute'>

/**
 * Rows of a statement that only reads, is soon done, and is well served by one plan for all values. A lane answers in order: what is
 * slow holds up all behind it. In a transaction it belongs to that.
 */
export async function readRows<R>(db: Kysely<Database>, query: Statement<R>): Promise<R[]> {
  const lanes = lanesOf.get(db)
  if (!lanes) return (await query.execute(db)).rows
  const { sql: text, parameters } = query.compile(db)
  return (await withRetry(() => lanes.read(text, parameters))) as R[]
}

export function openLanes({ client, report, observer }: LaneOptions): ReadLanes {
  const lanes: (Lane | null)[] = Array.from({ length: LANES }, () => null)
  let turn = 0

  function next(): Lane {
    turn = (turn + 1) % LANES
    const at = turn
    const known = lanes[at]
    if (known) return known
    const lane = new Lane({ ...client, pipeline: true, gatherUntil: setImmediate }, (error) => {
      if (lanes[at] !== lane) return
      lanes[at] = null
      if (error) report?.(error)
    })
    lanes[at] = lane
    return lane
  }

  return {
    async read(text, values) {
      if (!observer) return await next().read(text, values)
      const started = performance.now()
      let failed = true
      try {
        const rows = await next().read(text, values)
        failed = false
        return rows
      } finally {
        observer.statement({ text, ms: performance.now() - started, failed })
      }
    },
    async end() {
      await Promise.all(lanes.map((lane) => lane?.end()))
    },
  }
}

/** One connection; what is asked of it before it is connected waits, and what is asked in one turn of the event loop goes out in one piece. */
class Lane {
  readonly #client: NamedClient

  /** `lost` is told when it is of no more use: with the error, unless it never connected and its reads say so. */
  constructor(config: NamedClientConfig, lost: (error?: Error) => void) {
    this.#client = new NamedClient(config)
    this.#client.on('error', lost)
    this.#client.on('end', () => lost())
    this.#client.connect(() => undefined)
    this.#client.query('set plan_cache_mode = force_generic_plan', () => undefined)
  }

  read(text: string, values: readonly unknown[]): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      this.#client.query(text, values as unknown[], (error: Error | null, result: pg.QueryResult) =>
        error ? reject(error) : resolve(result.rows),
      )
    })
  }

  async end(): Promise<void> {
    await this.#client.end()
  }
}
