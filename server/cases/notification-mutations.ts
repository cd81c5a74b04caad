// Mutations on what the viewer was told: read, all read, and what he wants to be told.
import { z } from 'zod'
import { notificationChannels, notificationKinds } from '../../schema/notification-vocabulary.ts'
import { list, moment, word } from '../core/input.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import type { RequestContext } from '../graphql/context.ts'
import { nodeId } from '../graphql/input-of.ts'
import { answerUnion } from '../graphql/refusals.ts'
import { Viewer } from '../organization/viewer-graphql.ts'
import { chooseNotification } from './notification-choices.ts'
import { readAllNotifications, readTheseNotifications } from './notification-reading.ts'

const NotificationsWritten = builder.objectRef<RequestContext['viewer']>('NotificationsWritten').implement({
  description: 'It was kept.',
  policy: 'open',
  fields: (t) => ({
    me: t.field({ type: Viewer, description: 'The viewer anew.', resolve: (viewer) => viewer }),
  }),
})
const success = answerUnion('NotificationsAnswer', NotificationsWritten)
const read = ({ viewer }: RequestContext) => viewer

command({
  name: 'readNotifications',
  action: 'notification.read',
  description: 'Marks own notifications as read.',
  input: z.object({ ids: list(nodeId('Notification'), 100).describe('Which; those of others are left alone.') }),
  success,
  run: (work, { ids }, { engine, viewer }) => readTheseNotifications(engine, work, viewer, ids),
  read,
})

command({
  name: 'readAllNotifications',
  action: 'notification.read',
  description: 'Marks all own notifications as read that came until a moment.',
  input: z.object({ until: moment().describe('When the list was looked at: what came later stays unread.') }),
  success,
  run: (work, { until }, { engine, viewer }) => readAllNotifications(engine, work, viewer, until),
  read,
})

command({
  name: 'chooseNotification',
  action: 'notification.choose',
  description: 'Says whether the viewer is told of a kind of things in one place.',
  input: z.object({
    kind: word('NotificationKind', notificationKinds).describe('On which occasion.'),
    channel: word('NotificationChannel', notificationChannels).describe('Where.'),
    wanted: z.boolean().describe('Whether to be told.'),
  }),
  success,
  run: (work, choice, { viewer }) => chooseNotification(work, viewer, choice),
  read,
})
