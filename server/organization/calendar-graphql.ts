// Working calendars in the graph.
import type { RowOf } from '../core/selection.ts'
import { relatedList } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { calendarDayKinds } from './inputs.ts'
import { calendarShape, readCalendars } from './policy-queries.ts'
import { people } from './visibility.ts'

const TimeWindow = builder.objectRef<{ from: string; to: string }>('TimeWindow').implement({
  description: 'Working time within a day, local time of the calendar.',
  policy: 'open',
  fields: (t) => ({
    from: t.exposeString('from', { description: 'Beginning, HH:MM.' }),
    to: t.exposeString('to', { description: 'End, HH:MM; 24:00 is the end of the day.' }),
  }),
})

const CalendarWindow = builder.objectRef<RowOf<'calendar_window'>>('CalendarWindow').implement({
  description: 'Working time on a day of the week.',
  policy: 'open',
  fields: (t) => ({
    weekday: t.exposeInt('weekday', { description: '1 Monday to 7 Sunday.' }),
    from: t.exposeString('from_time', { description: 'Beginning, HH:MM.' }),
    to: t.exposeString('to_time', { description: 'End, HH:MM; 24:00 is the end of the day.' }),
  }),
})

export const CalendarDayKind = enumOf('CalendarDayKind', 'What an own day of a calendar is.', calendarDayKinds)

const CalendarDay = builder.objectRef<RowOf<'calendar_day'>>('CalendarDay').implement({
  description: 'A day on which the calendar differs from its week and from the public holidays.',
  policy: 'open',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day.' }),
    kind: t.expose('kind', { type: CalendarDayKind, description: 'Worked or not.' }),
    name: t.exposeString('name', { description: 'Why.' }),
    windows: t.field({
      type: [TimeWindow],
      nullable: true,
      description: 'Working time of this day; null: that of its weekday.',
      resolve: ({ windows }) => windows,
    }),
  }),
})

export const Calendar = builder.objectRef<RowOf<'calendar'>>('Calendar').implement({
  description: 'A working calendar: in its time clocks run.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Short stable name.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    timeZone: t.exposeString('time_zone', { description: 'IANA name of its time zone.' }),
    country: t.exposeString('country', { nullable: true, description: 'Country whose public holidays are free.' }),
    minutesPerDay: t.exposeInt('minutes_per_day', { description: 'Working minutes in one working day of a deadline.' }),
    version: t.exposeInt('version', { description: 'Counts up with each change.' }),
    windows: t.field({
      type: [CalendarWindow],
      description: 'The working week.',
      resolve: relatedList<'calendar_window'>(calendarShape, 'windows'),
    }),
    days: t.field({
      type: [CalendarDay],
      description: 'Own days, the earliest first.',
      resolve: relatedList<'calendar_day'>(calendarShape, 'days'),
    }),
  }),
})
answerNode(calendarShape, 'open', people)

builder.queryFields((t) => ({
  calendars: t.field({
    type: [Calendar],
    policy: 'internal',
    description: 'All working calendars.',
    resolve: (_root, _args, context, info) => readCalendars(context, info),
  }),
}))
