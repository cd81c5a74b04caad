// Who has approved a proposal and what is left: n different people of each step, in order.
import type { PendingProposal } from './claim-context.ts'

/** Whether one more approval completes the current step. */
export function completesStep({ route, step, approvals }: PendingProposal): boolean {
  const needed = route[step]?.needed ?? 0
  return approvals.length + 1 >= needed
}

/** Whether the current step is the last. */
export function onLastStep({ route, step }: PendingProposal): boolean {
  return step + 1 >= route.length
}

/** The proposal with one more approval; a completed step gives way to the next with nobody in it. */
export function approvedBy(proposal: PendingProposal, by: string, onBehalfOf: string | null): PendingProposal {
  if (completesStep(proposal)) return { ...proposal, step: proposal.step + 1, approvals: [] }
  return { ...proposal, approvals: [...proposal.approvals, { by, onBehalfOf }] }
}

/** Whether the person, or who is stood in for, has approved this step already: nobody counts twice in a step. */
export function hasApproved({ approvals }: PendingProposal, by: string, onBehalfOf: string | null): boolean {
  const counted = approvals.flatMap((approval) => [approval.by, approval.onBehalfOf])
  return counted.includes(by) || (onBehalfOf !== null && counted.includes(onBehalfOf))
}
