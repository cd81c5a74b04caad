// How each kind of what waits goes to the server, and what its answer means for the line.
import type { Client, OperationResult } from '@urql/core'
import { sendStep } from '../case/send-step.ts'
import {
  AddCommentDocument,
  type AddCommentVariables,
  RegisterClaimDocument,
  type RegisterClaimVariables,
} from '../generated/outbox.ts'
import type { Outcome, Sender, WaitingKind } from './outbox.ts'

export function sendersOf(graph: Client, photo: Sender): Record<WaitingKind, Sender> {
  return {
    async claim({ key, input }) {
      const variables = { input: input as RegisterClaimVariables['input'], key }
      const result = await graph.mutation(RegisterClaimDocument, variables).toPromise()
      const answer = result.data?.registerClaim
      if (answer?.__typename !== 'ClaimMoved') return notDone(result, answer)
      const { claim } = answer
      return { kind: 'done', sent: claim && { caseId: claim.id, number: claim.number } }
    },
    async comment({ key, input }) {
      const variables = { input: input as AddCommentVariables['input'], key }
      const result = await graph.mutation(AddCommentDocument, variables).toPromise()
      const answer = result.data?.addComment
      return answer?.__typename === 'CaseWritten' ? { kind: 'done', sent: null } : notDone(result, answer)
    },
    async answer({ key, input }) {
      const { accept, ...answer } = input as WaitingAnswer
      const taken = accept ? await takeOn(graph, key, answer) : null
      const now = taken?.kind === 'done' ? { ...answer, revision: taken.revision } : answer
      const result =
        taken === null || taken.kind === 'done'
          ? await sendStep(graph, 'answerTask', { input: now, key }, shown)
          : taken
      if (result.kind === 'done') return { kind: 'done', sent: null }
      if (result.kind === 'lost') return result
      return { kind: 'refused', text: result.text, faults: result.kind === 'faults' ? result.faults : [] }
    },
    photo,
  }
}

const shown = { names: [], texts: [] }

interface WaitingAnswer {
  id: string
  revision: number
  /** Whether the task was not taken on yet when it was answered. */
  accept?: boolean
}

/** Whoever answers a task has taken it on; sent again, both steps have one effect. */
function takeOn(graph: Client, key: string, { id, revision }: WaitingAnswer) {
  return sendStep(graph, 'acceptTask', { input: { id, revision }, key: `${key}-accept` }, shown)
}

interface Answer {
  text?: string
  fields?: readonly { field: string | null; text: string }[]
}

/** An answer of the graph that is no refusal of ours is shown as one: sending it again would not help. */
function notDone({ error }: OperationResult, answer: Answer | undefined): Outcome {
  const told = error?.graphQLErrors[0]?.message
  if (!answer && !told) return { kind: 'lost' }
  return { kind: 'refused', text: answer?.text ?? told ?? '', faults: answer?.fields ?? [] }
}
