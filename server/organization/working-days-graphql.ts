// The days of the plant's calendar in the graph: how long each is worked, and which are holidays.

import { badInput } from '../core/keyset.ts'
import { plantCalendar } from '../core/plant-calendar.ts'
import { builder } from '../graphql/builder.ts'

interface DayWorked {
  day: string
  minutes: number
  holiday: string | null
}

/** The API tells of no more days at once. */
const mostDays = 100
const dayLength = 86_400_000

const WorkingDay = builder.objectRef<DayWorked>('WorkingDay').implement({
  description: "A day of the plant's calendar.",
  policy: 'internal',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day.' }),
    minutes: t.exposeInt('minutes', { description: 'Working minutes of it; 0: it is free.' }),
    holiday: t.exposeString('holiday', {
      nullable: true,
      description: 'Name of the holiday; null on every other day.',
    }),
  }),
})

builder.queryField('workingDays', (t) =>
  t.field({
    type: [WorkingDay],
    policy: 'internal',
    nullable: true,
    description: "How long each day is worked by the plant's calendar, holidays left out; 100 days at the most.",
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'The first day.' }),
      until: t.arg({ type: 'Date', required: true, description: 'The last day.' }),
    },
    resolve: async (_root, { from, until }, { engine, language }) => {
      const first = Date.parse(`${from}T00:00:00Z`)
      const count = (Date.parse(`${until}T00:00:00Z`) - first) / dayLength + 1
      if (!(count >= 1 && count <= mostDays))
        throw badInput('until', `takes ${mostDays} days from the first at the most`)
      const { working } = await plantCalendar(engine.db)
      return Array.from({ length: count }, (_, index) => {
        const day = new Date(first + index * dayLength).toISOString().slice(0, 10)
        const windows = working.windowsOf(day)
        const minutes = windows.reduce((sum, window) => sum + (window.to.getTime() - window.from.getTime()) / 60_000, 0)
        return { day, minutes, holiday: working.holidayName(day, language) }
      })
    },
  }),
)
