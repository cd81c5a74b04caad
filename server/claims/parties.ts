// The people behind the words of a claim's chart and policies: analyst, proposer, approvers, deputy, or as for every case.

import type { RouteStep } from '../../schema/json.ts'
import { partyOf, present } from '../cases/parties.ts'
import type { EffectScope } from '../core/engine.ts'
import { readAll } from '../core/reading.ts'
import { approversOf } from './approvers.ts'

/** Ids of the people to tell; the contact is none of them: letters go to him. */
export async function claimParty(scope: EffectScope, word: string): Promise<string[]> {
  switch (word) {
    case 'analyst':
      return present([(await claimOf(scope)).analyst_id])
    case 'proposer':
      return present([(await latestProposal(scope))?.proposed_by])
    case 'approver':
    case 'approvers':
      return present((await entitled(scope)).map(({ personId }) => personId))
    case 'deputy':
      return (await entitled(scope)).filter(({ onBehalfOf }) => onBehalfOf !== null).map(({ personId }) => personId)
    case 'lineDepartment':
      return lineDepartmentPeople(scope)
    default:
      return partyOf(scope, word)
  }
}

async function claimOf({ trx, subject }: EffectScope) {
  return trx.selectFrom('claim').where('case_id', '=', subject.caseId).select('analyst_id').executeTakeFirstOrThrow()
}

async function latestProposal({ trx, subject }: EffectScope) {
  return trx
    .selectFrom('proposal')
    .where('case_id', '=', subject.caseId)
    .orderBy('number', 'desc')
    .select(['proposed_by', 'route'])
    .limit(1)
    .executeTakeFirst()
}

/** Those entitled to the step that the proposal is waiting for. */
async function entitled(scope: EffectScope) {
  const row = await scope.trx
    .selectFrom('service_case')
    .where('id', '=', scope.subject.caseId)
    .select('snapshot')
    .executeTakeFirstOrThrow()
  const context = row.snapshot.context as { proposal?: { route: RouteStep[]; step: number } | null } | undefined
  const pending = context?.proposal
  const step = pending?.route[pending.step]
  if (!step) return []
  const { steps } = await readAll(scope.trx, { steps: approversOf(scope.subject.caseId, [step], scope.at) })
  return steps[0] ?? []
}

async function lineDepartmentPeople({ trx, subject }: EffectScope): Promise<string[]> {
  const rows = await trx
    .selectFrom('settlement_line')
    .innerJoin('role_grant', 'role_grant.department_id', 'settlement_line.department_id')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .where('settlement_line.case_id', '=', subject.caseId)
    .where('settlement_line.executed_at', 'is', null)
    .where('person.active', '=', true)
    .select('person.id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}
