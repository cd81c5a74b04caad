/** The embedded default: a real PostgreSQL server in a folder of the project, started, watched and stopped by us. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RoleConnection } from './connection.ts'
import { assertReachable, postgresAccount } from './postgres-account.ts'
import { mendLibraryLinks, shippedPostgres } from './postgres-binaries.ts'
import { type Cluster, connectionAs, dataFolder, openCluster, SUPERUSER } from './postgres-cluster.ts'
import { occupy } from './postgres-occupants.ts'
import { APP_ROLE, DATABASE, OWNER_ROLE, provideRoles } from './postgres-roles.ts'
import { ensureRunning, stopServer, watch } from './postgres-running.ts'

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
  let cluster: Cluster | undefined
  const leave = async () => {
    if ((await occupancy.leave()) && cluster) await stopServer(cluster)
  }
  try {
    await mendLibraryLinks(native)
    cluster = await openCluster(options.directory, native, account)
    const { running, attached } = await ensureRunning(cluster)
    const { passwords } = cluster
    const superuser = connectionAs(running, SUPERUSER, passwords.superuser, 'postgres')
    await provideRoles(superuser, passwords)
    const unwatch = watch(cluster, running, options.report)
    let stopped: Promise<void> | undefined
    return {
      superuser,
      owner: connectionAs(running, OWNER_ROLE, passwords.owner, DATABASE),
      app: connectionAs(running, APP_ROLE, passwords.app, DATABASE),
      attached,
      stop() {
        stopped ??= unwatch().then(leave)
        return stopped
      },
    }
  } catch (error) {
    await leave()
    throw error
  }
}
