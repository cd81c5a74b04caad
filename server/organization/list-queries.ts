// Reads of saved views and exports: the own ones, and views that leads share.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { ListPage } from '../../schema/list-views.ts'
import { type PageArgs, type RowOf, readList, readOne, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { computed, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { personShape } from './queries.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const idOf = (viewer: Viewer) => (viewer.kind === 'person' ? viewer.id : nobody)

const isFirst = computed(
  'is_first',
  'plain',
  (alias, viewer) => sql`exists (select from first_view where first_view.view_id = ${sql.ref(`${alias}.id`)}
    and first_view.person_id = ${idOf(viewer)})`,
)

export const savedViewShape: Shape<'saved_view'> = shape('SavedView', 'saved_view', {
  always: ['owner_id'],
  fields: {
    page: 'page',
    name: 'name',
    view: 'view',
    shared: 'shared',
    mine: 'owner_id',
    first: [isFirst],
    owner: one(() => personShape, 'owner_id'),
    revision: 'revision',
    changedAt: 'changed_at',
  },
})

export type SavedView = RowOf<'saved_view'> & { is_first: boolean }

export const listExportShape: Shape<'list_export'> = shape('ListExport', 'list_export', {
  fields: {
    page: 'page',
    view: 'view',
    format: 'format',
    state: 'state',
    fault: 'fault',
    rowsTotal: 'rows_total',
    rowsDone: 'rows_done',
    size: 'bytes',
    askedAt: 'asked_at',
    endedAt: 'ended_at',
    expiresAt: 'expires_at',
    path: 'state',
  },
})

/** Views that are not deleted: the viewer's own, and shared ones. */
export function viewsSeen(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`(saved_view.deleted_at is null and (saved_view.owner_id = ${idOf(viewer)} or saved_view.shared))`
}

export function exportsSeen(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`list_export.person_id = ${idOf(viewer)}`
}

export function readViews(reader: Reader, info: GraphQLResolveInfo, page: ListPage): Promise<RowOf<'saved_view'>[]> {
  return readList(reader, info, savedViewShape, {
    where: sql<SqlBool>`saved_view.page = ${page} and ${viewsSeen(reader.viewer)}`,
    order: { columns: ['name', 'id'], direction: 'asc' },
  })
}

/** One of the viewer's own, deleted or not. */
export function readOwnView(reader: Reader, info: GraphQLResolveInfo, id: string): Promise<RowOf<'saved_view'> | null> {
  const where = sql<SqlBool>`saved_view.id = ${id} and saved_view.owner_id = ${idOf(reader.viewer)}`
  return readOne(reader, info, savedViewShape, where)
}

export function readExport(reader: Reader, info: GraphQLResolveInfo, id: string): Promise<RowOf<'list_export'> | null> {
  return readOne(reader, info, listExportShape, sql<SqlBool>`list_export.id = ${id} and ${exportsSeen(reader.viewer)}`)
}

/** The viewer's own exports, the newest first. */
export function readExports(
  reader: Reader,
  info: GraphQLResolveInfo,
  args: PageArgs,
): Promise<Page<RowOf<'list_export'>>> {
  return readPage(reader, info, listExportShape, {
    where: exportsSeen(reader.viewer),
    order: { columns: ['asked_at', 'id'], direction: 'desc' },
    args,
  })
}
