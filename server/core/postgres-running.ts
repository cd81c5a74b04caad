/** Keeps the server of a cluster running: start or attach, start again when it dies, stop. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { runPostgres } from './postgres-binaries.ts'
import {
  type Cluster,
  configure,
  connectionAs,
  type Postmaster,
  postmaster,
  SUPERUSER,
  vacate,
} from './postgres-cluster.ts'
import { processExists } from './postgres-occupants.ts'

/** What the log says while the backends of a killed server, or a second starter, are still in the folder, or the log is replayed. */
const PASSING =
  /shared memory block .* still in use|lock file .* already exists|Address already in use|not start in time/
const START_WITHIN_MS = 15_000
const RECOVER_WITHIN_MS = 600_000
const RETRY_MS = 200
const WATCH_MS = 250

/**
 * Tries until the server answers: after a killed postmaster its backends need up to two seconds to leave the folder, and replaying
 * the log takes what it takes.
 */
export async function ensureRunning(cluster: Cluster): Promise<{ running: Postmaster; attached: boolean }> {
  const begun = Date.now()
  for (let started = false; ; ) {
    const running = await postmaster(cluster)
    const answer = running ? await answers(cluster, running) : 'no'
    if (running && answer === 'ready') return { running, attached: !started }
    try {
      if (answer === 'no') {
        await vacate(cluster)
        await configure(cluster)
        await startServer(cluster)
        started = true
        continue
      }
    } catch (error) {
      const passing = error instanceof Error && PASSING.test(error.message)
      if (!passing || Date.now() - begun > START_WITHIN_MS) throw error
    }
    if (Date.now() - begun > RECOVER_WITHIN_MS)
      throw new Error(`PostgreSQL is still starting. ${await logTail(cluster)}`)
    await wait(RETRY_MS)
  }
}

async function startServer(cluster: Cluster): Promise<void> {
  const { native, account, data } = cluster
  try {
    await runPostgres(native, 'pg_ctl', ['start', '-w', '-s', '-D', data, '-l', logOf(cluster)], { account, cwd: data })
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${await logTail(cluster)}`, { cause: error })
  }
}

function logOf({ data }: Cluster): string {
  return join(data, 'server.log')
}

async function logTail(cluster: Cluster): Promise<string> {
  const text = await readFile(logOf(cluster), 'utf8').catch(() => '')
  return `The end of its log, ${logOf(cluster)}:\n${text.trimEnd().split('\n').slice(-5).join('\n')}`
}

/** Stops it cleanly; does nothing when it does not run. */
export async function stopServer(cluster: Cluster): Promise<void> {
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
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    if (code === '28P01') {
      throw new Error(`The passwords in ${cluster.directory} are not those of its database.`, { cause: error })
    }
    return code === '57P03' ? 'starting' : 'no'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Starts PostgreSQL again when it dies under us. Returns the end of the watch. */
export function watch(cluster: Cluster, first: Postmaster, report: (message: string) => void = () => undefined) {
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
