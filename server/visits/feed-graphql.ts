// The own calendar feed in the graph: since when there is one, making it, ending it.
import { z } from 'zod'
import { moment, parseInput } from '../core/input.ts'
import { can } from '../core/permissions.ts'
import { Refused } from '../core/refusal.ts'
import { transact } from '../core/transaction.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { inputOf } from '../graphql/input-of.ts'
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

const makeInput = z.object({
  replace: z.boolean().describe('Whether an address that there is ends; without it a second one is refused.'),
})

builder.mutationField('createCalendarFeed', (t) =>
  t.field({
    type: CalendarFeedAnswer,
    description: "Makes a secret address at which calendar programs read the viewer's visits.",
    args: {
      input: t.arg({
        type: inputOf('CreateCalendarFeedInput', 'How it is made.', makeInput),
        required: true,
        description: 'How it is made.',
      }),
    },
    resolve: (_root, args, context) =>
      answering({ name: 'createCalendarFeed', context }, async () => {
        const { engine, viewer } = context
        if (!can(viewer, 'calendar.feed')) throw new Refused({ kind: 'notAllowed' })
        const { replace } = parseInput(makeInput, args.input)
        // No idempotency key: its answer is kept, and a secret must not be.
        const request = { viewer, name: 'createCalendarFeed', key: null, body: {} }
        return transact(engine, request, (work) => createCalendarFeed(engine, work, viewer, replace))
      }),
  }),
)

command({
  name: 'endCalendarFeed',
  description: "Ends the secret address of the viewer's calendar.",
  action: 'calendar.feed',
  input: z.object({
    since: moment().describe('Since when it stands, as the viewer saw it; one that was made after that stays.'),
  }),
  success: CalendarFeedEnded,
  run: (work, { since }, { viewer }) => endCalendarFeed(work, viewer, since),
  read: (_context, _info, ended) => ended,
})
