// Facts about the settlement of a claim: the proposal to be made, its approvers, lines executed and to execute.
import { sql } from 'kysely'
import type { SettlementKind } from '../../schema/claim-vocabulary.ts'
import type { RouteStep } from '../../schema/json.ts'
import type { FactsRequest } from '../core/engine.ts'
import { known, type Reading, reading } from '../core/reading.ts'
import type { ExecutedLineFact, LineFact, ProposalFact } from '../workflows/claim-facts.ts'
import { approversOf, entitled, holdersOf } from './approvers.ts'
import { type ComposedProposal, composeProposal } from './proposal.ts'
import { proposalRows } from './proposal-rows.ts'

export const settlementFacts = {
  proposal: (request: FactsRequest): Reading<ProposalFact & ComposedProposal> => {
    const { subject, at } = request
    return reading([holdersOf(subject.caseId, at), ...proposalRows(request)], (holders, ...rows) => {
      const composed = composeProposal(request, ...rows)
      const approvers = entitled(holders, composed.route)
      return {
        ...composed,
        possibleApprovers: approvers.map((step) => [...new Set(step.map(({ personId }) => personId))]),
      }
    })
  },

  approver: ({ subject, context, viewer, at }: FactsRequest): Reading<{ onBehalfOf: string | null } | null> => {
    const pending = context.proposal as { route: RouteStep[]; step: number } | null
    const step = pending?.route[pending.step]
    if (!step || viewer.kind !== 'person') return known(null)
    const { queries, value } = approversOf(subject.caseId, [step], at)
    return {
      queries,
      async value(rows) {
        const [people = []] = await value(rows)
        const own = people.filter(({ personId }) => personId === viewer.id)
        const chosen = own.find(({ onBehalfOf }) => onBehalfOf === null) ?? own[0]
        return chosen ? { onBehalfOf: chosen.onBehalfOf } : null
      },
    }
  },

  executedLines: ({ subject }: FactsRequest): Reading<ExecutedLineFact[]> =>
    reading(
      [
        sql<ExecutedLineFact>`
          select item_id as "itemId", kind, mass::text as mass from settlement_line
          where case_id = ${subject.caseId} and executed_at is not null order by settlement_line.position`,
      ],
      (lines) => lines,
    ),

  linesToExecute: ({ subject }: FactsRequest): Reading<LineFact[]> =>
    reading(
      [
        sql<{ id: string; position: number; kind: SettlementKind; departmentId: string | null }>`
          select settlement_line.id, settlement_line.position, settlement_line.kind,
            settlement_line.department_id as "departmentId"
          from settlement_line join proposal on proposal.id = settlement_line.proposal_id
          where settlement_line.case_id = ${subject.caseId}
            and proposal.number = (
              select max(number) from proposal where proposal.case_id = ${subject.caseId} and not proposal.refusal)
            and settlement_line.executed_at is null and settlement_line.kind <> 'none'
          order by settlement_line.position`,
      ],
      (lines) => lines,
    ),
}
