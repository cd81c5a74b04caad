/** Opens the door to the database: Kysely on a pool whose connections name their statements and survive their own errors. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '../../schema/database.ts'
import { columnTypes } from './column-parsers.ts'
import type { Connection } from './connection.ts'
import { NamedClient } from './named-client.ts'
import type { Observer } from './observer.ts'

export type DatabaseOptions = {
  readonly connection: Connection
  readonly poolSize: number
  /** 0 is without limit, for migrations; default 15 s. */
  readonly statementTimeoutMs?: number
  /** Told of connections that died; the next query gets a new one. */
  readonly report?: (error: Error) => void
  /** Told of every statement and of the pool; without it nothing is measured. */
  readonly observer?: Observer | undefined
}

const STATEMENT_TIMEOUT_MS = 15_000
const LOCK_TIMEOUT_MS = 5_000
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000
const CONNECT_TIMEOUT_MS = 5_000

/** Opens no connection before the first query. `db.destroy()` closes the pool. */
export function openDatabase(options: DatabaseOptions): Kysely<Database> {
  const pool = openPool(options)
  const { observer } = options
  observer?.pool(() => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }))
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    ...(observer && {
      log: ({ query, queryDurationMillis, level }) =>
        observer.statement({ text: query.sql, ms: queryDurationMillis, failed: level === 'error' }),
    }),
  })
}

function openPool({
  connection,
  poolSize,
  statementTimeoutMs = STATEMENT_TIMEOUT_MS,
  report,
}: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    Client: NamedClient,
    types: columnTypes,
    max: poolSize,
    application_name: `csg ${process.pid}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    maxLifetimeSeconds: 1_800,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  })
  const heard = (error: Error) => report?.(error)
  pool.on('error', heard)
  // Without a listener of its own a connection that dies while checked out would end the process.
  pool.on('connect', (client) => client.on('error', heard))
  return pool
}
