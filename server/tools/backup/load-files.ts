// Puts the files of a backup into the store: each is written aside, held against its hash, and kept whole or not at all.
import { createHash } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BlobStore } from '../../core/blob-store.ts'
import type { FileHead } from './dump-files.ts'

export interface FileTaker {
  begin(head: FileHead): Promise<void>
  /** A piece in base64. */
  piece(base64: string): Promise<void>
  /** The file is whole. @throws DamagedFile */
  end(): Promise<void>
  close(): Promise<void>
  readonly files: number
}

export class DamagedFile extends Error {
  override name = 'DamagedFile'
}

export async function takeFiles(blobs: BlobStore): Promise<FileTaker> {
  const folder = await mkdtemp(join(tmpdir(), 'restore-'))
  const path = join(folder, 'file')
  let head: FileHead | null = null
  let out: FileHandle | null = null
  let hash = createHash('sha256')
  let files = 0
  return {
    get files() {
      return files
    },
    async begin(next) {
      head = next
      hash = createHash('sha256')
      out = await open(path, 'w', 0o600)
    },
    async piece(base64) {
      const bytes = Buffer.from(base64, 'base64')
      hash.update(bytes)
      await out?.write(bytes)
    },
    async end() {
      if (!head || !out) return
      await out.sync()
      await out.close()
      out = null
      const { file, sha256, mediaType } = head
      head = null
      if (hash.digest('hex') !== sha256) throw new DamagedFile(`The backup is damaged: ${file} is not what was kept`)
      await blobs.put(file, path, { sha256, mediaType })
      await rm(path, { force: true })
      files += 1
    },
    async close() {
      await out?.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
