// The permission table asked the other way round: which people may do it on a row that is given.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { roles, words } from '../../schema/vocabulary.ts'
import { officeReaches, type Reach, type Row } from './permission-reach.ts'
import { type Action, actions } from './permission-table.ts'

/** Where a row lies, as values or as what reads them. */
export interface Place {
  accountId: string
  regionId: string
  /** The departments that have a part in it, as an array. */
  departmentIds: RawBuilder<string[]>
}

/** Condition on `person`: active, and may do `action` on a row of that place. The same answer as `can` gives for each. */
export function whoMay(action: Action, { accountId, regionId, departmentIds }: Place): Expression<SqlBool> {
  const by = (reach: Reach) => words(roles).filter((role) => (actions[action] as Row)[role] === reach)
  const byOffice = officeReaches.map((office) => sql`(held.role = any(${by(office)}) and theirs.office = ${office})`)
  return sql<SqlBool>`(person.active and exists (
    select from role_grant as held left join department as theirs on theirs.id = held.department_id
    where held.person_id = person.id
      and (held.region_id is null or held.region_id = ${regionId})
      and (held.account_id is null or held.account_id = ${accountId})
      and (held.role = any(${by('granted')})
        or (held.role = any(${by('managed')})
          and exists (select from account where account.id = ${accountId} and account.manager_id = person.id))
        or (held.role = any(${by('department')}) and held.department_id = any(${departmentIds}))
        or (held.department_id = any(${departmentIds}) and (${sql.join(byOffice, sql` or `)})))))`
}
