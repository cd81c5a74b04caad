/** The embedded default: a real PostgreSQL server in a folder of the project, started, watched and stopped by us. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { RoleConnection } from './connection.ts'
import { assertReachable, postgresAccount } from './postgres-account.ts'
import { mendLibraryLinks, runPostgres, shippedPostgres } from './postgres-binaries.ts'
import {
  type Cluster,
  configure,
  connectionAs,
  dataFolder,
  openCluster,
  type Postmaster,
  postmaster,
  SUPERUSER,
} from './postgres-cluster.ts'
import { occupy, processExists } from './postgres-occupants.ts'
import { APP_ROLE, DATABASE, OWNER_ROLE, provideRoles } from './postgres-roles.ts'

export type PostgresServer = {
  readonly superuser: RoleConnection
  /** Owns the schema: migrations, grants, job queues. */
  readonly owner: RoleConnection
  /** Rows only, and of the history no change. */
  readonly app: RoleConnection
  /** True when a server of this folder ran already. */
  readonly attached: boolean
  /** Ends our use; stops PostgreSQL when no other process of ours uses the folder. */
  stop(): Promise<void>
}

export type PostgresOptions = {
  /** Absolute path; made when missing. */
  readonly directory: string
  /** Share the folder with another running server process (default false: refuse). */
  readonly attach?: boolean
  /** PostgreSQL programs to use instead of the installed package's. */
  readonly native?: string
  /** Told in plain words when PostgreSQL died and was started again, or could not be. */
  readonly report?: (message: string) => void
}

const START_WITHIN_MS = 60_000
const RETRY_MS = 200
const WATCH_MS = 250

/**
 * Starts PostgreSQL on the folder, or attaches to the one that still runs there.
 * @throws FolderInUse when another server process uses the folder; an error in plain words when the folder cannot be used.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const native = options.native ?? shippedPostgres()
  const account = await postgresAccount(dataFolder(options.directory))
  await mkdir(options.directory, { recursive: true, mode: 0o711 })
  for (const path of [join(native, 'bin'), options.directory]) await assertReachable(path, account)
  const occupancy = await occupy(options.directory, options.attach ?? false)
  try {
    await mendLibraryLinks(native)
    const cluster = await openCluster(options.directory, native, account)
    const { running, attached } = await ensureRunning(cluster)
    const as = (user: string, password: string, database: string) => connectionAs(running, user, password, database)
    const superuser = as(SUPERUSER, cluster.passwords.superuser, 'postgres')
    await provideRoles(superuser, cluster.passwords)
    const unwatch = watch(cluster, running, options.report)
    const stop = async () => {
      await unwatch()
      if (await occupancy.leave()) await stopServer(cluster)
    }
    let stopped: Promise<void> | undefined
    return {
      superuser,
      owner: as(OWNER_ROLE, cluster.passwords.owner, DATABASE),
      app: as(APP_ROLE, cluster.passwords.app, DATABASE),
      attached,
      stop() {
        stopped ??= stop()
        return stopped
      },
    }
  } catch (error) {
    await occupancy.leave()
    throw error
  }
}

/** Tries until the server answers: after a killed postmaster its backends need up to two seconds to leave the folder. */
async function ensureRunning(cluster: Cluster): Promise<{ running: Postmaster; attached: boolean }> {
  const deadline = Date.now() + START_WITHIN_MS
  for (let started = false; ; ) {
    const running = await postmaster(cluster)
    const answer = running && (await answers(cluster, running))
    if (running && answer === 'ready') return { running, attached: !started }
    try {
      if (answer !== 'starting') {
        await configure(cluster)
        await startServer(cluster)
        started = true
        continue
      }
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL in ${cluster.data} does not answer; its log: server.log there.`)
    await wait(RETRY_MS)
  }
}

async function startServer({ native, account, data }: Cluster): Promise<void> {
  const log = join(data, 'server.log')
  await runPostgres(native, 'pg_ctl', ['start', '-w', '-s', '-D', data, '-l', log], { account, cwd: data })
}

async function stopServer(cluster: Cluster): Promise<void> {
  const running = await postmaster(cluster)
  if (!running || !processExists(running.pid)) return
  const { native, account, data } = cluster
  await runPostgres(native, 'pg_ctl', ['stop', '-w', '-s', '-D', data, '-m', 'fast'], { account, cwd: data })
}

/** Asks whether the server of exactly this folder answers: a stale file may point at somebody else's port. */
async function answers(cluster: Cluster, running: Postmaster): Promise<'ready' | 'starting' | 'no'> {
  if (!processExists(running.pid)) return 'no'
  const client = new pg.Client({
    ...connectionAs(running, SUPERUSER, cluster.passwords.superuser, 'postgres'),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query("select pg_read_file('postmaster.pid') as content")
    return String(rows[0]?.content).startsWith(`${running.pid}\n`) ? 'ready' : 'no'
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === '57P03' ? 'starting' : 'no'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Starts PostgreSQL again when it dies under us. Returns the end of the watch. */
function watch(cluster: Cluster, first: Postmaster, report: (message: string) => void = () => undefined) {
  let pid = first.pid
  let mending: Promise<void> | undefined
  const mend = async () => {
    try {
      report(`PostgreSQL (process ${pid}) ended; starting it again.`)
      pid = (await ensureRunning(cluster)).running.pid
      report(`PostgreSQL answers again (process ${pid}).`)
    } catch (error) {
      report(`PostgreSQL could not be started again: ${error instanceof Error ? error.message : error}`)
    } finally {
      mending = undefined
    }
  }
  const timer = setInterval(() => {
    if (!mending && !processExists(pid)) mending = mend()
  }, WATCH_MS).unref()
  return async () => {
    clearInterval(timer)
    await mending
  }
}
