// One mutation per event of a chart: what it needs goes in with a revision and a key, the moved thing or a refusal comes out.
import type { z } from 'zod'
import type { JsonObject } from '../../schema/json.ts'
import type { Advanced } from '../core/advance.ts'
import { line, parseInput, whole } from '../core/input.ts'
import { transact } from '../core/transaction.ts'
import type { Work } from '../core/work.ts'
import { builder } from './builder.ts'
import type { RequestContext } from './context.ts'
import { inputOf } from './input-of.ts'
import { answering, type answerUnion } from './refusals.ts'

export interface EventMutation {
  /** What a person would say: `acknowledgeClaim`. */
  name: string
  description: string
  input: z.ZodObject
  run(context: RequestContext, work: Work, input: JsonObject): Promise<Advanced>
}

/** What a step leaves behind for its answer. */
export interface Moved {
  caseId: string
  taskId: string | null
  revision: number
}

/** The client's key for one command. */
export const keyInput = line(128)
  .min(8)
  .nullish()
  .describe('The same key again has one effect and the same answer, for seven days.')

/** Fields that every event of something that exists begins with. */
export function addressed(id: z.ZodType, thing: string) {
  return {
    id: id.describe(`The ${thing}.`),
    revision: whole(1, 1_000_000).describe(
      'The revision that was looked at; refused as stale when there is a newer one.',
    ),
    key: keyInput,
  }
}

/** Adds a mutation whose answer is `Moved` or a refusal. */
export function eventMutation(
  answer: ReturnType<typeof answerUnion>,
  { name, description, input, run }: EventMutation,
): void {
  const type = inputOf(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, description, input)
  builder.mutationField(name, (t) =>
    t.field({
      type: answer,
      description,
      args: { input: t.arg({ type, required: true, description: 'What the step needs.' }) },
      resolve: (_root, args, context) =>
        answering(async (): Promise<Moved> => {
          const { key, ...body } = parseInput(input, args.input) as JsonObject
          const request = { viewer: context.viewer, name, key: typeof key === 'string' ? key : null, body }
          return transact(context.engine, request, async (work) => {
            const { subject, revision } = await run(context, work, body)
            return { caseId: subject.caseId, taskId: subject.taskId, revision }
          })
        }),
    }),
  )
}
