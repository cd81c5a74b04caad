// The people behind the words of a trial batch's chart and policies: an office that takes part, or as for every case.
import type { Office } from '../../schema/vocabulary.ts'
import { holdersOf, partyOf } from '../cases/parties.ts'
import type { EffectScope } from '../core/engine.ts'

const offices = ['production', 'laboratory', 'logistics', 'orderManagement'] as const satisfies readonly Office[]

/** Ids of active people. An office stands for its departments that have a task on the trial. */
export async function trialParty(scope: EffectScope, word: string): Promise<string[]> {
  const office = offices.find((name) => name === word)
  if (office) return officePeople(scope, office)
  return word === 'analysts' ? holdersOf(scope, 'analyst') : partyOf(scope, word)
}

async function officePeople({ trx, subject }: EffectScope, office: Office): Promise<string[]> {
  const rows = await trx
    .selectFrom('task')
    .innerJoin('department', 'department.id', 'task.department_id')
    .innerJoin('role_grant', 'role_grant.department_id', 'department.id')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .where('task.case_id', '=', subject.caseId)
    .where('department.office', '=', office)
    .where('person.active', '=', true)
    .select('person.id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}
