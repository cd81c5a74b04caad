// Builds the client when the server starts and it is missing or older than its sources; where no builder is installed, what is there serves.
import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const client = join(root, 'client')
const built = join(client, 'dist/index.html')

/** Never fails the start: without the client the API still answers, and a plain page says so. */
export async function provideClient(tell: (message: string) => void): Promise<void> {
  const last = timeOf(built)
  if (last >= newestSource() || !canBuild()) return
  tell('Building the client …')
  const code = await run(join(import.meta.dirname, 'build-client.ts'))
  if (code !== 0)
    tell(`The client could not be built; ${last > 0 ? 'the former one is served' : 'only the API answers'}.`)
}

/** In a process of its own: what a build takes in memory is given back. */
function run(program: string): Promise<number | null> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    child.once('error', () => done(1))
    child.once('exit', done)
  })
}

function canBuild(): boolean {
  try {
    createRequire(import.meta.url).resolve('vite')
    return true
  } catch {
    return false
  }
}

function newestSource(): number {
  const own = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((path) => !/^(dist|generated)(\W|$)/.test(path))
    .map((path) => timeOf(join(client, path)))
  const outside = ['schema/schema.graphql', 'schema/diagrams', 'package-lock.json'].map((path) =>
    timeOf(join(root, path)),
  )
  return Math.max(...own, ...outside)
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
