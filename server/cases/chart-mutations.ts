// The mutations of a chart of cases: one for each event, all with one answer that holds the case anew.
import type { ObjectRef } from '@pothos/core'
import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { CaseKind } from '../../schema/vocabulary.ts'
import type { Advanced } from '../core/advance.ts'
import type { Engine } from '../core/engine.ts'
import type { Action } from '../core/permission-table.ts'
import { readOne } from '../core/selection.ts'
import type { Shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { builder } from '../graphql/builder.ts'
import type { BuilderTypes } from '../graphql/connection.ts'
import { addressed, eventMutation, type Moved } from '../graphql/event-mutation.ts'
import { nodeId } from '../graphql/input-of.ts'
import { answerUnion } from '../graphql/refusals.ts'
import type { SentEvent } from './send-event.ts'

/** What a person would say for the event, and what it does. */
export interface Named {
  name: string
  description: string
}

interface Beginning extends Named {
  input: z.ZodObject
  run: (engine: Engine, work: Work, viewer: Viewer, payload: never) => Promise<Advanced>
}

export interface ChartOfCases<B extends string, E extends string, R extends object> {
  kind: CaseKind
  /** `Trial` makes `TrialMoved` and `TrialAnswer`. */
  prefix: string
  /** What a person calls the case. */
  thing: string
  type: ObjectRef<BuilderTypes, R, R>
  shape: Shape<'service_case'>
  seen: (viewer: Viewer) => Expression<SqlBool>
  /** Events by which a case comes to be. */
  beginnings: Record<B, Beginning>
  events: Record<E, Named>
  inputs: Record<E, z.ZodObject>
  send: (engine: Engine, work: Work, order: SentEvent<E, never>) => Promise<Advanced>
}

/** Adds them to the schema. An event of a case that exists begins with its id and the revision that was looked at. */
export function chartMutations<B extends string, E extends string, R extends object>(
  chart: ChartOfCases<B, E, R>,
): void {
  const { kind, prefix, thing, shape, beginnings, events, inputs, send } = chart
  const answer = answerUnion(`${prefix}Answer`, movedOf(chart), ['wrongState', 'stale'])
  for (const event of Object.keys(beginnings) as B[]) {
    const { run, ...named } = beginnings[event]
    eventMutation(answer, {
      ...named,
      action: `${kind}.${event}` as Action,
      run: ({ engine, viewer }, work, payload) => run(engine, work, viewer, payload as never),
    })
  }
  for (const event of Object.keys(events) as E[]) {
    eventMutation(answer, {
      ...events[event],
      action: `${kind}.${event}` as Action,
      input: z.object({ ...addressed(nodeId(shape.type), thing), ...inputs[event].shape }),
      run: ({ engine, viewer }, work, { id, revision, ...payload }) =>
        send(engine, work, {
          caseId: String(id),
          revision: Number(revision),
          event,
          payload: payload as never,
          viewer,
          at: null,
        }),
    })
  }
}

function movedOf<B extends string, E extends string, R extends object>(chart: ChartOfCases<B, E, R>) {
  const { kind, prefix, thing, type, shape, seen } = chart
  return builder.objectRef<Moved>(`${prefix}Moved`).implement({
    description: 'The step was taken.',
    policy: 'open',
    fields: (t) => ({
      revision: t.exposeInt('revision', { description: `Revision of the ${thing} after the step.` }),
      [kind]: t.field({
        type: type as ObjectRef<BuilderTypes, object, object>,
        nullable: true,
        description: `The ${thing} anew; null where the viewer may no longer see it.`,
        resolve: ({ caseId }, _args, context, info) => {
          const where = sql<boolean>`service_case.id = ${caseId} and ${seen(context.viewer)}`
          return readOne(context, info, shape, where)
        },
      }),
    }),
  })
}
