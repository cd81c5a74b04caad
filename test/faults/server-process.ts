// The real server as a process of its own: started, awaited until it is ready, killed, stopped.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import manifest from '../../package.json' with { type: 'json' }

export interface ServerProcess {
  url: string
  pid: number
  /** From the spawn until it said that it is ready. */
  readyMs: number
  running(): boolean
  /** What it wrote so far. */
  said(): string
  /** kill -9 */
  kill(): Promise<void>
  /** SIGTERM; returns the exit code. */
  stop(): Promise<number | null>
}

const PROGRAM = join(import.meta.dirname, '../../server/main.ts')
/** What `npm start` tells Node about its memory. */
const BOUNDS = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'))
/** Compiled once for all processes of all tests: a start is not their subject. */
export const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/compiled')
const PATIENCE_MS = 60_000

const running = new Set<ChildProcess>()

/** For an end in the middle: no server is left behind. */
export function killServers(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Starts server/main.ts; without `await ready` nothing can be sent to it yet. */
export async function startServer(port: number, environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const url = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawn(process.execPath, [...BOUNDS, PROGRAM], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: COMPILED,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const said = collect(child)
  try {
    await ready(child, url, said)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return {
    url,
    pid: child.pid ?? 0,
    running: () => child.exitCode === null && child.signalCode === null,
    readyMs: performance.now() - started,
    said,
    kill: async () => void (await end(child, 'SIGKILL')),
    stop: () => end(child, 'SIGTERM'),
  }
}

function collect({ stdout, stderr }: ChildProcess): () => string {
  const parts: string[] = []
  for (const stream of [stdout, stderr]) stream?.on('data', (part: Buffer) => parts.push(part.toString()))
  return () => parts.join('')
}

async function ready(child: ChildProcess, url: string, said: () => string): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < PATIENCE_MS; ) {
    const ok = await fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    if (child.exitCode !== null) throw new Error(`The server ended before it was ready:\n${said()}`)
    await wait(25)
  }
  throw new Error(`The server was not ready in time:\n${said()}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  return child.exitCode
}
