// A disk in memory whose size is set; the tables of a cluster can be moved onto it, its log stays where it is.
import { execFile } from 'node:child_process'
import { mkdir, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface SmallDisk {
  /** Leaves so much room beside what is there. */
  leave(mebibytes: number): Promise<void>
  remove(): Promise<void>
}

const run = promisify(execFile)

/** Whether this machine lets us mount: root in a closed container may not. */
export async function mountable(at: string): Promise<boolean> {
  try {
    await mkdir(at)
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at])
    await run('umount', [at])
    return true
  } catch {
    return false
  }
}

/** PostgreSQL must not run on the directory meanwhile. Needs root on Linux. */
export async function moveToSmallDisk(directory: string, at: string): Promise<SmallDisk> {
  const base = join(directory, 'cluster/base')
  const disk = await smallDisk(at)
  await run('cp', ['-a', base, at])
  await rename(base, `${base}.moved`)
  await rm(`${base}.moved`, { recursive: true })
  await symlink(join(at, 'base'), base)
  return disk
}

/** An empty one at a path where there is nothing yet. Needs root on Linux. */
export async function smallDisk(at: string): Promise<SmallDisk> {
  await mkdir(at, { mode: 0o711 })
  await run('mount', ['-t', 'tmpfs', '-o', 'size=1g,mode=0711', 'tmpfs', at])
  return {
    async leave(mebibytes) {
      const { stdout } = await run('df', ['--output=used', '-k', at])
      const used = Number(stdout.trim().split('\n').at(-1))
      await run('mount', ['-o', `remount,size=${used + mebibytes * 1_024}k`, at])
    },
    async remove() {
      await run('umount', [at])
    },
  }
}
