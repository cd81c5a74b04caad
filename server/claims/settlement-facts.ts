// Facts about the settlement of a claim: the proposal to be made, its approvers, lines executed and to execute.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { RouteStep } from '../../schema/json.ts'
import type { FactsRequest } from '../core/engine.ts'
import type { ExecutedLineFact, LineFact, ProposalFact } from '../workflows/claim-facts.ts'
import { approversOf } from './approvers.ts'
import { type ComposedProposal, composeProposal } from './proposal.ts'

type Db = Kysely<Database>

export const settlementFacts = {
  proposal: async (db: Db, request: FactsRequest): Promise<ProposalFact & ComposedProposal> => {
    const composed = await composeProposal(db, request)
    const approvers = await approversOf(db, request.subject.caseId, composed.route, request.at)
    return {
      ...composed,
      possibleApprovers: approvers.map((step) => [...new Set(step.map(({ personId }) => personId))]),
    }
  },

  approver: async (db: Db, { subject, context, viewer, at }: FactsRequest) => {
    const pending = context.proposal as { route: RouteStep[]; step: number } | null
    if (!pending || viewer.kind !== 'person') return null
    const step = pending.route[pending.step]
    const [entitled = []] = step ? await approversOf(db, subject.caseId, [step], at) : []
    const own = entitled.filter(({ personId }) => personId === viewer.id)
    const chosen = own.find(({ onBehalfOf }) => onBehalfOf === null) ?? own[0]
    return chosen ? { onBehalfOf: chosen.onBehalfOf } : null
  },

  executedLines: async (db: Db, { subject }: FactsRequest): Promise<ExecutedLineFact[]> => {
    const rows = await db
      .selectFrom('settlement_line')
      .where('case_id', '=', subject.caseId)
      .where('executed_at', 'is not', null)
      .orderBy('position')
      .select(['item_id', 'kind', 'mass'])
      .execute()
    return rows.map(({ item_id, kind, mass }) => ({ itemId: item_id, kind, mass }))
  },

  linesToExecute: async (db: Db, { subject }: FactsRequest): Promise<LineFact[]> => {
    const rows = await db
      .selectFrom('settlement_line')
      .innerJoin('proposal', 'proposal.id', 'settlement_line.proposal_id')
      .where('settlement_line.case_id', '=', subject.caseId)
      .where('proposal.number', '=', (eb) =>
        eb
          .selectFrom('proposal as latest')
          .where('latest.case_id', '=', subject.caseId)
          .where('latest.refusal', '=', false)
          .select((max) => max.fn.max('latest.number').as('number')),
      )
      .where('settlement_line.executed_at', 'is', null)
      .where('settlement_line.kind', '<>', 'none')
      .orderBy('settlement_line.position')
      .select([
        'settlement_line.id',
        'settlement_line.position',
        'settlement_line.kind',
        'settlement_line.department_id',
      ])
      .execute()
    return rows.map(({ id, position, kind, department_id }) => ({ id, position, kind, departmentId: department_id }))
  },
}
