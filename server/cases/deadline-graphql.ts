// The clocks of a case in the graph, with the reason for each due time.
import { intervalKinds } from '../core/explain.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { Clock } from '../graphql/words.ts'
import { type Explained, explainDeadline } from './explanation.ts'
import { deadlineShape, partsSeen } from './queries.ts'

const deadlineStates = {
  running: 'Time runs',
  paused: 'Paused, with a reason',
  over: 'The due time has passed',
  stopped: 'Met, or no longer needed',
} as const
const DeadlineState = enumOf('DeadlineState', 'How a clock stands.', deadlineStates)

const intervalMeanings = {
  counted: 'Time that has counted',
  stillToRun: 'Time still to run',
  paused: 'Would have counted but for a pause',
  break: 'Between two windows of a day',
  night: 'Outside the windows of a day',
  weekend: 'A day without windows',
  holiday: 'A holiday',
} as const satisfies Record<(typeof intervalKinds)[number], string>
const IntervalKind = enumOf('IntervalKind', 'Why a stretch of time counts or does not.', intervalMeanings)

const DueInterval = builder.objectRef<Explained['intervals'][number]>('DueInterval').implement({
  description: 'A stretch of time between start and due.',
  policy: 'open',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'From.' }),
    to: t.expose('to', { type: 'DateTime', description: 'Until.' }),
    kind: t.expose('kind', { type: IntervalKind, description: 'Whether it counts, and why not.' }),
    name: t.string({
      nullable: true,
      description: 'Name of the holiday or reason of the pause.',
      resolve: ({ name }) => name ?? null,
    }),
    minutes: t.float({ description: 'Length in minutes.', resolve: ({ minutes }) => minutes }),
  }),
})

const DueSum = builder.objectRef<{ kind: (typeof intervalKinds)[number]; minutes: number }>('DueSum').implement({
  description: 'Minutes of one kind between start and due.',
  policy: 'open',
  fields: (t) => ({
    kind: t.expose('kind', { type: IntervalKind, description: 'The kind.' }),
    minutes: t.exposeFloat('minutes', { description: 'Minutes in all.' }),
  }),
})

const DueExplanation = builder.objectRef<Explained>('DueExplanation').implement({
  description: 'Why a clock is due when it is.',
  policy: 'open',
  fields: (t) => ({
    dueAt: t.expose('due', {
      type: 'DateTime',
      nullable: true,
      description: 'By the counted time alone; null while paused.',
    }),
    notAfter: t.expose('notAfter', {
      type: 'DateTime',
      nullable: true,
      description: 'The promised date, which holds when it is earlier.',
    }),
    amountMinutes: t.exposeFloat('amountMinutes', { description: 'Minutes that the policy gives.' }),
    policyVersion: t.exposeInt('policyVersion', {
      description: 'Version of the policy under which the clock started.',
    }),
    intervals: t.field({
      type: [DueInterval],
      description: 'From start to due without gap.',
      resolve: ({ intervals }) => intervals,
    }),
    sums: t.field({
      type: [DueSum],
      description: 'Minutes by kind.',
      resolve: ({ sums }) => intervalKinds.map((kind) => ({ kind, minutes: sums[kind] })),
    }),
  }),
})

export const Deadline = builder.objectRef<RowOf<'deadline'>>('Deadline').implement({
  description: 'A clock of a case or a task.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    clock: t.expose('clock', { type: Clock, description: 'Which clock.' }),
    label: t.string({
      description: "Its name in the request's language.",
      resolve: ({ clock }, _args, { language }) => label(language, 'clock', clock),
    }),
    state: t.field({ type: DeadlineState, description: 'How it stands.', resolve: (row) => stateOf(row) }),
    startedAt: t.expose('started_at', { type: 'DateTime', description: 'When it started.' }),
    dueAt: t.expose('due_at', { type: 'DateTime', nullable: true, description: 'When it is due; null while paused.' }),
    stoppedAt: t.expose('stopped_at', { type: 'DateTime', nullable: true, description: 'When it stopped.' }),
    breachedAt: t.expose('breached_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When its passing was recorded.',
    }),
    generation: t.exposeInt('generation', { description: 'How many times this clock was started on the case.' }),
    explain: t.field({
      type: DueExplanation,
      description: 'Why this date: every stretch counted and skipped.',
      resolve: (row, _args, context) => explainDeadline(context.engine, row, context.language),
    }),
  }),
})

answerNode(deadlineShape, 'internal', partsSeen('deadline.case_id'))

function stateOf(row: RowOf<'deadline'>): keyof typeof deadlineStates {
  if (row.stopped_at) return 'stopped'
  if (row.breached_at) return 'over'
  return row.due_at ? 'running' : 'paused'
}
