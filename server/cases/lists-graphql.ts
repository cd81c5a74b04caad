// The top-level fields that read cases and tasks: one by id, search, and what waits for the viewer.
import { sql } from 'kysely'
import { badInput } from '../core/keyset.ts'
import { readOne } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { keyOf } from '../graphql/node.ts'
import { DueGroup } from '../graphql/words.ts'
import type { DueCount } from './due-groups.ts'
import { Case, Task } from './graph-refs.ts'
import { CaseConnection } from './graphql.ts'
import { caseShape, casesSeen, taskShape, tasksSeen } from './queries.ts'
import { searchCases } from './search.ts'
import { countMyWork, readMyCases, readMyTasks } from './work-lists.ts'

const longestSearch = 200
const mostHits = 50

const WorkCount = builder.objectRef<DueCount>('WorkCount').implement({
  description: "How much of the viewer's work stands in one group of due times.",
  policy: 'internal',
  fields: (t) => ({
    group: t.expose('group', { type: DueGroup, description: 'The group.' }),
    cases: t.exposeInt('cases', { description: 'Cases in it.' }),
    tasks: t.exposeInt('tasks', { description: 'Tasks in it.' }),
  }),
})

builder.queryFields((t) => ({
  case: t.field({
    type: Case,
    nullable: true,
    description: 'A case by its number; null where there is none that the viewer may see.',
    args: { number: t.arg.string({ required: true, description: 'Its number: C-2026-000123.' }) },
    resolve: (_root, { number }, context, info) =>
      readOne(
        context,
        info,
        caseShape,
        sql<boolean>`service_case.number = ${number.slice(0, 40)} and ${casesSeen(context.viewer)}`,
      ),
  }),
  task: t.field({
    type: Task,
    nullable: true,
    description: 'A task by id; null where there is none that the viewer may see.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: (_root, { id }, context, info) => {
      const key = keyOf('Task', id)
      return key
        ? readOne(context, info, taskShape, sql<boolean>`task.id = ${key} and ${tasksSeen(context.viewer)}`)
        : null
    },
  }),
  search: t.field({
    type: [Case],
    policy: 'internal',
    description:
      'Cases found by words of them and their comments, or by any part of a case, task, coil, heat, order or shipment number; best first.',
    args: {
      text: t.arg.string({
        required: true,
        description: 'Words or part of a number; accents and capitals do not matter.',
      }),
      first: t.arg.int({ required: true, description: 'Hits at the most, 1 to 50.' }),
    },
    resolve: (_root, { text, first }, context, info) => {
      if (text.trim() === '' || text.length > longestSearch || text.includes('\u0000'))
        throw badInput('text', `must have 1 to ${longestSearch} characters`)
      if (first < 1 || first > mostHits) throw badInput('first', `must be between 1 and ${mostHits}`)
      return searchCases(context, info, text, first)
    },
  }),
  myCases: t.field({
    type: CaseConnection,
    description: 'Open cases that the viewer runs or investigates, or whose next step is his, by due time.',
    args: { ...pageArgs(), clock: t.arg({ type: DueGroup, description: 'Only of this group.' }) },
    resolve: (_root, { clock, ...page }, context, info) => readMyCases(context, info, clock ?? null, page),
  }),
  myTasks: t.field({
    type: connectionOf(Task, 'internal'),
    nullable: true,
    description:
      'Tasks that wait for the viewer: to be answered by his department, or to be looked at by him who sent them.',
    args: { ...pageArgs(), clock: t.arg({ type: DueGroup, description: 'Only of this group.' }) },
    resolve: (_root, { clock, ...page }, context, info) => readMyTasks(context, info, clock ?? null, page),
  }),
  myWorkCounts: t.field({
    type: [WorkCount],
    description:
      "How much of the viewer's work stands in each group of due times; groups are days of the viewer's zone.",
    resolve: (_root, _args, context) => countMyWork(context),
  }),
}))
