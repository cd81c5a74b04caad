// The server that the example talks to: the one that answers already, else one of its own on a temporary folder.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './free-port.ts'

export interface ServerInUse {
  address: string
  /** Stops the server and removes its folder where it was started here. */
  leave(): Promise<void>
}

/** A server with the demo world on a folder of its own, both gone with `leave`. */
export interface OwnServer extends ServerInUse {
  folder: string
}

const READY_WITHIN_MS = 300_000
const PROGRAM = join(import.meta.dirname, '../../main.ts')

export async function findServer(address: string, tell: (message: string) => void): Promise<ServerInUse> {
  if (await answers(address)) return { address, leave: async () => undefined }
  tell(`No server answers at ${address}; starting one with the demo world on a temporary folder …`)
  return startServer()
}

export async function startServer(): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'csg-example-'))
  // PostgreSQL may run under another account than ours, which has to walk through the folder.
  await chmod(folder, 0o711)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      ...process.env,
      NODE_ENV: '',
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
      PUBLIC_URL: '',
      SMTP_URL: '',
      DATA_DIRECTORY: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      DEMO: 'true',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = listen(child)
  const leave = async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await ready(child, address, said)
    return { address, folder, leave }
  } catch (error) {
    await leave()
    throw error
  }
}

async function ready(child: ChildProcess, address: string, said: () => string): Promise<void> {
  const patience = Date.now() + READY_WITHIN_MS
  while (!(await answers(address))) {
    if (child.exitCode !== null) throw new Error(`The server ended before it was ready:\n${said()}`)
    if (Date.now() > patience) throw new Error(`The server was not ready in time:\n${said()}`)
    await wait(200)
  }
}

async function answers(address: string): Promise<boolean> {
  return fetch(new URL('/health/ready', address)).then(
    ({ ok }) => ok,
    () => false,
  )
}

function listen({ stdout, stderr }: ChildProcess): () => string {
  let text = ''
  for (const stream of [stdout, stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()))
  return () => text
}
