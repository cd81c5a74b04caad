// What a claim's chart remembers besides its state, and the shape of its events.
import type { ClaimEvent } from '../../schema/claim-vocabulary.ts'
import type { RouteStep } from '../../schema/json.ts'
import type { Actor, Severity } from '../../schema/vocabulary.ts'
import type { ClaimFacts } from './claim-facts.ts'
import type { ClaimPayloads } from './claim-payloads.ts'

/** A proposal on its way through its approvers; `approvals` are those of the current step (counted from 0). */
export type PendingProposal = {
  number: number
  hash: string
  /** The letter of a refusal; null for an offer. */
  refusal: string | null
  proposedBy: string
  route: RouteStep[]
  step: number
  approvals: { by: string; onBehalfOf: string | null }[]
}

export type ClaimContext = {
  severity: Severity
  promisedAnswerAt: string | null
  waiting: { for: 'customer' | 'sample'; since: string } | null
  /** How often the customer disputed. */
  round: number
  informationRequests: number
  reopenings: number
  /** Investigation tasks ever sent. */
  investigationTasks: number
  /** `listed`: every sister piece had its outcome when last recorded; `none`: a reason was given why there is none. */
  containment: 'open' | 'listed' | 'none'
  proposal: PendingProposal | null
  /** Everyone who ever proposed on this claim. */
  proposers: string[]
  /** Number of the last approved offer. */
  approved: number | null
  offerStands: boolean
  offerOpenUntil: string | null
  /** Passed offerAnswer clocks of the current offer. */
  silences: number
  executedLines: number
  /** When it was closed, closed disputed or declined. */
  endedAt: string | null
  surveyedAt: string | null
  mergedInto: string | null
  notEffective: number
}

export const newClaim: ClaimContext = {
  severity: 'minor',
  promisedAnswerAt: null,
  waiting: null,
  round: 0,
  informationRequests: 0,
  reopenings: 0,
  investigationTasks: 0,
  containment: 'open',
  proposal: null,
  proposers: [],
  approved: null,
  offerStands: false,
  offerOpenUntil: null,
  silences: 0,
  executedLines: 0,
  endedAt: null,
  surveyedAt: null,
  mergedInto: null,
  notEffective: 0,
}

/** A recorded event as the chart reads it. */
export type ClaimChartEvent = {
  [E in ClaimEvent]: {
    type: E
    at: string
    by: string
    as: Actor
    payload: ClaimPayloads[E]
    facts: Partial<ClaimFacts>
  }
}[ClaimEvent]
