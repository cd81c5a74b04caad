// Makes the preview of an attached picture, as a job.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { BlobStore } from '../core/blob-store.ts'
import type { Engine } from '../core/engine.ts'
import { contentKey, previewKey } from './attachment-queries.ts'
import { picturePreview } from './picture-preview.ts'

/** A picture that cannot be decoded has none and is not tried again; a store that fails is. */
export async function makePreview(engine: Engine, blobs: BlobStore, attachmentId: string): Promise<void> {
  const file = await engine.db
    .selectFrom('attachment')
    .where('id', '=', attachmentId)
    .where('preview', '=', 'wanted')
    .where('state', '!=', 'erased')
    .select(['case_id', 'task_id'])
    .executeTakeFirst()
  if (!file) return
  const made = await inFolder(async (folder) => {
    const original = join(folder, 'original')
    await pipeline(await blobs.read(contentKey(attachmentId)), createWriteStream(original))
    const preview = await picturePreview(original)
    if (!preview) return false
    const path = join(folder, 'preview')
    await writeFile(path, preview)
    const sha256 = createHash('sha256').update(preview).digest('hex')
    await blobs.put(previewKey(attachmentId), path, { sha256, mediaType: 'image/webp' })
    return true
  })
  await engine.db
    .updateTable('attachment')
    .set({ preview: made ? 'made' : 'none' })
    .where('id', '=', attachmentId)
    .execute()
  engine.changes.announce({ caseId: file.case_id, taskId: file.task_id, personIds: [] })
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'csg-preview-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
