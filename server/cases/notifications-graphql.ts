// What the viewer was told, and what he wants to be told, in the graph.
import { clocks } from '../../schema/clock.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { ExportFault, ExportPage } from '../../schema/list-views.ts'
import { type AttachmentChange, attachmentChanges } from '../../schema/vocabulary.ts'
import { followUpNotice } from '../core/labels/follow-up-notice.ts'
import { label } from '../core/labels/label.ts'
import { notificationText } from '../core/labels/notification-text.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import type { RequestContext } from '../graphql/context.ts'
import { answerNode, globalId, Node } from '../graphql/node.ts'
import { NotificationChannel, NotificationKind } from '../graphql/words.ts'
import { Viewer } from '../organization/viewer-graphql.ts'
import type { Chart } from '../workflows/chart.ts'
import { type Mentioned, plainText } from './comment-text.ts'
import { eventLabel } from './event-label.ts'
import { Case, Task } from './graph-refs.ts'
import { type NotificationChoice as Choice, readChoices } from './notification-choices.ts'
import { countUnread, notificationShape, notificationsSeen, readNotifications } from './notification-queries.ts'

interface Told extends RowOf<'notification'> {
  by_name: string | null
  chart: Chart['kind']
  comment: { body: string; mentioned: Mentioned[] } | null
}

const excerptLength = 160

const Notification = builder.objectRef<Told>('Notification').implement({
  description: 'Something that a person of the works was told.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    kind: t.expose('kind', { type: NotificationKind, description: 'On which occasion.' }),
    text: t.string({
      description: "What happened, in the request's language.",
      resolve: (row, _args, context) => textOf(context, row),
    }),
    excerpt: t.string({
      nullable: true,
      description: 'How the comment behind it begins.',
      resolve: ({ comment }) => (comment ? plainText(comment.body, comment.mentioned).slice(0, excerptLength) : null),
    }),
    commentId: t.id({
      nullable: true,
      description: 'The comment it is about.',
      resolve: ({ comment_id }) => comment_id && globalId('Comment', comment_id),
    }),
    exportPath: t.string({
      nullable: true,
      description: 'Where the export it is about is fetched, for a day after it was asked for.',
      resolve: ({ detail }) => (detail.exportId && !detail.fault ? `/exports/${detail.exportId}` : null),
    }),
    followUpId: t.id({
      nullable: true,
      description: 'The follow-up it is about.',
      resolve: ({ detail }) => (detail.followUpId ? globalId('FollowUp', String(detail.followUpId)) : null),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
    readAt: t.expose('read_at', { type: 'DateTime', nullable: true, description: 'When it was read; null before.' }),
    case: t.field({
      type: Case,
      nullable: true,
      description: 'The case it is about.',
      resolve: relatedOneOrNull<'service_case'>(notificationShape, 'case'),
    }),
    task: t.field({
      type: Task,
      nullable: true,
      description: 'The task it is about.',
      resolve: relatedOneOrNull<'task'>(notificationShape, 'task'),
    }),
  }),
})
answerNode(notificationShape, 'internal', notificationsSeen)

const NotificationChoice = builder.objectRef<Choice>('NotificationChoice').implement({
  description: 'Whether the viewer is told of a kind of things in one place.',
  policy: 'internal',
  fields: (t) => ({
    kind: t.expose('kind', { type: NotificationKind, description: 'On which occasion.' }),
    kindLabel: t.string({
      description: "The occasion in the request's language.",
      resolve: ({ kind }, _args, { language }) => label(language, 'notificationKind', kind),
    }),
    channel: t.expose('channel', { type: NotificationChannel, description: 'Where.' }),
    channelLabel: t.string({
      description: "The place in the request's language.",
      resolve: ({ channel }, _args, { language }) => label(language, 'notificationChannel', channel),
    }),
    wanted: t.exposeBoolean('wanted', { description: 'Whether the viewer is told.' }),
    obligatory: t.exposeBoolean('obligatory', {
      description:
        'Whether it cannot be switched off: who approves is told in the app of proposals and of clocks that ran out.',
    }),
  }),
})

builder.objectFields(Viewer, (t) => ({
  notifications: t.field({
    type: connectionOf(Notification, 'internal'),
    nullable: true,
    description:
      'What the viewer was told, the newest first; read ones are kept for 90 days, unread ones for a year. A case that he may no longer see takes its notifications with it.',
    args: { ...pageArgs(), unread: t.arg.boolean({ description: 'Unread ones alone.' }) },
    resolve: (_viewer, { unread, ...page }, context, info) =>
      readNotifications(context, info, unread ?? false, page) as never,
  }),
  unreadNotifications: t.int({
    description: 'How many of them are unread, counted up to 100.',
    resolve: (_viewer, _args, context) => countUnread(context),
  }),
  notificationChoices: t.field({
    type: [NotificationChoice],
    description: 'What the viewer wants to be told and where: every kind and place.',
    resolve: (_viewer, _args, { engine, viewer }) => readChoices(engine, viewer),
  }),
}))

function textOf({ language, viewer }: RequestContext, { kind, detail, by_name, chart }: Told): string {
  if (kind === 'followUp') {
    const { moment, account, dueAt } = detail as { moment: 'warned' | 'passed'; account: string; dueAt: string }
    return followUpNotice(language, viewer.timeZone, { moment, account, dueAt: new Date(dueAt) })
  }
  return notificationText(language, kind, {
    who: by_name ?? label(language, 'role', detail.as === 'contact' ? 'customerContact' : 'system'),
    ...(typeof detail.what === 'string' && { step: eventLabel(language, chart, detail.what) }),
    ...changeOf(language, detail),
    ...clockOf(language, detail),
    ...exportOf(language, detail),
  })
}

/** What was done to the files of the case. */
function changeOf(language: RequestContext['language'], { change }: JsonObject): { step?: string } {
  return typeof change === 'string' && change in attachmentChanges
    ? { step: label(language, 'attachmentChange', change as AttachmentChange) }
    : {}
}

function clockOf(language: RequestContext['language'], { clock }: JsonObject): { clock?: string } {
  return typeof clock === 'string' && clock in clocks
    ? { clock: label(language, 'clock', clock as keyof typeof clocks) }
    : {}
}

function exportOf(
  language: RequestContext['language'],
  { page, fault }: JsonObject,
): { page?: string; fault?: string } {
  if (typeof page !== 'string') return {}
  const why = typeof fault === 'string' ? `. ${label(language, 'exportFault', fault as ExportFault)}` : ''
  return { page: label(language, 'listPage', page as ExportPage), fault: why }
}
