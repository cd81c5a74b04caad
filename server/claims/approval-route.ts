// Who must approve a settlement: bands by amount, one up for key accounts and critical claims.
import type { RouteStep } from '../../schema/json.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import { compareDecimals } from '../workflows/decimal.ts'

export interface ApprovalBand {
  band: number
  /** Upper limit in USD, included; null for the highest band */
  upTo: string | null
  steps: RouteStep[]
}

export interface RouteQuestion {
  /** Sum over the account's claims of the last 90 days, this one included, in USD */
  totalUsd: string
  keyAccount: boolean
  critical: boolean
  /** The role in which the proposer proposes */
  proposedAs: Actor
}

/**
 * The steps of the route. The lowest band asks nobody when a csLead proposes; a key account or critical severity moves
 * one band up, once, and never beyond the highest. Source: approval route of the workflow specification, bands are data.
 */
export function approvalRoute(bands: readonly ApprovalBand[], question: RouteQuestion): RouteStep[] {
  const ordered = [...bands].sort((a, b) => a.band - b.band)
  const place = ordered.findIndex(({ upTo }) => upTo === null || compareDecimals(question.totalUsd, upTo) <= 0)
  const raised = Math.min(place + (question.keyAccount || question.critical ? 1 : 0), ordered.length - 1)
  const band = ordered[raised]
  if (!band) throw new Error('No approval bands are set')
  const free = raised === 0 && question.proposedAs === 'csLead'
  return free ? [] : band.steps
}
