// Subscriptions: a case that changed, and the viewer's work that changed, whichever server process wrote it.
import { sql } from 'kysely'
import type { Change } from '../core/changes.ts'
import { readOne } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import { keyOf } from '../graphql/node.ts'
import { Person } from '../organization/graphql.ts'
import { readPeopleByIds } from '../organization/queries.ts'
import { Case } from './graph-refs.ts'
import { caseShape, casesSeen } from './queries.ts'
import { mine } from './work-lists.ts'

builder.subscriptionType({ description: 'What changes while one looks, as server-sent events.' })

const WorkChange = builder.objectRef<Change>('WorkChange').implement({
  description: "Something in the viewer's work changed.",
  policy: 'open',
  fields: (t) => ({
    present: t.field({
      type: [Person],
      nullable: true,
      policy: 'internal',
      description: 'Who looks at the case that the viewer looks at, himself too; null where something else changed.',
      resolve: ({ caseId, present }, _args, context, info) =>
        present && caseId ? readPeopleByIds(context, info, context.engine.presence.here(caseId)) : null,
    }),
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
      changesOf(
        context,
        (change) => !change.present && change.caseId === keyOf(caseTypes, id) && sees(context, change),
      ),
    resolve: ({ caseId }: Change, _args, context, info) =>
      readOne(context, info, caseShape, sql<boolean>`service_case.id = ${caseId} and ${casesSeen(context.viewer)}`),
  }),
  myWorkChanged: t.field({
    type: WorkChange,
    description:
      "Each change of a case that the viewer runs or investigates, of his department's tasks, of what he is told, and of the case he looks at.",
    args: {
      lookingAt: t.arg.id({
        description:
          'Id of the case that the viewer looks at while he listens: others who look at it see him, and he hears who they are.',
      }),
    },
    subscribe: (_root, { lookingAt }, context) =>
      workChangesOf(context, lookingAt ? keyOf(caseTypes, lookingAt) : null),
    resolve: (change: Change) => change,
  }),
}))

const caseTypes = ['Claim', 'TrialBatch', 'Visit']

/** Changes of the viewer's work and of the one case; he is present on it for as long as he listens. */
async function workChangesOf(context: RequestContext, caseId: string | null): Promise<AsyncIterableIterator<Change>> {
  const { engine, viewer } = context
  let known = ''
  const told = (change: Change) => {
    if (change.caseId !== caseId) return change.present ? false : concerns(context, change)
    if (!change.present) return sees(context, change)
    const here = caseId === null ? '' : engine.presence.here(caseId).join()
    if (viewer.kind !== 'person' || here === known) return false
    known = here
    return sees(context, change)
  }
  const looks = caseId !== null && viewer.kind === 'person' && (await sees(context, { caseId }))
  return changesOf(context, told, looks ? engine.presence.enter(caseId, viewer.id) : undefined)
}

type Wanted = (change: Change) => boolean | Promise<boolean>

/** The wanted changes until the client leaves: a generator alone would end only with the next wanted one. */
function changesOf(
  context: RequestContext,
  wanted: Wanted,
  ended: () => void = () => undefined,
): AsyncIterableIterator<Change> {
  const left = new AbortController()
  const changes = untilLeft(context, wanted, left.signal)
  return {
    async next() {
      try {
        return await changes.next()
      } catch (error) {
        ended()
        throw error
      }
    },
    async return() {
      ended()
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
async function sees({ engine, viewer }: RequestContext, { caseId }: Pick<Change, 'caseId'>): Promise<boolean> {
  if (caseId === null) return false
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
  if (change.caseId === null) return false
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
