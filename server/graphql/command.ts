// A mutation: checked input, permission, one transaction under its key, and the answer read as its selection asks.
import type { ObjectRef, UnionRef } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import type { z } from 'zod'
import type { JsonObject } from '../../schema/json.ts'
import { parseInput } from '../core/input.ts'
import type { Action } from '../core/permission-table.ts'
import { can } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import { transact } from '../core/transaction.ts'
import type { Work } from '../core/work.ts'
import { builder } from './builder.ts'
import type { BuilderTypes } from './connection.ts'
import type { RequestContext } from './context.ts'
import { inputOf } from './input-of.ts'
import { answering, answerUnion, type Refusing } from './refusals.ts'

export interface Command<I extends z.ZodObject, A extends JsonObject, R extends object> {
  name: string
  description: string
  /** Refused `notAllowed` to who could never do it; rows are judged by `run`. */
  action: Action
  input: I
  /** Type of what is answered, or a union that several commands share. */
  success: ObjectRef<BuilderTypes, R, R> | UnionRef<BuilderTypes, R | Refusing, R | Refusing>
  /** Does the work; what it returns is kept with the key. */
  run: (work: Work, input: z.output<I>, context: RequestContext) => Promise<A>
  /** Reads what was written, after the commit. */
  read: (context: RequestContext, info: GraphQLResolveInfo, answer: A) => Promise<R | null> | R
}

/** Adds the mutation `name(input, idempotencyKey)` with its input type and answer. */
export function command<I extends z.ZodObject, A extends JsonObject, R extends object>(order: Command<I, A, R>): void {
  const { name, description, success } = order
  const typeName = name.charAt(0).toUpperCase() + name.slice(1)
  const told = 'revision' in order.input.shape ? (['stale'] as const) : []
  const answer = success.kind === 'Union' ? success : answerUnion(`${typeName}Answer`, success, told)
  builder.mutationField(name, (t) =>
    t.field({
      type: answer as UnionRef<BuilderTypes, object, object>,
      description,
      args: {
        input: t.arg({
          type: inputOf(`${typeName}Input`, `Input of ${name}.`, order.input),
          required: true,
          description: 'What is to be done.',
        }),
        idempotencyKey: t.arg.string({
          description:
            'Word of the client for this one command (8 to 128 characters): sent again, it has one effect and one answer.',
        }),
      },
      resolve: (_root, { input, idempotencyKey }, context, info) =>
        answering({ name: order.name, context }, () => carryOut(order, input, idempotencyKey ?? null, context, info)),
    }),
  )
}

async function carryOut<I extends z.ZodObject, A extends JsonObject, R extends object>(
  { name, action, input: schema, run, read }: Command<I, A, R>,
  given: object,
  key: string | null,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<R> {
  if (!can(context.viewer, action)) throw new Refused({ kind: 'notAllowed' })
  if (key !== null && (key.length < 8 || key.length > 128 || key.includes('\0')))
    throw refuseField('idempotencyKey', 'badKey')
  const input = parseInput(schema, given)
  const request = { viewer: context.viewer, name, key, body: JSON.parse(JSON.stringify(input)) as JsonObject }
  const answer = await transact(context.engine, request, (work) => run(work, input, context))
  const row = await read(context, info, answer)
  if (!row) throw new Refused({ kind: 'notFound' })
  return row
}
