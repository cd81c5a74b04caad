// The people behind a word: the owner of a case, the leads that reach it, a department, the sender of a task.
import type { Role } from '../../schema/vocabulary.ts'
import type { EffectScope } from '../core/engine.ts'

export type CaseParty =
  | 'owner'
  | 'csLead'
  | 'keyCustomerManager'
  | 'management'
  | 'department'
  | 'departmentHead'
  | 'responder'
  | 'sender'

/** Ids of active people; a word that fits nobody gives none. */
export async function partyOf(scope: EffectScope, word: string): Promise<string[]> {
  switch (word as CaseParty) {
    case 'owner':
      return present([await ownerOf(scope)])
    case 'keyCustomerManager':
      return present([await managerOf(scope)])
    case 'csLead':
    case 'management':
      return holdersOf(scope, word as Role)
    case 'department':
      return departmentPeople(scope, ['departmentResponder', 'departmentHead'])
    case 'departmentHead':
      return departmentPeople(scope, ['departmentHead'])
    case 'responder':
      return present([(await taskOf(scope))?.responder_id ?? null])
    case 'sender':
      return present([(await taskOf(scope))?.sender_id ?? null])
    default:
      return []
  }
}

export function present(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id): id is string => id != null))]
}

/** People with the role whose grant reaches the account of the case. */
export async function holdersOf({ trx, locked }: EffectScope, role: Role): Promise<string[]> {
  const rows = await trx
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .where('role_grant.role', '=', role as never)
    .where('person.active', '=', true)
    .where((eb) => eb.or([eb('role_grant.region_id', 'is', null), eb('role_grant.region_id', '=', locked.regionId)]))
    .where((eb) => eb.or([eb('role_grant.account_id', 'is', null), eb('role_grant.account_id', '=', locked.accountId)]))
    .select('person.id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}

async function ownerOf({ trx, subject }: EffectScope): Promise<string | null> {
  const row = await trx
    .selectFrom('service_case')
    .where('id', '=', subject.caseId)
    .select('owner_id')
    .executeTakeFirst()
  return row?.owner_id ?? null
}

async function managerOf({ trx, locked }: EffectScope): Promise<string | null> {
  const row = await trx.selectFrom('account').where('id', '=', locked.accountId).select('manager_id').executeTakeFirst()
  return row?.manager_id ?? null
}

async function taskOf({ trx, subject }: EffectScope) {
  if (!subject.taskId) return null
  return trx
    .selectFrom('task')
    .where('id', '=', subject.taskId)
    .select(['responder_id', 'sender_id', 'department_id'])
    .executeTakeFirst()
}

async function departmentPeople(
  scope: EffectScope,
  roles: ('departmentResponder' | 'departmentHead')[],
): Promise<string[]> {
  const task = await taskOf(scope)
  if (!task) return []
  const rows = await scope.trx
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .where('role_grant.department_id', '=', task.department_id)
    .where('role_grant.role', 'in', roles)
    .where('person.active', '=', true)
    .select('person.id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}
