// One mutation per event of a chart: what it needs goes in with the revision that was looked at, what moved or a refusal comes out.
import type { ObjectRef, UnionRef } from '@pothos/core'
import type { z } from 'zod'
import type { JsonObject } from '../../schema/json.ts'
import type { Advanced } from '../core/advance.ts'
import { whole } from '../core/input.ts'
import type { Action } from '../core/permission-table.ts'
import type { Work } from '../core/work.ts'
import { command } from './command.ts'
import type { BuilderTypes } from './connection.ts'
import type { RequestContext } from './context.ts'
import type { Refusing } from './refusals.ts'

/** What a step leaves behind for its answer. */
export type Moved = {
  caseId: string
  taskId: string | null
  revision: number
}

/** The refusals and the moved thing, shared by all events of a chart. */
export type MovedAnswer = UnionRef<BuilderTypes, Moved | Refusing, Moved | Refusing>
export type MovedRef = ObjectRef<BuilderTypes, Moved, Moved>

export interface EventMutation<I extends z.ZodObject> {
  /** What a person would say: `acknowledgeClaim`. */
  name: string
  description: string
  action: Action
  input: I
  run(context: RequestContext, work: Work, input: JsonObject): Promise<Advanced>
}

/** Fields that every event of something that exists begins with. */
export function addressed(id: z.ZodType, thing: string) {
  return {
    id: id.describe(`The ${thing}.`),
    revision: whole(1, 1_000_000).describe(
      'The revision that was looked at; refused as stale when there is a newer one.',
    ),
  }
}

/** Adds a mutation whose answer is `Moved` or a refusal. */
export function eventMutation<I extends z.ZodObject>(answer: MovedAnswer, { run, ...order }: EventMutation<I>): void {
  command({
    ...order,
    success: answer,
    run: async (work, input, context): Promise<Moved> => {
      const { subject, revision } = await run(context, work, input as JsonObject)
      return { caseId: subject.caseId, taskId: subject.taskId, revision }
    },
    read: (_context, _info, moved) => moved,
  })
}
