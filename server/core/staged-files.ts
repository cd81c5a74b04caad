// Files on their way in, on this machine's disk: written where the last piece ended, whole only when their time has come.
import { type FileHandle, mkdir, open, readdir, rm, stat, statfs, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { asStorageFull, StorageFull } from './blob-store.ts'

export interface StagedFiles {
  path(id: string): string
  /** Bytes there are; 0 where nothing came yet. */
  size(id: string): Promise<number>
  /** Refuses a file for which the disk has no room. @throws StorageFull */
  expect(bytes: number): Promise<void>
  /**
   * Appends what comes, at most `most` bytes; what came before the sender was cut off stays.
   * @throws StorageFull, having let go of all that was there; TooLong.
   */
  append(id: string, from: number, source: Readable, most: number): Promise<void>
  /** Makes sure that the file is on the disk and not in its cache. */
  settle(id: string): Promise<void>
  remove(id: string): Promise<void>
  list(): Promise<{ id: string; changedAt: Date }[]>
}

export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/** Space left for everything else on the disk. */
const reserve = 64 * 1024 * 1024

export type Write = (file: FileHandle, chunk: Buffer, at: number) => Promise<void>

/** `write` puts bytes in their place; given by tests that want a disk to fail. */
export function stagedFiles(folder: string, write: Write = writeAll): StagedFiles {
  const path = (id: string) => join(folder, id)
  const size = async (id: string) => (await stat(path(id)).catch(() => null))?.size ?? 0
  return {
    path,
    size,

    async expect(bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(folder)
      if (bavail * bsize < bytes + reserve) throw new StorageFull('There is no room for the file.')
    },

    async append(id, from, source, most) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(path(id), from === 0 ? 'w' : 'r+', 0o600)
      try {
        await writeFrom(file, from, source, most, write)
      } catch (error) {
        const named = asStorageFull(error)
        if (named instanceof StorageFull) await truncate(path(id)).catch(() => undefined)
        throw named
      } finally {
        await file.close()
      }
    },

    async settle(id) {
      const file = await open(path(id), 'r')
      await file.sync().finally(() => file.close())
    },

    async remove(id) {
      await rm(path(id), { force: true })
    },

    async list() {
      const names = await readdir(folder).catch(() => [])
      const found = await Promise.all(names.map(async (id) => ({ id, at: await stat(path(id)).catch(() => null) })))
      return found.flatMap(({ id, at }) => (at ? [{ id, changedAt: at.mtime }] : []))
    },
  }
}

/** The source outlives a failure, so that its sender can be told. */
async function writeFrom(file: FileHandle, from: number, source: Readable, most: number, write: Write): Promise<void> {
  let written = 0
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (written + chunk.length > most) throw new TooLong(`More than ${most} bytes came.`)
    await write(file, chunk, from + written)
    written += chunk.length
  }
}

async function writeAll(file: FileHandle, chunk: Buffer, at: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done, at + done)
    done += bytesWritten
  }
}
