// Subscriptions: a case that changed, and the viewer's work that changed, whichever server process wrote it.
import { sql } from 'kysely'
import type { Change } from '../core/changes.ts'
import { readOne } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import { keyOf } from '../graphql/node.ts'
import { Case } from './graph-refs.ts'
import { caseShape, casesSeen } from './queries.ts'
import { mine } from './work-lists.ts'

builder.subscriptionType({ description: 'What changes while one looks, as server-sent events.' })

const WorkChange = builder.objectRef<Change>('WorkChange').implement({
  description: "Something in the viewer's work changed.",
  policy: 'open',
  fields: (t) => ({
    case: t.field({
      type: Case,
      nullable: true,
      description: 'The case that changed.',
      resolve: ({ caseId }, _args, context, info) =>
        readOne(context, info, caseShape, sql<boolean>`service_case.id = ${caseId} and ${casesSeen(context.viewer)}`),
    }),
  }),
})

builder.subscriptionFields((t) => ({
  caseChanged: t.field({
    type: Case,
    nullable: true,
    description: 'The case each time it or one of its tasks changes. The last event can arrive twice.',
    args: { id: t.arg.id({ required: true, description: 'Id of the case.' }) },
    subscribe: (_root, { id }, context) =>
      changesOf(context, (change) => change.caseId === keyOf(caseTypes, id) && sees(context, change)),
    resolve: ({ caseId }: Change, _args, context, info) =>
      readOne(context, info, caseShape, sql<boolean>`service_case.id = ${caseId} and ${casesSeen(context.viewer)}`),
  }),
  myWorkChanged: t.field({
    type: WorkChange,
    description:
      "Each change of a case that the viewer runs or investigates, of his department's tasks, and of what he is told.",
    subscribe: (_root, _args, context) => changesOf(context, (change) => concerns(context, change)),
    resolve: (change: Change) => change,
  }),
}))

const caseTypes = ['Claim', 'TrialBatch', 'Visit']

type Wanted = (change: Change) => boolean | Promise<boolean>

/** The wanted changes until the client leaves: a generator alone would end only with the next wanted one. */
function changesOf(context: RequestContext, wanted: Wanted): AsyncIterableIterator<Change> {
  const left = new AbortController()
  const changes = untilLeft(context, wanted, left.signal)
  return {
    next: () => changes.next(),
    async return() {
      left.abort()
      await changes.return(undefined)
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

async function* untilLeft({ engine }: RequestContext, wanted: Wanted, left: AbortSignal): AsyncGenerator<Change> {
  for await (const change of engine.changes.stream(left)) {
    if (await wanted(change)) yield change
  }
}

/** What is hidden does not stir: an empty event would tell that it is there. */
async function sees({ engine, viewer }: RequestContext, { caseId }: Change): Promise<boolean> {
  const row = await engine.db
    .selectFrom('service_case')
    .where('service_case.id', '=', caseId)
    .where(() => casesSeen(viewer) as never)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

async function concerns({ engine, viewer }: RequestContext, change: Change): Promise<boolean> {
  if (viewer.kind === 'person' && change.personIds.includes(viewer.id)) return true
  const departments = viewer.kind === 'person' ? viewer.grants.flatMap(({ departmentId }) => departmentId ?? []) : []
  const row = await engine.db
    .selectFrom('service_case')
    .where('service_case.id', '=', change.caseId)
    .where(() => casesSeen(viewer) as never)
    .where(
      sql<boolean>`(${mine(viewer)} or exists (select from task where task.case_id = service_case.id and task.department_id = any(${departments})))`,
    )
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}
