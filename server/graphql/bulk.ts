// Mutations on many rows: each row goes the ordinary way, in a transaction and under a key of its own, and has an outcome of its own.
import type { GraphQLResolveInfo } from 'graphql'
import type { z } from 'zod'
import type { JsonObject } from '../../schema/json.ts'
import { parseInput } from '../core/input.ts'
import type { Action } from '../core/permission-table.ts'
import { can } from '../core/permissions.ts'
import { type Refusal, Refused, refuseField } from '../core/refusal.ts'
import { transact } from '../core/transaction.ts'
import type { Work } from '../core/work.ts'
import { builder } from './builder.ts'
import type { RequestContext } from './context.ts'
import { inputOf } from './input-of.ts'
import { answering, answerUnion, RefusalInterface, refusalOf } from './refusals.ts'

interface Outcome {
  /** Global id of the row. */
  id: string
  revision: number | null
  refusal: Refusal | null
}

const BulkOutcome = builder.objectRef<Outcome>('BulkOutcome').implement({
  description: 'What came of one row.',
  policy: 'open',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The row.' }),
    done: t.boolean({ description: 'Whether it was done.', resolve: ({ refusal }) => refusal === null }),
    revision: t.exposeInt('revision', {
      nullable: true,
      description: 'Its revision after, where a step was taken.',
    }),
    refusal: t.field({
      type: RefusalInterface,
      nullable: true,
      description: 'Why not; null where it was done.',
      resolve: ({ refusal }) => refusal && { refusal },
    }),
  }),
})

const BulkDone = builder.objectRef<{ rows: Outcome[] }>('BulkDone').implement({
  description: 'Every row was tried; each has its outcome.',
  policy: 'open',
  fields: (t) => ({
    rows: t.field({ type: [BulkOutcome], description: 'In the order given.', resolve: ({ rows }) => rows }),
  }),
})
const BulkAnswer = answerUnion('BulkAnswer', BulkDone)

export type BulkRow = JsonObject & { id: string }

export interface Bulk<I extends z.ZodObject, R extends BulkRow> {
  name: string
  description: string
  action: Action
  input: I
  /** The rows of the input, and what is done with each. */
  rows: (input: z.output<I>) => readonly R[]
  body: (input: z.output<I>) => JsonObject
  run: (context: RequestContext, work: Work, row: R, input: z.output<I>) => Promise<{ revision: number | null }>
}

/** Adds the mutation `name(input, idempotencyKey)`. A row's key is made of the bulk's key and the row: sent again, each row has one effect. */
export function bulkCommand<I extends z.ZodObject, R extends BulkRow>(order: Bulk<I, R>): void {
  const typeName = order.name.charAt(0).toUpperCase() + order.name.slice(1)
  builder.mutationField(order.name, (t) =>
    t.field({
      type: BulkAnswer,
      description: order.description,
      args: {
        input: t.arg({
          type: inputOf(`${typeName}Input`, `Input of ${order.name}.`, order.input),
          required: true,
          description: 'The rows, and what is to be done with each.',
        }),
        idempotencyKey: t.arg.string({
          description:
            'Word of the client for this one command, 8 to 80 characters; sent again, each row has one effect.',
        }),
      },
      resolve: (_root, { input, idempotencyKey }, context, _info: GraphQLResolveInfo) =>
        answering({ name: order.name, context }, async () => ({
          rows: await tryRows(order, input, idempotencyKey ?? null, context),
        })),
    }),
  )
}

async function tryRows<I extends z.ZodObject, R extends BulkRow>(
  order: Bulk<I, R>,
  given: object,
  key: string | null,
  context: RequestContext,
): Promise<Outcome[]> {
  if (!can(context.viewer, order.action)) throw new Refused({ kind: 'notAllowed' })
  if (key !== null && (key.length < 8 || key.length > 80 || key.includes('\0')))
    throw refuseField('idempotencyKey', 'badKey')
  const input = parseInput(order.input, given)
  const named = idsOf(given)
  const outcomes: Outcome[] = []
  for (const [at, row] of order.rows(input).entries()) {
    outcomes.push({ id: named[at] ?? '', ...(await tryRow(order, input, row, key, context)) })
  }
  return outcomes
}

async function tryRow<I extends z.ZodObject, R extends BulkRow>(
  { name, body, run }: Bulk<I, R>,
  input: z.output<I>,
  row: R,
  key: string | null,
  context: RequestContext,
): Promise<Omit<Outcome, 'id'>> {
  const request = {
    viewer: context.viewer,
    name,
    key: key === null ? null : `${key}:${row.id}`,
    body: { row: row, ...body(input) },
  }
  try {
    const answer = await transact(context.engine, request, async (work) => ({
      ...(await run(context, work, row, input)),
    }))
    return { revision: answer.revision, refusal: null }
  } catch (error) {
    return { revision: null, refusal: refusalOf(error, { name, context }) }
  }
}

/** The rows as the client named them: by `ids`, or by `rows` with what was seen of each. */
function idsOf(given: { ids?: string[]; rows?: { id: string }[] }): string[] {
  return given.ids ?? given.rows?.map(({ id }) => id) ?? []
}
