/** One database cluster in a folder: made once, configured at each start, with a private socket and passwords of its own. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RoleConnection } from './connection.ts'
import { type Account, handOver } from './postgres-account.ts'
import { runPostgres } from './postgres-binaries.ts'
import { hasEnded } from './postgres-occupants.ts'
import { privateFile } from './private-file.ts'

export type Passwords = { readonly superuser: string; readonly owner: string; readonly app: string }

export type Cluster = {
  /** The folder given to us; it stays ours. */
  readonly directory: string
  /** PostgreSQL's own data folder within it. */
  readonly data: string
  readonly native: string
  readonly account: Account | undefined
  readonly passwords: Passwords
}

/** The running server as `postmaster.pid` tells it. */
export type Postmaster = { readonly pid: number; readonly host: string; readonly port: number }

export const SUPERUSER = 'postgres'
const UNIX_PORT = 5432
/** Above all that a system gives out. */
const NOBODYS_PID = 2_147_483_647
/** `sun_path` holds 108 bytes with its end mark on Linux, 104 on macOS; the smaller one serves both. */
const SOCKET_PATH_LIMIT = 103

/** PostgreSQL's own folder within the one given to us. */
export function dataFolder(directory: string): string {
  return join(directory, 'cluster')
}

/** Opens the cluster of this folder; the first time it is made aside and moved in whole, so that a cut never leaves half of one. */
export async function openCluster(directory: string, native: string, account: Account | undefined): Promise<Cluster> {
  const data = dataFolder(directory)
  const passwords: Passwords = JSON.parse(privateFile(join(directory, 'passwords.json'), newPasswords))
  const cluster: Cluster = { directory, data, native, account, passwords }
  if (!existsSync(join(data, 'PG_VERSION'))) await makeCluster(cluster)
  return cluster
}

/** Writes the settings for the next start of the server. An operator's own settings go in by `alter system`. */
export async function configure(cluster: Cluster): Promise<void> {
  const windows = process.platform === 'win32'
  const settings: Record<string, string> = {
    listen_addresses: windows ? '127.0.0.1' : '',
    port: String(windows ? await freePort() : UNIX_PORT),
    unix_socket_directories: windows ? '' : await socketFolder(cluster),
    unix_socket_permissions: '0700',
    max_connections: '120',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
    password_encryption: 'scram-sha-256',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    default_text_search_config: 'pg_catalog.simple',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  const file = join(cluster.data, 'postgresql.conf')
  await writeFile(file, `# Written anew at each start.\n${lines.join('\n')}\n`, { mode: 0o600 })
  await handOver(file, cluster.account)
}

/** The server that runs on this folder, or did until it was killed; undefined after a clean stop. */
export async function postmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socket, host] = text.split('\n')
  if (!pid || !port || socket === undefined) return undefined
  return { pid: Number(pid), port: Number(port), host: socket.trim() || host?.trim() || '127.0.0.1' }
}

/**
 * Gives the folder of a server that ended to the next one. A dead process whose end nobody takes note of keeps its number, and
 * PostgreSQL would take it for a living one as long. Only the number is put out of use: by the rest of the file the next one
 * still looks whether backends of the last one hold the shared memory.
 */
export async function vacate(cluster: Cluster): Promise<void> {
  const file = join(cluster.data, 'postmaster.pid')
  const [pid, ...rest] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  if (pid && hasEnded(Number(pid))) await writeFile(file, [NOBODYS_PID, ...rest].join('\n'))
}

export function connectionAs(
  { host, port }: Postmaster,
  user: string,
  password: string,
  database: string,
): RoleConnection {
  return { host, port, user, password, database }
}

function newPasswords(): string {
  const password = () => randomBytes(24).toString('hex')
  return JSON.stringify({ superuser: password(), owner: password(), app: password() })
}

async function makeCluster(cluster: Cluster): Promise<void> {
  const { directory, native, account } = cluster
  const draft = await mkdtemp(join(directory, 'new-'))
  const passwordFile = join(draft, 'password')
  const data = join(draft, 'cluster')
  try {
    await mkdir(data, { mode: 0o700 })
    await writeFile(passwordFile, cluster.passwords.superuser, { mode: 0o600 })
    for (const path of [draft, passwordFile, data]) await handOver(path, account)
    const args = [
      ['-D', data, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--data-checksums'],
      ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    ].flat()
    await runPostgres(native, 'initdb', args, { account, cwd: draft })
    await rename(data, cluster.data).catch((error: unknown) => {
      if (!existsSync(join(cluster.data, 'PG_VERSION'))) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Inside the data folder where its path is short enough, else a folder of ours in the system's temporary one. */
async function socketFolder({ data, directory, account }: Cluster): Promise<string> {
  const longest = `/.s.PGSQL.${UNIX_PORT}.lock`.length
  if (Buffer.byteLength(data) + longest <= SOCKET_PATH_LIMIT) return data
  const folder = join(tmpdir(), `csg-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`)
  await mkdir(folder, { mode: 0o700 }).catch(() => undefined)
  const { uid } = await lstat(folder)
  if (![process.getuid?.(), account?.uid].includes(uid))
    throw new Error(`${folder} belongs to somebody else (uid ${uid}).`)
  await handOver(folder, account)
  await chmod(folder, 0o700)
  return folder
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port.')),
      )
    })
  })
}
