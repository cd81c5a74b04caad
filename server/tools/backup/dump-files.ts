// The files of cases in a backup: each with its hash, in pieces of base64; what is missing or damaged is named and left out.
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import { contentKey, previewKey } from '../../cases/attachment-queries.ts'
import { BlobMissing, type BlobStore } from '../../core/blob-store.ts'

export interface DumpedFiles {
  files: number
  bytes: number
  /** Keys of files that are not there, or are not what was kept. */
  leftOut: string[]
}

/** Head of a file in the backup; the lines after it are its content. */
export interface FileHead {
  file: string
  bytes: number
  sha256: string
  mediaType: string
}

/** Divisible by three, so that pieces of base64 join without filling. */
const pieceBytes = 196_608

/** Lines of the files whose rows the transaction sees, smaller pictures too; `told` counts them. */
export async function* fileLines(
  trx: Transaction<Database>,
  blobs: BlobStore,
  told: DumpedFiles,
): AsyncIterable<string> {
  const rows = await trx
    .selectFrom('attachment')
    .where('state', '!=', 'erased')
    .orderBy('id')
    .select(['id', 'sha256', 'media_type', 'preview'])
    .execute()
  for (const { id, sha256, media_type, preview } of rows) {
    yield* linesOf(blobs, contentKey(id), media_type, sha256, told)
    if (preview === 'made') yield* linesOf(blobs, previewKey(id), 'image/webp', null, told)
  }
}

async function* linesOf(
  blobs: BlobStore,
  key: string,
  mediaType: string,
  kept: string | null,
  told: DumpedFiles,
): AsyncIterable<string> {
  const found = await measured(blobs, key)
  if (found === null || (kept !== null && found.sha256 !== kept)) {
    told.leftOut.push(key)
    return
  }
  const head: FileHead = { file: key, ...found, mediaType }
  yield `${JSON.stringify(head)}\n`
  for await (const piece of pieces(blobs, key)) yield `${JSON.stringify([piece.toString('base64')])}\n`
  told.files += 1
  told.bytes += found.bytes
}

async function measured(blobs: BlobStore, key: string): Promise<{ bytes: number; sha256: string } | null> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of (await blobs.read(key)) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
    }
  } catch (error) {
    if (error instanceof BlobMissing) return null
    throw error
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function* pieces(blobs: BlobStore, key: string): AsyncIterable<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const chunk of (await blobs.read(key)) as AsyncIterable<Buffer>) {
    waiting.push(chunk)
    length += chunk.length
    if (length < pieceBytes) continue
    const all = Buffer.concat(waiting)
    const whole = length - (length % pieceBytes)
    for (let at = 0; at < whole; at += pieceBytes) yield all.subarray(at, at + pieceBytes)
    waiting = [all.subarray(whole)]
    length -= whole
  }
  if (length > 0) yield Buffer.concat(waiting)
}
