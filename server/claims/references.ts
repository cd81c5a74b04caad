// Things that the input of an event names: they must exist and fit, else the input is refused at their field.
import type { GrantableRole } from '../../schema/vocabulary.ts'
import type { EffectScope } from '../core/engine.ts'
import { refuseField } from '../core/refusal.ts'
import { knownCode } from '../organization/known-code.ts'
import type { ItemInput } from '../workflows/claim-payloads.ts'

/** An active person, holding the role where one is asked for. */
export async function knownPerson(
  { trx }: EffectScope,
  field: string,
  id: string,
  role: GrantableRole | null,
): Promise<void> {
  const person = await trx
    .selectFrom('person')
    .where('person.id', '=', id)
    .where('active', '=', true)
    .$if(role !== null, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('role_grant')
            .whereRef('role_grant.person_id', '=', 'person.id')
            .where('role_grant.role', '=', role as GrantableRole),
        ),
      ),
    )
    .select('person.id')
    .executeTakeFirst()
  if (!person) throw refuseField(field, role ? 'personWithoutRole' : 'unknownPerson', role ? { role } : {})
}

/** An active department. */
export async function knownDepartment({ trx }: EffectScope, field: string, id: string): Promise<void> {
  const department = await trx
    .selectFrom('department')
    .where('id', '=', id)
    .where('active', '=', true)
    .select('id')
    .executeTakeFirst()
  if (!department) throw refuseField(field, 'unknownDepartment', {})
}

/** A contact of the case's account. */
export async function contactOfAccount(
  { trx, locked }: Pick<EffectScope, 'trx' | 'locked'>,
  id: string,
): Promise<string> {
  const contact = await trx
    .selectFrom('contact')
    .where('id', '=', id)
    .where('account_id', '=', locked.accountId)
    .select('id')
    .executeTakeFirst()
  if (!contact) throw refuseField('contactId', 'unknownContact', {})
  return contact.id
}

/** The defects of items, all of the catalogue. */
export async function knownDefects(scope: Pick<EffectScope, 'trx'>, items: readonly ItemInput[]): Promise<void> {
  for (const [index, { defect }] of items.entries()) {
    if (defect) await knownCode(scope, `items.${index}.defect`, 'defect', defect)
  }
}
