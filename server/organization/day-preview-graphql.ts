// What a changed day of a calendar would do, told before it is changed.

import { settlementKinds } from '../../schema/claim-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { shiftsOf } from '../core/calendar-shift.ts'
import { label } from '../core/labels/label.ts'
import { plantCode, unkeptCalendar } from '../core/plant-calendar.ts'
import type { RowOf } from '../core/selection.ts'
import { dueTime } from '../core/working-time.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import { keyOf } from '../graphql/node.ts'
import { Clock, SettlementKind, Severity } from '../graphql/words.ts'
import { CalendarDayKind } from './calendar-graphql.ts'

interface PolicyDue {
  policy: RowOf<'deadline_policy'>
  before: Date
  after: Date
}

const PolicyDue = builder.objectRef<PolicyDue>('PolicyDue').implement({
  description: 'When a clock would be due that starts now, before and after the change.',
  policy: 'administration',
  fields: (t) => ({
    clock: t.field({ type: Clock, description: 'The clock.', resolve: ({ policy }) => policy.clock }),
    clockLabel: t.string({
      description: "The clock in the request's language.",
      resolve: ({ policy }, _args, { language }) => label(language, 'clock', policy.clock),
    }),
    severity: t.field({
      type: Severity,
      nullable: true,
      description: 'Severity it is for; null: all others.',
      resolve: ({ policy }) => policy.severity,
    }),
    settlementKind: t.field({
      type: SettlementKind,
      nullable: true,
      description: 'Kind of settlement it is for; null: all others.',
      resolve: ({ policy: { variant } }) => words(settlementKinds).find((kind) => kind === variant) ?? null,
    }),
    before: t.expose('before', { type: 'DateTime', description: 'As the calendar is.' }),
    after: t.expose('after', { type: 'DateTime', description: 'As it would be.' }),
  }),
})

interface DayPreview {
  clocks: number
  policies: PolicyDue[]
}

const DayPreview = builder.objectRef<DayPreview>('DayPreview').implement({
  description: 'What a changed day of a calendar would do.',
  policy: 'administration',
  fields: (t) => ({
    clocks: t.exposeInt('clocks', {
      description: 'Running clocks that would move: not paused, not passed, counted in working time.',
    }),
    policies: t.expose('policies', {
      type: [PolicyDue],
      description: 'Due times of clocks that start now and would differ.',
    }),
  }),
})

builder.queryField('dayPreview', (t) =>
  t.field({
    type: DayPreview,
    policy: 'administration',
    nullable: true,
    description: 'What a changed day of a calendar would do; nothing is written.',
    args: {
      day: t.arg({ type: 'Date', required: true, description: 'The day.' }),
      kind: t.arg({ type: CalendarDayKind, description: 'What it becomes; left out: an ordinary day again.' }),
      calendarId: t.arg.id({ description: "The calendar; left out: the plant's." }),
    },
    resolve: (_root, { day, kind, calendarId }, context) => {
      const id = calendarId == null ? null : keyOf('Calendar', calendarId)
      if (calendarId != null && id === null) return null
      return previewOf(context, id === null ? { code: plantCode } : { id }, { day, kind: kind ?? null, name: '' })
    },
  }),
)

async function previewOf(
  { engine: { db, now } }: RequestContext,
  by: Parameters<typeof unkeptCalendar>[1],
  changed: Parameters<typeof unkeptCalendar>[2],
): Promise<DayPreview> {
  const before = await unkeptCalendar(db, by)
  const after = await unkeptCalendar(db, by, changed)
  const policies = await db
    .selectFrom('deadline_policy')
    .selectAll()
    .select(now().as('at'))
    .where('unit', '<>', 'calendarDays')
    .distinctOn(['clock', 'severity', 'variant'])
    .orderBy('clock')
    .orderBy('severity')
    .orderBy('variant')
    .orderBy('version', 'desc')
    .execute()
  const at = policies[0]?.at
  if (!at) return { clocks: 0, policies: [] }
  const dues = policies.flatMap((policy) => {
    const amount = { value: Number(policy.amount), unit: policy.unit }
    const [is, willBe] = [dueTime(before.working, at, amount), dueTime(after.working, at, amount)]
    return is && willBe && is.getTime() !== willBe.getTime() ? [{ policy, before: is, after: willBe }] : []
  })
  return { clocks: (await shiftsOf(db, after, at)).length, policies: dues }
}
