/** Opens the door to the database: Kysely on a pool whose connections name their statements and survive their own errors. */
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import type { Database } from '../../schema/database.ts'
import { columnTypes } from './column-parsers.ts'
import type { Connection } from './connection.ts'
import { NamedClient, type NamedClientConfig } from './named-client.ts'
import type { Observer } from './observer.ts'
import { giveLanes, LANES, openLanes } from './read-lanes.ts'
import { withRetry } from './retry.ts'

export type DatabaseOptions = {
  readonly connection: Connection
  /** Connections at most, those of the lanes among them. */
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
/** From so many connections on two are lanes; fewer are all for commands. */
const POOL_WITH_LANES = 6

/** Opens no connection before the first query. `db.destroy()` closes them all. */
export function openDatabase(options: DatabaseOptions): Kysely<Database> {
  const laned = options.poolSize >= POOL_WITH_LANES
  const pool = openPool(laned ? { ...options, poolSize: options.poolSize - LANES } : options)
  const { observer } = options
  observer?.pool(() => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }))
  if (!laned) return openOn(pool, observer)
  const lanes = openLanes({ client: clientOf(options), report: options.report, observer })
  const end = () => Promise.all([lanes.end(), pool.end()]).then(() => undefined)
  const db = openOn({ connect: () => pool.connect(), options: pool.options, end }, observer)
  giveLanes(db, lanes)
  return db
}

function openOn(pool: PostgresPool, observer: Observer | undefined): Kysely<Database> {
  // Whoever wants a connection while PostgreSQL is being started again waits for it, up to five seconds.
  const connect = () => withRetry(() => pool.connect())
  const patient: PostgresPool = { connect, options: pool.options, end: () => pool.end() }
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: patient, controlClient: NamedClient }),
    ...(observer && {
      log: ({ query, queryDurationMillis, level }) =>
        observer.statement({ text: query.sql, ms: queryDurationMillis, failed: level === 'error' }),
    }),
  })
}

function openPool(options: DatabaseOptions): pg.Pool {
  const config: pg.PoolConfig & NamedClientConfig = {
    ...clientOf(options),
    Client: NamedClient,
    // Statements of a transaction may be under way together (`pipelined.ts`).
    pipeline: true,
    max: options.poolSize,
    idleTimeoutMillis: 60_000,
    maxLifetimeSeconds: 1_800,
  }
  const pool = new pg.Pool(config)
  const heard = (error: Error) => options.report?.(error)
  pool.on('error', heard)
  // Without a listener of its own a connection that dies while checked out would end the process.
  pool.on('connect', (client) => client.on('error', heard))
  return pool
}

function clientOf({ connection, statementTimeoutMs = STATEMENT_TIMEOUT_MS }: DatabaseOptions): pg.ClientConfig {
  return {
    ...connection,
    types: columnTypes,
    application_name: `csg ${process.pid}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  }
}
