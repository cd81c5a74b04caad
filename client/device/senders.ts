// How each kind of what waits goes to the server, and what its answer means for the line.
import type { Client, OperationResult } from '@urql/core'
import { type StepResult, sendStep } from '../case/send-step.ts'
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
      const done = taken === null || taken.kind === 'done'
      return outcomeOf(done ? await sendStep(graph, 'answerTask', { input: now, key }, shown) : taken)
    },
    async report({ key, input }) {
      const { finish, ...report } = input as WaitingReport
      const over = finish ? await sendStep(graph, 'finishVisit', firstStep(key, report, 'finish'), shown) : null
      const now = over?.kind === 'done' ? { ...report, revision: over.revision } : report
      const done = over === null || over.kind === 'done'
      return outcomeOf(done ? await sendStep(graph, 'submitVisitReport', { input: now, key }, shown) : over)
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

interface WaitingReport {
  id: string
  revision: number
  /** Whether the visit was still under way when its report was written. */
  finish?: boolean
}

/** Whoever answers a task has taken it on; sent again, both steps have one effect. */
function takeOn(graph: Client, key: string, answer: WaitingAnswer) {
  return sendStep(graph, 'acceptTask', firstStep(key, answer, 'accept'), shown)
}

/** The step that goes before, under a key that follows from the key of the one that is sent. */
function firstStep(key: string, { id, revision }: WaitingAnswer, name: string) {
  return { input: { id, revision }, key: `${key}-${name}` }
}

function outcomeOf(result: StepResult): Outcome {
  if (result.kind === 'done') return { kind: 'done', sent: null }
  if (result.kind === 'lost') return result
  return { kind: 'refused', text: result.text, faults: result.kind === 'faults' ? result.faults : [] }
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
