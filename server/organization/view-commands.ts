// Writes of saved views: who made one changes it; leads share theirs with everybody.
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Engine } from '../core/engine.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import {
  type changeViewInput,
  knownView,
  type saveViewInput,
  type setFirstViewInput,
  type shareViewInput,
} from './list-inputs.ts'

type Made = { id: string }
const mostViews = 100
const keptDays = 7

export async function saveView(
  { now }: Pick<Engine, 'now'>,
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof saveViewInput>,
): Promise<Made> {
  const ownerId = personOf(viewer)
  const { count } = await trx
    .selectFrom('saved_view')
    .where('owner_id', '=', ownerId)
    .where('page', '=', input.page)
    .where('deleted_at', 'is', null)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostViews) throw refuseField('page', 'tooMany', { max: mostViews })
  return trx
    .insertInto('saved_view')
    .values({
      owner_id: ownerId,
      page: input.page,
      name: input.name.trim(),
      view: checked(input.page, input.view),
      changed_at: now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Renames a view, or gives it what the list shows now. Refuses stale, so that a change made elsewhere is not lost. */
export async function changeView(
  { now }: Pick<Engine, 'now'>,
  work: Work,
  viewer: Viewer,
  { viewId, revision, name, view }: z.output<typeof changeViewInput>,
): Promise<Made> {
  const own = await lockOwn(work, viewer, viewId, revision)
  await work.trx
    .updateTable('saved_view')
    .set({
      ...(name && { name: name.trim() }),
      ...(view && { view: checked(own.page, view) }),
      revision: own.revision + 1,
      changed_at: now(),
    })
    .where('id', '=', viewId)
    .execute()
  return { id: viewId }
}

/** Whoever opens the page with a view that is shared no more opens it as it is. */
export async function shareView(
  { now }: Pick<Engine, 'now'>,
  work: Work,
  viewer: Viewer,
  { viewId, revision, shared }: z.output<typeof shareViewInput>,
): Promise<Made> {
  const own = await lockOwn(work, viewer, viewId, revision)
  await work.trx
    .updateTable('saved_view')
    .set({ shared, revision: own.revision + 1, changed_at: now() })
    .where('id', '=', viewId)
    .execute()
  if (!shared) {
    await work.trx
      .deleteFrom('first_view')
      .where('view_id', '=', viewId)
      .where('person_id', '<>', personOf(viewer))
      .execute()
  }
  return { id: viewId }
}

/** Takes a view away; for seven days it can be brought back. */
export function deleteView({ now }: Pick<Engine, 'now'>, work: Work, viewer: Viewer, viewId: string): Promise<Made> {
  return setDeleted(work, viewer, viewId, now())
}

export function restoreView(work: Work, viewer: Viewer, viewId: string): Promise<Made> {
  return setDeleted(work, viewer, viewId, null)
}

/** Opens a page with a view that the viewer sees, or as it is. */
export async function setFirstView(
  { trx }: Work,
  viewer: Viewer,
  { page, viewId }: z.output<typeof setFirstViewInput>,
): Promise<{ page: string }> {
  const personId = personOf(viewer)
  await trx.deleteFrom('first_view').where('person_id', '=', personId).where('page', '=', page).execute()
  if (!viewId) return { page }
  const seen = await trx
    .selectFrom('saved_view')
    .where('id', '=', viewId)
    .where('page', '=', page)
    .where('deleted_at', 'is', null)
    .where(({ or, eb }) => or([eb('owner_id', '=', personId), eb('shared', '=', true)]))
    .select('id')
    .executeTakeFirst()
  if (!seen) throw new Refused({ kind: 'notFound' })
  await trx.insertInto('first_view').values({ person_id: personId, page, view_id: viewId }).execute()
  return { page }
}

/** Forgets views that were deleted more than seven days ago. */
export async function forgetViews({ db, now }: Pick<Engine, 'db' | 'now'>): Promise<void> {
  await db
    .deleteFrom('saved_view')
    .where('deleted_at', '<', sql<Date>`${now()} - ${keptDays} * interval '1 day'`)
    .execute()
}

async function setDeleted({ trx }: Work, viewer: Viewer, viewId: string, at: RawBuilder<Date> | null): Promise<Made> {
  const own = await trx
    .updateTable('saved_view')
    .set({ deleted_at: at })
    .where('id', '=', viewId)
    .where('owner_id', '=', personOf(viewer))
    .returning('id')
    .executeTakeFirst()
  if (!own) throw new Refused({ kind: 'notFound' })
  return own
}

async function lockOwn({ trx }: Work, viewer: Viewer, viewId: string, revision: number) {
  const own = await trx
    .selectFrom('saved_view')
    .where('id', '=', viewId)
    .where('owner_id', '=', personOf(viewer))
    .where('deleted_at', 'is', null)
    .select(['page', 'revision'])
    .forUpdate()
    .executeTakeFirst()
  if (!own) throw new Refused({ kind: 'notFound' })
  if (own.revision !== revision) throw new Refused({ kind: 'stale', revision, current: own.revision })
  return own
}

function checked(page: z.output<typeof saveViewInput>['page'], text: string): string {
  const view = knownView(page, text)
  if (view === null) throw refuseField('view', 'invalid')
  return view
}

function personOf(viewer: Viewer): string {
  if (viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  return viewer.id
}
