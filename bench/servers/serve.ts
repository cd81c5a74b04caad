// Starts a server as a process of its own, waits until it answers, and tells how much memory it holds.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface Served {
  port: number
  /** From the start of the process to the first answer, in milliseconds. */
  startMs: number
  /** Memory that the process holds now and held at the most, in MiB; null where the system does not tell. */
  memory(): Promise<{ now: number; peak: number } | null>
  stop(): Promise<void>
}

export interface ServerOrder {
  /** Arguments of Node. */
  program: string[]
  env: Record<string, string>
  folder?: string
  /** Path that answers once the server is ready. */
  readyPath: string
  /** Default 60 s. */
  withinMs?: number
}

export async function serve({ program, env, folder, readyPath, withinMs = 60_000 }: ServerOrder): Promise<Served> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, program, {
    ...(folder ? { cwd: folder } : {}),
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (part: Buffer) => {
    said = `${said}${part}`.slice(-4_000)
  })
  let stopping = false
  child.once('exit', (code, signal) => {
    if (!stopping) process.stderr.write(`${program.join(' ')} ended (${signal ?? code}):\n${said}\n`)
  })
  const stop = async () => {
    stopping = true
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
    await once(child, 'exit')
    clearTimeout(late)
  }
  while (!(await answers(port, readyPath))) {
    const late = performance.now() - started > withinMs
    if (!late && child.exitCode === null) await wait(20)
    else {
      await stop()
      throw new Error(`${program.join(' ')} was not ready:\n${said}`)
    }
  }
  return { port, startMs: performance.now() - started, stop, memory: () => memoryOf(child.pid ?? 0) }
}

async function answers(port: number, path: string): Promise<boolean> {
  const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' }
  return fetch(`http://127.0.0.1:${port}${path}`, path === '/graphql' ? body : {}).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function memoryOf(pid: number): Promise<{ now: number; peak: number } | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const mebibytes = (name: string) => Number(new RegExp(`${name}:\\s*(\\d+) kB`).exec(status)?.[1]) / 1024
  return status === '' ? null : { now: mebibytes('VmRSS'), peak: mebibytes('VmHWM') }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('No free port')
  return address.port
}
