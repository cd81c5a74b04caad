// Where the content of files lies: whole and unchanging under a key, or not there.
import type { Readable } from 'node:stream'

export interface Blob {
  key: string
  bytes: number
  changedAt: Date
}

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  start: number
  end: number
}

export interface BlobStore {
  /** Keeps the content of a local file, which stays: the key is there whole afterwards, or not at all. The same again changes nothing. */
  put(key: string, path: string, facts: { sha256: string; mediaType: string }): Promise<void>
  /** @throws BlobMissing when there is none. */
  read(key: string, range?: ByteRange): Promise<Readable>
  /** Nothing happens when there is none. */
  remove(key: string): Promise<void>
  /** Everything whose key begins with `prefix`. */
  list(prefix: string): AsyncIterable<Blob>
}

export class BlobMissing extends Error {
  override readonly name = 'BlobMissing'

  constructor(key: string) {
    super(`There is no content under ${key}.`)
  }
}

/** The disk, or the bucket, takes no more. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull'
}

/** Gives errors of a full disk or quota their name; passes on any other. */
export function asStorageFull(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const full = code === 'ENOSPC' || code === 'EDQUOT'
  return full ? new StorageFull('There is no room for the file.', { cause: error }) : error
}

/** Keys are ours: words and ids, one slash at the most. @throws for any other. */
export function checkedKey(key: string): string {
  if (!/^[a-z]{1,20}\/[a-z0-9-]{1,80}$/.test(key)) throw new Error(`${JSON.stringify(key)} is no key of the store`)
  return key
}
