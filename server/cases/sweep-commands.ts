// Clears away what no longer belongs to anything: uploads given up, files without a row, content of files removed long ago.
import { sql } from 'kysely'
import type { BlobStore } from '../core/blob-store.ts'
import type { Engine } from '../core/engine.ts'
import type { StagedFiles } from '../core/staged-files.ts'
import { contentKey, previewKey } from './attachment-queries.ts'

export interface Swept {
  uploads: number
  staged: number
  contents: number
  erased: number
}

/** Time for a row to follow its file; a file younger than this may still get one. */
const youngMs = 3_600_000
/** Rows that are asked for at a time. */
const atATime = 500

/** Safe beside everything else, and on several servers at once. `young` in ms is for tests. */
export async function sweepAttachments(
  engine: Engine,
  { blobs, staged }: { blobs: BlobStore; staged: StagedFiles },
  young = youngMs,
): Promise<Swept> {
  const uploads = await forgetUploads(engine)
  const before = Date.now() - young
  return {
    uploads,
    staged: await sweepStaged(engine, staged, before),
    erased: await eraseRemoved(engine, blobs),
    contents: await sweepContents(engine, blobs, before),
  }
}

/** Unfinished ones that nobody touched for a day; the keys of finished ones after seven. */
async function forgetUploads({ db, now }: Engine): Promise<number> {
  const gone = await db
    .deleteFrom('upload')
    .where(
      sql<boolean>`touched_at < ${now()} - case when finished_at is null then interval '1 day' else interval '7 days' end`,
    )
    .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '<', now())]))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

async function sweepStaged({ db }: Engine, staged: StagedFiles, before: number): Promise<number> {
  const old = (await staged.list()).filter(({ changedAt }) => changedAt.getTime() < before)
  const rows = await db
    .selectFrom('upload')
    .where(sql<boolean>`id::text = any(${old.map(({ id }) => id)})`)
    .where('finished_at', 'is', null)
    .select('id')
    .execute()
  const wanted = new Set(rows.map(({ id }) => id))
  const lost = old.filter(({ id }) => !wanted.has(id))
  for (const { id } of lost) await staged.remove(id)
  return lost.length
}

/** Thirty days after it was removed, a file cannot be put back. */
async function eraseRemoved({ db, now }: Engine, blobs: BlobStore): Promise<number> {
  const erased = await db
    .updateTable('attachment')
    .set({ state: 'erased', preview: 'none' })
    .where('state', '=', 'removed')
    .where('removed_at', '<', sql<Date>`${now()} - interval '30 days'`)
    .returning('id')
    .execute()
  for (const { id } of erased) {
    await blobs.remove(contentKey(id))
    await blobs.remove(previewKey(id))
  }
  return erased.length
}

async function sweepContents(engine: Engine, blobs: BlobStore, before: number): Promise<number> {
  let removed = 0
  for (const room of ['originals/', 'previews/']) {
    let keys: string[] = []
    for await (const { key, changedAt } of blobs.list(room)) {
      if (changedAt.getTime() < before) keys.push(key)
      if (keys.length < atATime) continue
      removed += await removeLost(engine, blobs, keys)
      keys = []
    }
    removed += await removeLost(engine, blobs, keys)
  }
  return removed
}

async function removeLost({ db }: Engine, blobs: BlobStore, keys: readonly string[]): Promise<number> {
  const ids = keys.map((key) => key.split('/')[1] ?? '')
  const rows = await db
    .selectFrom('attachment')
    .where(sql<boolean>`id::text = any(${ids})`)
    .where('state', '!=', 'erased')
    .select('id')
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  const lost = keys.filter((_, index) => !known.has(ids[index] ?? ''))
  for (const key of lost) await blobs.remove(key)
  return lost.length
}
