// Uploads: begun under the sender's key, finished into an attachment or refused.
import { sql } from 'kysely'
import type { BlobStore } from '../core/blob-store.ts'
import type { Engine } from '../core/engine.ts'
import { lockCase, rowFactsOf } from '../core/lock.ts'
import { actorsFor, caseScope } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { StagedFiles } from '../core/staged-files.ts'
import { transact } from '../core/transaction.ts'
import type { ContactViewer, PersonViewer } from '../core/viewer.ts'
import type { VirusScanner } from '../core/virus-scanner.ts'
import type { Work } from '../core/work.ts'
import { attach } from './attachment-commands.ts'
import { contentKey } from './attachment-queries.ts'
import { inspectFile } from './file-inspection.ts'
import { refuseInfected } from './refuse-infected.ts'
import { safeName } from './safe-name.ts'

export interface AttachmentLimits {
  mostBytes: number
  mostPerCase: number
}

/** Unfinished uploads of one sender. */
const mostUnfinished = 100

/** Files that a customer's contact adds to a case by his link, those taken off since among them. */
export const mostOfContact = 20

export interface UploadPlaces {
  blobs: BlobStore
  staged: StagedFiles
  limits: AttachmentLimits
  /** Looks at each file before it is kept; without one nothing does. */
  scanner?: VirusScanner | undefined
}

export type NewUpload = {
  caseId: string
  taskId: string | null
  itemId: string | null
  name: string
  bytes: number
  key: string
}

export type Upload = NewUpload & { id: string; finished: boolean }

type Sender = PersonViewer | ContactViewer

/**
 * The same key again is the same upload. Refuses notFound, notAllowed (customers too, once the case has ended), keyReused and `invalid`
 * with what the limits say.
 */
export async function beginUpload(
  engine: Engine,
  viewer: Sender,
  { limits, staged }: UploadPlaces,
  order: NewUpload,
): Promise<Upload> {
  const upload = { ...order, name: safeName(order.name) }
  if (upload.bytes === 0) throw refuseField('file', 'fileEmpty')
  if (upload.bytes > limits.mostBytes) {
    throw refuseField('file', 'fileTooLarge', { max: Math.floor(limits.mostBytes / 1_048_576) })
  }
  const request = { viewer, name: 'beginUpload', key: null, body: {} }
  return await transact(engine, request, async (work) => {
    const locked = await lockCase(engine, work, viewer, upload.caseId)
    const over = viewer.kind === 'contact' && !locked.open
    if (over || actorsFor(viewer, 'case.attach', rowFactsOf(locked, null)).length === 0) {
      throw new Refused({ kind: 'notAllowed' })
    }
    const known = await byKey(work, viewer, upload)
    if (known) return known
    await assertPartsOfCase(work, upload)
    await assertRoom(work, viewer, upload, limits)
    await staged.expect(upload.bytes)
    const { id } = await work.trx
      .insertInto('upload')
      .values({
        case_id: upload.caseId,
        task_id: upload.taskId,
        item_id: upload.itemId,
        sender_id: viewer.id,
        key: upload.key,
        name: upload.name,
        bytes: upload.bytes,
        begun_at: locked.now,
        touched_at: locked.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { ...upload, id, finished: false }
  })
}

const columns = [
  'upload.id',
  'upload.case_id as caseId',
  'upload.task_id as taskId',
  'upload.item_id as itemId',
  'upload.name',
  'upload.bytes',
  'upload.key',
  sql<boolean>`upload.finished_at is not null`.as('finished'),
] as const

async function byKey({ trx }: Work, viewer: Sender, order: NewUpload): Promise<Upload | null> {
  const known = await trx
    .selectFrom('upload')
    .where('sender_id', '=', viewer.id)
    .where('key', '=', order.key)
    .select(columns)
    .executeTakeFirst()
  if (!known) return null
  const same = known.caseId === order.caseId && known.bytes === order.bytes && known.name === order.name
  if (!same) throw new Refused({ kind: 'keyReused' })
  return known
}

async function assertPartsOfCase({ trx }: Work, { caseId, taskId, itemId }: NewUpload): Promise<void> {
  const { rows } = await sql<{ sound: boolean }>`select
    (${taskId}::uuid is null or exists (select from task where id = ${taskId} and case_id = ${caseId}))
    and (${itemId}::uuid is null or exists (select from claim_item where id = ${itemId} and case_id = ${caseId})) as sound`.execute(
    trx,
  )
  if (!rows[0]?.sound) throw new Refused({ kind: 'notFound' })
}

async function assertRoom({ trx }: Work, viewer: Sender, { caseId }: NewUpload, limits: AttachmentLimits) {
  const { rows } = await sql<{ files: number; own: number; unfinished: number }>`select
    (select count(*)::int from attachment where case_id = ${caseId} and state = 'stored')
      + (select count(*)::int from upload where case_id = ${caseId} and finished_at is null) as files,
    (select count(*)::int from attachment where case_id = ${caseId} and by_id = ${viewer.id} and state <> 'erased')
      + (select count(*)::int from upload
        where case_id = ${caseId} and sender_id = ${viewer.id} and finished_at is null) as own,
    (select count(*)::int from upload where sender_id = ${viewer.id} and finished_at is null) as unfinished`.execute(
    trx,
  )
  const { files = 0, own = 0, unfinished = 0 } = rows[0] ?? {}
  if (viewer.kind === 'contact' && own >= mostOfContact) {
    throw refuseField('file', 'tooManyOwnFiles', { max: mostOfContact })
  }
  if (files >= limits.mostPerCase) throw refuseField('file', 'tooManyFiles', { max: limits.mostPerCase })
  if (unfinished >= mostUnfinished) throw refuseField('file', 'tooManyUploads', { max: mostUnfinished })
}

/** The sender's own upload, while he sees its case; null otherwise. */
export async function findUpload(engine: Engine, viewer: Sender, id: string): Promise<Upload | null> {
  const row = await engine.db
    .selectFrom('upload')
    .innerJoin('service_case', 'service_case.id', 'upload.case_id')
    .where('upload.id', '=', id)
    .where('upload.sender_id', '=', viewer.id)
    .where((eb) => caseScope(eb as never, viewer))
    .select(columns)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Makes an attachment of an upload that is whole: inspected, looked at for viruses, put into the store, then recorded, in this order, so
 * that there is no row without its file. A file that is refused for what it is takes its upload with it; while the scanner is away
 * the upload waits to be finished. @throws ScannerAway
 */
export async function finishUpload(
  engine: Engine,
  viewer: Sender,
  upload: Upload,
  places: UploadPlaces,
): Promise<void> {
  const { staged, blobs } = places
  const path = staged.path(upload.id)
  try {
    const facts = await inspectFile(path, upload.name)
    if (places.scanner) await refuseInfected(places.scanner, path)
    await staged.settle(upload.id)
    await blobs.put(contentKey(upload.id), path, facts)
    const request = { viewer, name: 'attach', key: null, body: {} }
    await transact(engine, request, async (work) => {
      const done = await attach(engine, work, viewer, { ...upload, facts })
      await work.trx.updateTable('upload').set({ finished_at: engine.now() }).where('id', '=', upload.id).execute()
      return done
    })
    await staged.remove(upload.id)
  } catch (error) {
    if (error instanceof Refused) await dropUpload(engine, upload.id, places)
    throw error
  }
}

/** Forgets an upload that was not finished. */
export async function dropUpload({ db }: Engine, id: string, { staged }: UploadPlaces): Promise<void> {
  await db.deleteFrom('upload').where('id', '=', id).where('finished_at', 'is', null).execute()
  await staged.remove(id)
}
