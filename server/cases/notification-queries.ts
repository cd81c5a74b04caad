// What a person was told: newest first, and never of a case that he may no longer see.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type SqlBool, sql } from 'kysely'
import { type PageArgs, type RowOf, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { computed, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { caseShape, casesSeen, partsSeen, taskShape, tasksSeen } from './queries.ts'
import { chartOfRow, mentionedBy, newest } from './record-shapes.ts'

/** More unread ones are told as this many. */
const mostCounted = 100

/** The comment behind the row with the people named in it; null for none and for one that was taken back. */
const comment = computed(
  'comment',
  'plain',
  (alias) => sql`(select json_build_object('body', comment.body, 'mentioned', ${mentionedBy('comment.id')})
    from comment where comment.id = ${sql.ref(`${alias}.comment_id`)} and comment.deleted_at is null)`,
)
const byName = computed(
  'by_name',
  'plain',
  (alias) => sql`(select person.name from person where person.id = ${sql.ref(`${alias}.by_id`)})`,
)

export const notificationShape: Shape<'notification'> = shape('Notification', 'notification', {
  fields: {
    kind: 'kind',
    text: ['kind', 'detail', byName, chartOfRow],
    excerpt: [comment],
    commentId: 'comment_id',
    exportPath: 'detail',
    followUpId: 'detail',
    at: 'at',
    readAt: 'read_at',
    case: one(() => caseShape, 'case_id', casesSeen),
    task: one(() => taskShape, 'task_id', tasksSeen),
  },
})

/** The viewer's own, of cases that he sees now or of none. */
export function notificationsSeen(viewer: Viewer): Expression<SqlBool> {
  if (viewer.kind !== 'person') return sql<SqlBool>`false`
  return sql<SqlBool>`notification.person_id = ${viewer.id} and (notification.case_id is null or ${ofCases(viewer)})`
}

export function readNotifications(
  reader: Reader,
  info: GraphQLResolveInfo,
  unread: boolean,
  args: PageArgs,
): Promise<Page<RowOf<'notification'>>> {
  const seen = notificationsSeen(reader.viewer)
  const where = unread ? sql<SqlBool>`notification.read_at is null and ${seen}` : seen
  return readPage(reader, info, notificationShape, { where, order: newest, args })
}

/** How many are unread, counted up to 100. */
export async function countUnread({ engine, viewer }: Reader): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*)::int as unread from (
    select from notification where notification.read_at is null and ${notificationsSeen(viewer)}
    limit ${sql.lit(mostCounted)}) as counted`.execute(engine.db)
  return rows[0]?.unread ?? 0
}

const ofCases = partsSeen('notification.case_id')
