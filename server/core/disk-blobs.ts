// The store on a folder: a file appears under its key whole, by a link or a rename.
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { asStorageFull, type Blob, BlobMissing, type BlobStore, checkedKey } from './blob-store.ts'

/** @param folder absolute path; made when it is first written to. */
export function diskBlobs(folder: string): BlobStore {
  const pathOf = (key: string) => join(folder, checkedKey(key))
  return {
    async put(key, path) {
      const target = pathOf(key)
      try {
        await mkdir(dirname(target), { recursive: true, mode: 0o700 })
        await appear(path, target)
      } catch (error) {
        throw asStorageFull(error)
      }
    },

    async read(key, range) {
      const stream = createReadStream(pathOf(key), range)
      await new Promise<void>((resolve, reject) => {
        stream.once('open', () => resolve())
        stream.once('error', (error) => reject(isCode(error, 'ENOENT') ? new BlobMissing(key) : error))
      })
      return stream
    },

    async remove(key) {
      await rm(pathOf(key), { force: true })
    },

    async *list(prefix) {
      const [room = ''] = prefix.split('/')
      for (const name of await namesIn(join(folder, room))) {
        const blob = await blobAt(folder, `${room}/${name}`)
        if (blob?.key.startsWith(prefix)) yield blob
      }
    },
  }
}

async function appear(path: string, target: string): Promise<void> {
  try {
    await link(path, target)
  } catch (error) {
    if (isCode(error, 'EEXIST')) return
    await copyBeside(path, target)
  }
  await synced(dirname(target))
}

/** Where a link cannot be made: the file comes from another disk. */
async function copyBeside(path: string, target: string): Promise<void> {
  const draft = `${target}.${randomUUID()}.part`
  try {
    await copyFile(path, draft)
    await synced(draft)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return []
    throw error
  }
}

async function blobAt(folder: string, key: string): Promise<Blob | null> {
  const found = await stat(join(folder, key)).catch(() => null)
  return found?.isFile() ? { key, bytes: found.size, changedAt: found.mtime } : null
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
