import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RoleConnection } from '../../server/core/connection.ts'
import { openDatabase } from '../../server/core/database.ts'
import { type PostgresOptions, type PostgresServer, startPostgres } from '../../server/core/postgres.ts'
import { processExists } from '../../server/core/postgres-occupants.ts'
import { withRetry } from '../../server/core/retry.ts'
import { reachablePrograms } from '../programs.ts'

let home: string
let native: string
let directory: string
const running: PostgresServer[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'csg-faults-'))
  await chmod(home, 0o711)
  native = await reachablePrograms(home)
})
afterAll(() => rm(home, { recursive: true, force: true }))

beforeEach(async () => {
  directory = await mkdtemp(join(home, 'data-'))
  await chmod(directory, 0o711)
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of running.splice(0)) await server.stop()
  const left = await postmasterPid()
  if (left) process.kill(left, 'SIGQUIT')
})

async function start(options: Partial<PostgresOptions> = {}): Promise<PostgresServer> {
  const server = await startPostgres({ directory, native, ...options })
  running.push(server)
  return server
}

/** Starts the holder and returns it with its first line of output. */
async function hold(mode = ''): Promise<{ child: ChildProcess; said: string }> {
  const file = join(import.meta.dirname, 'postgres-holder.ts')
  const child = spawn(process.execPath, [file, directory, native, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [chunk] = await once(child.stdout, 'data')
  return { child, said: String(chunk).trim() }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

async function postmasterPid(): Promise<number | undefined> {
  const text = await readFile(join(directory, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  return pid && processExists(pid) ? pid : undefined
}

async function ask(connection: RoleConnection, statement: string): Promise<unknown> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query({ text: statement, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

/** A process that ended and whose parent never takes note of it: both numbers. */
async function ended(): Promise<{ pid: number; parent: number }> {
  const child = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const pid = Number(line.toString())
  await expect.poll(() => readFile(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ')
  return { pid, parent: child.pid ?? 0 }
}

describe.skipIf(process.platform !== 'linux')('a process that ended and was not taken note of', () => {
  it('is gone for us', async () => {
    const { pid, parent } = await ended()
    expect(processExists(pid)).toBe(false)
    expect(processExists(parent)).toBe(true)
  })

  it('does not keep PostgreSQL from starting in its folder', async () => {
    const first = await start()
    const postmaster = (await postmasterPid()) ?? 0
    await first.stop()
    const { pid } = await ended()
    await writeFile(join(directory, 'cluster/postmaster.pid'), `${pid}\n${join(directory, 'cluster')}\n`)
    const again = await start()
    expect(await ask(again.app, 'select 1')).toBe(1)
    expect(await postmasterPid()).not.toBe(postmaster)
  })
})

describe('a cluster', () => {
  it('is made durable, checked and closed to others, and is found again', async () => {
    const first = await start()
    expect(first.attached).toBe(false)
    const shown = async (setting: string) => await ask(first.superuser, `show ${setting}`)
    expect(await shown('fsync')).toBe('on')
    expect(await shown('data_checksums')).toBe('on')
    expect(await shown('password_encryption')).toBe('scram-sha-256')
    expect(await ask(first.owner, 'select datlocprovider from pg_database where datname = current_database()')).toBe(
      'b',
    )
    expect(await ask(first.owner, "select lower('ÄЖІ')")).toBe('äжі')
    if (process.platform !== 'win32') {
      expect(await shown('listen_addresses')).toBe('')
      expect((await stat(join(directory, 'passwords.json'))).mode & 0o777).toBe(0o600)
      expect((await stat(join(directory, 'cluster'))).mode & 0o777).toBe(0o700)
    }
    await expect(ask({ ...first.app, password: 'guess' }, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    await expect(ask(first.app, 'create table mine ()')).rejects.toMatchObject({ code: '42501' })
    await ask(first.owner, 'create table kept as select 7 as seven')
    await first.stop()
    expect(await postmasterPid()).toBeUndefined()
    const again = await start()
    expect(await ask(again.owner, 'select seven from kept')).toBe(7)
  })

  it('starts in a folder whose path is too long for a socket', async () => {
    directory = join(directory, 'deep'.repeat(15), 'deeper'.repeat(10))
    await mkdir(directory, { recursive: true })
    const server = await start()
    expect(server.owner.host.startsWith(tmpdir())).toBe(true)
    expect(await ask(server.owner, 'select 1')).toBe(1)
    await server.stop()
    await rm(server.owner.host, { recursive: true })
  })

  it('starts from programs whose library links were never made', async () => {
    const bare = join(directory, 'native')
    await cp(native, bare, { recursive: true, verbatimSymlinks: true })
    for (const name of await readdir(join(bare, 'lib'))) {
      const path = join(bare, 'lib', name)
      if ((await lstat(path)).isSymbolicLink()) await rm(path)
    }
    const server = await start({ native: bare })
    expect(await ask(server.app, 'select 1')).toBe(1)
  })

  it('says that its passwords were changed, or what PostgreSQL has against its settings', async () => {
    const server = await start()
    const passwords = join(directory, 'passwords.json')
    const kept = await readFile(passwords, 'utf8')
    await server.stop()
    await writeFile(passwords, kept.replace(/"superuser":"[0-9a-f]+"/, '"superuser":"other"'))
    await expect(start()).rejects.toThrow(`The passwords in ${directory} are not those of its database.`)
    expect(await postmasterPid()).toBeUndefined()
    await writeFile(passwords, kept)
    await appendFile(join(directory, 'cluster', 'postgresql.auto.conf'), "max_connections = 'many'\n")
    await expect(start()).rejects.toThrow('invalid value for parameter "max_connections": "many"')
  })

  it.runIf(process.getuid?.() === 0)('says what to do where a closed folder is in the way of root', async () => {
    await chmod(directory, 0o700)
    const inside = join(directory, 'inside')
    await expect(start({ directory: inside })).rejects.toThrow(`chmod o+x ${directory};`)
  })
})

describe('two processes on one folder', () => {
  it('refuses the second in plain words, unless it asks to share', async () => {
    const server = await start()
    const { said } = await hold()
    expect(said).toContain(`Another server (process ${process.pid}) already runs on ${directory}.`)
    expect(said).toContain('set ATTACH=1')
    const sharer = await hold('attach')
    expect(sharer.said).toBe('attached')
    await server.stop()
    expect(await postmasterPid()).toBeDefined()
    await end(sharer.child, 'SIGTERM')
    expect(await postmasterPid()).toBeUndefined()
  })
})

describe('kill -9', () => {
  it('of our process leaves PostgreSQL, and the next start attaches to it', async () => {
    const { child, said } = await hold()
    expect(said).toBe('started')
    const before = await postmasterPid()
    await end(child, 'SIGKILL')
    expect(await postmasterPid()).toBe(before)
    const server = await start()
    expect(server.attached).toBe(true)
    expect(await ask(server.app, 'select 1')).toBe(1)
  })

  it('of both at once is survived by the next start', async () => {
    const { child } = await hold()
    const pid = await postmasterPid()
    await end(child, 'SIGKILL')
    process.kill(pid ?? 0, 'SIGKILL')
    const server = await start()
    expect(server.attached).toBe(false)
    expect(await ask(server.app, 'select 1')).toBe(1)
  })

  it('of PostgreSQL alone is mended under us: the same pool answers again', async () => {
    const said: string[] = []
    const server = await start({ report: (message) => said.push(message) })
    const db = openDatabase({ connection: server.owner, poolSize: 2 })
    const tables = () => db.introspection.getTables()
    await tables()
    const pid = await postmasterPid()
    process.kill(pid ?? 0, 'SIGKILL')
    await expect.poll(postmasterPid, { timeout: 10_000 }).not.toBe(pid)
    expect(await withRetry(tables, { withinMs: 20_000 })).toEqual([])
    expect(said[0]).toBe(`PostgreSQL (process ${pid}) ended; starting it again.`)
    await db.destroy()
  })
})
