// The own calendar feed in the graph: since when there is one, making it, ending it.
import { can } from '../core/permissions.ts'
import { Refused } from '../core/refusal.ts'
import { transact } from '../core/transaction.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import { answering, answerUnion } from '../graphql/refusals.ts'
import { createCalendarFeed, endCalendarFeed } from './feed-commands.ts'

const CalendarFeedMade = builder.objectRef<{ secret: string }>('CalendarFeedMade').implement({
  description: 'The secret address of a calendar; it is told once and cannot be read again.',
  policy: 'internal',
  fields: (t) => ({
    path: t.string({
      description: 'Path of the address on this server.',
      resolve: ({ secret }) => `/calendar/${secret}.ics`,
    }),
  }),
})
const CalendarFeedAnswer = answerUnion('CalendarFeedAnswer', CalendarFeedMade)

const CalendarFeedEnded = builder.objectRef<{ ended: boolean }>('CalendarFeedEnded').implement({
  description: 'The secret address opens nothing any more.',
  policy: 'internal',
  fields: (t) => ({ ended: t.exposeBoolean('ended', { description: 'Whether there was one.' }) }),
})
const CalendarFeedEndAnswer = answerUnion('CalendarFeedEndAnswer', CalendarFeedEnded)

builder.queryField('calendarFeedSince', (t) =>
  t.field({
    type: 'DateTime',
    nullable: true,
    description: "Since when the viewer's own calendar has a secret address; null without one.",
    resolve: async (_root, _args, { engine, viewer }) => {
      if (viewer.kind !== 'person') return null
      const feed = engine.db.selectFrom('calendar_feed').where('person_id', '=', viewer.id).select('created_at')
      return (await feed.executeTakeFirst())?.created_at ?? null
    },
  }),
)

builder.mutationFields((t) => ({
  createCalendarFeed: t.field({
    type: CalendarFeedAnswer,
    description: "Makes a secret address at which calendar programs read the viewer's visits; one that there was ends.",
    resolve: (_root, _args, context) =>
      answering(async () => {
        const { engine, viewer } = allowed(context)
        // No idempotency key: its answer is kept, and a secret must not be.
        const request = { viewer, name: 'createCalendarFeed', key: null, body: {} }
        return transact(engine, request, (work) => createCalendarFeed(engine, work, viewer))
      }),
  }),
  endCalendarFeed: t.field({
    type: CalendarFeedEndAnswer,
    description: "Ends the secret address of the viewer's calendar.",
    resolve: (_root, _args, context) =>
      answering(async () => {
        const { engine, viewer } = allowed(context)
        const request = { viewer, name: 'endCalendarFeed', key: null, body: {} }
        return transact(engine, request, (work) => endCalendarFeed(work, viewer))
      }),
  }),
}))

function allowed(context: RequestContext): RequestContext {
  if (!can(context.viewer, 'calendar.feed')) throw new Refused({ kind: 'notAllowed' })
  return context
}
