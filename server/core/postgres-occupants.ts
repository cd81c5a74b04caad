/** Knows which of our server processes use one data folder: a second one is refused unless it asks to share, the last one out stops PostgreSQL. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Occupancy = {
  /** Gives the place up; true when nobody else uses the folder any more. */
  leave(): Promise<boolean>
}

export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

/**
 * Takes a place in the folder. With `attach` others may be there.
 * @throws FolderInUse when another living process has a place and `attach` is false.
 */
export async function occupy(directory: string, attach: boolean): Promise<Occupancy> {
  const places = join(directory, 'servers')
  await mkdir(places, { recursive: true, mode: 0o700 })
  const mine = `${process.pid}-${randomBytes(4).toString('hex')}`
  await writeFile(join(places, mine), (await startTime(process.pid)) ?? '', { mode: 0o600 })
  const [other] = await living(places, mine)
  if (other && !attach) {
    await rm(join(places, mine), { force: true })
    throw new FolderInUse(
      [
        `Another server (process ${pidOf(other)}) already runs on ${directory}.`,
        'Stop that one first, or set ATTACH=1 to run a second server on the same database on purpose.',
        `If process ${pidOf(other)} is something else, delete ${join(places, other)} and start again.`,
      ].join('\n  '),
    )
  }
  return {
    async leave() {
      await rm(join(places, mine), { force: true })
      return (await living(places, mine)).length === 0
    },
  }
}

/** Places of living processes other than ours; those of dead ones are cleared away. */
async function living(places: string, mine: string): Promise<string[]> {
  const found: string[] = []
  for (const place of await readdir(places)) {
    if (place === mine) continue
    if (await lives(pidOf(place), await readFile(join(places, place), 'utf8').catch(() => ''))) found.push(place)
    else await rm(join(places, place), { force: true })
  }
  return found
}

async function lives(pid: number, startedAt: string): Promise<boolean> {
  if (!processExists(pid)) return false
  const now = await startTime(pid)
  return now === undefined || startedAt === '' || now === startedAt
}

/** False too for one that ended and whose end nobody has taken note of: as first process of a container we may be the one who never does. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return !hasEnded(pid)
}

/** Ended, but not taken note of by its parent: it has a number still. Only Linux tells. */
export function hasEnded(pid: number): boolean {
  try {
    return /^[ZX]/.test(afterName(readFileSync(`/proc/${pid}/stat`, 'utf8')))
  } catch {
    return false
  }
}

/** Linux tells when a process started (field 22, after the name in brackets): the same number given out again is another process. */
async function startTime(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return afterName(stat).split(' ')[19]
}

/** The fields of Linux' line on a process from its state on; the name before may hold anything. */
function afterName(stat: string): string {
  return stat.slice(stat.lastIndexOf(')') + 2)
}

function pidOf(place: string): number {
  return Number(place.split('-')[0])
}
