// One mutation per event of a task.
import { sql } from 'kysely'
import { z } from 'zod'
import type { JsonObject } from '../../schema/json.ts'
import { readOne } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { addressed, eventMutation, type Moved } from '../graphql/event-mutation.ts'
import { nodeId } from '../graphql/input-of.ts'
import { answerUnion } from '../graphql/refusals.ts'
import { Task } from './graph-refs.ts'
import { taskShape, tasksSeen } from './queries.ts'
import { sendTaskEvent } from './task-commands.ts'
import { taskEventInputs } from './task-inputs.ts'

const TaskMoved = builder.objectRef<Moved>('TaskMoved').implement({
  description: 'The step was taken.',
  policy: 'open',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Revision of the task after the step.' }),
    task: t.field({
      type: Task,
      nullable: true,
      description: 'The task anew.',
      resolve: ({ taskId }, _args, context, info) =>
        readOne(context, info, taskShape, sql<boolean>`task.id = ${taskId} and ${tasksSeen(context.viewer)}`),
    }),
  }),
})

const TaskAnswer = answerUnion('TaskAnswer', TaskMoved, ['wrongState', 'stale'])

type Name = keyof typeof taskEventInputs
const mutations: Record<Name, { name: string; description: string }> = {
  accept: { name: 'acceptTask', description: 'Takes the task; the handover is receipted.' },
  return: { name: 'returnTask', description: 'Returns the task: not ours, or another reason of the list.' },
  takeBack: { name: 'takeBackTaskReturn', description: 'Takes the return back while nobody has acted on it.' },
  reassign: { name: 'reassignTask', description: 'Gives the task to a person of the department.' },
  redirect: { name: 'redirectTask', description: 'Sends a returned task to another department.' },
  insist: { name: 'insistOnTask', description: 'Sends a returned task to the same department again, with a reason.' },
  ask: { name: 'askTaskSender', description: 'Asks the sender a question; the clock pauses.' },
  clarify: { name: 'clarifyTask', description: "Answers the department's question." },
  answer: { name: 'answerTask', description: 'Answers the task.' },
  verify: { name: 'verifyTaskAnswer', description: 'Accepts the answer and rates it.' },
  rejectAnswer: { name: 'rejectTaskAnswer', description: 'Sends the answer back with a comment.' },
  cancel: { name: 'cancelTask', description: 'Cancels a task that is no longer needed.' },
}

for (const event of Object.keys(mutations) as Name[]) {
  eventMutation(TaskAnswer, {
    ...mutations[event],
    action: `task.${event}`,
    input: z.object({ ...addressed(nodeId('Task'), 'task'), ...taskEventInputs[event].shape }),
    run: ({ engine, viewer }, work, { id, revision, ...payload }: JsonObject) =>
      sendTaskEvent(engine, work, {
        taskId: String(id),
        revision: Number(revision),
        event,
        payload: payload as never,
        viewer,
        at: null,
      }),
  })
}
