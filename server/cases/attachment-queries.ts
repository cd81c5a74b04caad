// How files of cases lie in the database, and which of them a viewer sees: the one answer for lists, ids, downloads and previews.
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { computed, connection, hang, list, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { caseShape, partsSeen, taskShape, tasksSeen } from './queries.ts'
import { newest, ofCase } from './record-shapes.ts'

const duplicateOf = computed(
  'duplicate_of',
  'plain',
  (alias) => sql`(select first.name from attachment as first
    where first.case_id = ${sql.ref(`${alias}.case_id`)} and first.sha256 = ${sql.ref(`${alias}.sha256`)}
      and first.state = 'stored' and (first.at, first.id) < (${sql.ref(`${alias}.at`)}, ${sql.ref(`${alias}.id`)})
    order by first.at, first.id limit 1)`,
)

export const attachmentShape: Shape<'attachment'> = shape('Attachment', 'attachment', {
  always: [ofCase('account_id'), ofCase('region_id')],
  fields: {
    name: 'name',
    mediaType: 'media_type',
    bytes: 'bytes',
    sha256: 'sha256',
    width: 'width',
    height: 'height',
    url: [],
    previewUrl: 'preview',
    previewComing: 'preview',
    forCustomer: 'for_customer',
    byName: 'by_name',

    asRole: 'as_role',
    at: 'at',
    mayRemove: 'by_id',
    mayShow: [],
    duplicateOf,
    task: one(() => taskShape, 'task_id', tasksSeen),
  },
})

hang(
  caseShape,
  'attachments',
  connection(() => attachmentShape, 'case_id', { order: newest, scope: attachmentsSeen }),
)
hang(
  taskShape,
  'attachments',
  list(() => attachmentShape, 'task_id', { order: newest, limit: 50, scope: attachmentsSeen }),
)

/** Files of visible cases that were not removed; a contact sees his own and those that were shown to the customer. */
export function attachmentsSeen(viewer: Viewer): Expression<SqlBool> {
  const stored = sql<SqlBool>`attachment.state = 'stored' and ${partsSeen('attachment.case_id')(viewer)}`
  if (viewer.kind !== 'contact') return stored
  return sql<SqlBool>`${stored} and (attachment.for_customer or attachment.by_id = ${viewer.id})`
}

/** The file, if the viewer may see it. */
export async function seenAttachment(db: Kysely<Database>, viewer: Viewer, id: string) {
  return await db
    .selectFrom('attachment')
    .where('attachment.id', '=', id)
    .where(() => attachmentsSeen(viewer) as Expression<SqlBool>)
    .select(['id', 'name', 'media_type', 'bytes', 'sha256', 'preview'])
    .executeTakeFirst()
}

export const contentKey = (attachmentId: string) => `originals/${attachmentId}`
export const previewKey = (attachmentId: string) => `previews/${attachmentId}`
