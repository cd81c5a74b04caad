// Files of a case: attached, taken off, put back, shown to the customer. Each is a line of its history, none a step.
import { sql } from 'kysely'
import type { AttachmentChange } from '../../schema/vocabulary.ts'
import type { EffectScope, Engine } from '../core/engine.ts'
import { appendNote } from '../core/history.ts'
import { lockCase, rowFactsOf } from '../core/lock.ts'
import type { Action } from '../core/permission-table.ts'
import { actorsFor } from '../core/permissions.ts'
import { Refused } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { FileFacts } from './file-inspection.ts'
import { notify } from './notifications.ts'

export interface NewAttachment {
  /** The upload's. */
  id: string
  caseId: string
  taskId: string | null
  itemId: string | null
  bytes: number
  facts: FileFacts
}

/** Attaches a file whose content is in the store. A second time changes nothing. Refuses notFound, notAllowed. */
export async function attach(engine: Engine, work: Work, viewer: Viewer, file: NewAttachment): Promise<{ id: string }> {
  const { scope, as } = await writing(engine, work, viewer, file.caseId, 'case.attach')
  if (viewer.kind === 'system') throw new Refused({ kind: 'notAllowed' })
  const { preview, ...facts } = file.facts
  const inserted = await work.trx
    .insertInto('attachment')
    .values({
      id: file.id,
      case_id: file.caseId,
      task_id: file.taskId,
      item_id: file.itemId,
      name: facts.name,
      media_type: facts.mediaType,
      bytes: file.bytes,
      sha256: facts.sha256,
      width: facts.width,
      height: facts.height,
      preview: preview ? 'wanted' : 'none',
      by_id: viewer.id,
      by_name: viewer.name,
      as_role: as,
      at: scope.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return { id: file.id }
  await told(scope, as, 'added', { id: file.id, name: facts.name, taskId: file.taskId })
  if (viewer.kind === 'contact') await tellOfCustomersFile(scope)
  if (preview) await engine.jobs.send(work.trx, 'preview', { attachmentId: file.id })
  return { id: file.id }
}

/** Who runs the case hears of files that came by the link: once until he has read of it, however many there are. */
async function tellOfCustomersFile(scope: EffectScope): Promise<void> {
  const { ownerId } = scope.locked
  if (ownerId === null) return
  const unread = await scope.trx
    .selectFrom('notification')
    .where('person_id', '=', ownerId)
    .where('case_id', '=', scope.subject.caseId)
    .where('read_at', 'is', null)
    .where(sql<boolean>`detail ->> 'change' = 'added'`)
    .select('id')
    .executeTakeFirst()
  if (!unread) await notify(scope, [ownerId], { kind: 'step', what: 'attachment', detail: { change: 'added' } })
}

type Done = { caseId: string; attachmentId: string }
type Which = { attachmentId: string }

/** Takes a file off its case: whoever added it, and leads. What is off already stays so. */
export async function removeAttachment(engine: Engine, work: Work, viewer: Viewer, order: Which): Promise<Done> {
  return change(engine, work, viewer, order, 'removed', ({ state }, at) =>
    state === 'stored' ? { state: 'removed', removed_at: at } : null,
  )
}

/** Puts back what was taken off, while its content is kept. */
export async function restoreAttachment(engine: Engine, work: Work, viewer: Viewer, order: Which): Promise<Done> {
  return change(engine, work, viewer, order, 'restored', ({ state }) =>
    state === 'removed' ? { state: 'stored', removed_at: null } : null,
  )
}

/** Shows a file to the customer, or no longer. */
export async function showAttachment(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  { shown, ...order }: Which & { shown: boolean },
): Promise<Done> {
  return change(engine, work, viewer, order, shown ? 'shown' : 'hidden', ({ state, for_customer }) =>
    state === 'stored' && for_customer !== shown ? { for_customer: shown } : null,
  )
}

type File = Awaited<ReturnType<typeof fileOf>>
type Changed = { state: 'stored' | 'removed'; removed_at: Date | null } | { for_customer: boolean }

/** Nothing is written where `changed` finds nothing to change. */
async function change(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  { attachmentId }: Which,
  what: Exclude<AttachmentChange, 'added'>,
  changed: (file: File, at: Date) => Changed | null,
): Promise<Done> {
  const { case_id: caseId, by_id, for_customer } = await fileOf(work, attachmentId)
  const own = viewer.kind !== 'system' && by_id === viewer.id
  if (viewer.kind === 'contact' && !own && !for_customer) throw new Refused({ kind: 'notFound' })
  const showing = what === 'shown' || what === 'hidden'
  const action = showing ? 'attachment.show' : own ? 'case.attach' : 'attachment.remove'
  const { scope, as } = await writing(engine, work, viewer, caseId, action)
  // Anew, now that the case is locked.
  const file = await fileOf(work, attachmentId)
  const values = changed(file, scope.at)
  if (values) {
    await work.trx.updateTable('attachment').set(values).where('id', '=', attachmentId).execute()
    await told(scope, as, what, { id: attachmentId, name: file.name, taskId: file.task_id })
  }
  return { caseId, attachmentId }
}

async function fileOf({ trx }: Work, id: string) {
  const file = await trx
    .selectFrom('attachment')
    .where('id', '=', id)
    .where('state', '!=', 'erased')
    .select(['case_id', 'task_id', 'by_id', 'name', 'state', 'for_customer'])
    .executeTakeFirst()
  if (!file) throw new Refused({ kind: 'notFound' })
  return file
}

async function told(
  scope: EffectScope,
  as: Parameters<typeof appendNote>[1]['as'],
  what: AttachmentChange,
  { id, name, taskId }: { id: string; name: string; taskId: string | null },
): Promise<void> {
  await appendNote(scope, { kind: 'attachment', as, payload: { attachmentId: id, name, change: what } })
  scope.work.changed({ caseId: scope.subject.caseId, taskId, personIds: [] })
}

async function writing(engine: Engine, work: Work, viewer: Viewer, caseId: string, action: Action) {
  const locked = await lockCase(engine, work, viewer, caseId)
  const [as] = actorsFor(viewer, action, rowFactsOf(locked, null))
  if (!as) throw new Refused({ kind: 'notAllowed' })
  const subject = { kind: locked.kind, caseId, taskId: null }
  const scope: EffectScope = { engine, work, trx: work.trx, subject, locked, viewer, at: locked.now }
  return { scope, as }
}
