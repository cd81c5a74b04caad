// Writes of people: who they are, which roles and positions they hold, when they are away.
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import type { GrantableRole, Role } from '../../schema/vocabulary.ts'
import { createPerson as insertPerson, revokeSessions } from '../core/credentials.ts'
import { can } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import { noteSignInChange } from '../core/sign-in-changes.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { createPersonInput, grantRoleInput, recordAbsenceInput, setPositionsInput } from './inputs.ts'

/** The new person has no role yet. Refuses an address that is in use. */
export async function createPerson(
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof createPersonInput>,
): Promise<string> {
  const known = await trx.selectFrom('person').select('id').where('email', '=', input.email).executeTakeFirst()
  if (known) throw refuseField('email', 'taken')
  const id = await insertPerson(trx, { ...input, chosen: false })
  await noteSignInChange(trx, { personId: id, kind: 'passwordGiven', byId: idOf(viewer) })
  return id
}

/** Ends all sessions of the person. Refuses the own person, and the last active administrator. */
export async function deactivatePerson({ trx }: Work, viewer: Viewer, personId: string): Promise<void> {
  if (idOf(viewer) === personId) throw refuseField('personId', 'self')
  await lockAdministrators(trx)
  await setActive(trx, personId, false)
  await revokeSessions(trx, personId)
  await keepAdministrator(trx, 'personId')
}

export async function reactivatePerson({ trx }: Work, personId: string): Promise<void> {
  await setActive(trx, personId, true)
}

export async function setPositions(
  { trx }: Work,
  { personId, positions }: z.output<typeof setPositionsInput>,
): Promise<void> {
  await knownPerson(trx, 'personId', personId)
  await trx.deleteFrom('person_position').where('person_id', '=', personId).execute()
  const rows = [...new Set(positions)].map((position) => ({ person_id: personId, position }))
  if (rows.length > 0) await trx.insertInto('person_position').values(rows).execute()
}

/** Granting what is granted already changes nothing. Refuses roles of departments without one. */
export async function grantRole(
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof grantRoleInput>,
): Promise<string> {
  const { personId, role, departmentId = null, regionId = null, accountId = null } = input
  if (!isGrantable(role)) throw refuseField('role', 'notAllowedHere')
  const ofDepartment = role === 'departmentResponder' || role === 'departmentHead'
  if (ofDepartment && departmentId === null) throw refuseField('departmentId', 'required')
  if (!ofDepartment && departmentId !== null) throw refuseField('departmentId', 'notAllowedHere')
  await knownPerson(trx, 'personId', personId)
  await known(trx, 'department', 'departmentId', departmentId)
  await known(trx, 'region', 'regionId', regionId)
  await known(trx, 'account', 'accountId', accountId)
  const limits = { person_id: personId, role, department_id: departmentId, region_id: regionId, account_id: accountId }
  const inserted = await trx
    .insertInto('role_grant')
    .values({ ...limits, granted_by: idOf(viewer) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return inserted.id
  const existing = await trx
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('department_id', 'is not distinct from', departmentId)
    .where('region_id', 'is not distinct from', regionId)
    .where('account_id', 'is not distinct from', accountId)
    .executeTakeFirstOrThrow()
  return existing.id
}

/** Returns whose role it was. Refuses to take the role from the last active administrator. */
export async function revokeRole({ trx }: Work, grantId: string): Promise<string> {
  await lockAdministrators(trx)
  const grant = await trx.deleteFrom('role_grant').where('id', '=', grantId).returning('person_id').executeTakeFirst()
  if (!grant) throw new Refused({ kind: 'notFound' })
  await keepAdministrator(trx, 'grantId')
  return grant.person_id
}

/** People record their own absence, administration everybody's. */
export async function recordAbsence(
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof recordAbsenceInput>,
): Promise<string> {
  const { personId, deputyId = null, from, to } = input
  if (!can(viewer, 'absence.record', { personId })) throw new Refused({ kind: 'notAllowed' })
  if (to <= from) throw refuseField('to', 'reversed')
  if (deputyId === personId) throw refuseField('deputyId', 'self')
  await knownPerson(trx, 'personId', personId)
  if (deputyId !== null) await knownPerson(trx, 'deputyId', deputyId)
  const { id } = await trx
    .insertInto('absence')
    .values({ person_id: personId, deputy_id: deputyId, from_at: new Date(from), to_at: new Date(to) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Returns whose absence it was. */
export async function removeAbsence({ trx }: Work, viewer: Viewer, absenceId: string): Promise<string> {
  const absence = await trx.deleteFrom('absence').where('id', '=', absenceId).returning('person_id').executeTakeFirst()
  if (!absence) throw new Refused({ kind: 'notFound' })
  if (!can(viewer, 'absence.record', { personId: absence.person_id })) throw new Refused({ kind: 'notAllowed' })
  return absence.person_id
}

export function idOf(viewer: Viewer): string | null {
  return viewer.kind === 'person' ? viewer.id : null
}

function isGrantable(role: Role): role is GrantableRole {
  return role !== 'customerContact'
}

async function setActive(trx: Transaction<Database>, personId: string, active: boolean): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('person')
    .set({ active })
    .where('id', '=', personId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'notFound' })
}

/** Two administrators who remove each other at the same moment wait here for one another. */
async function lockAdministrators(trx: Transaction<Database>): Promise<void> {
  await trx
    .selectFrom('role_grant')
    .select('id')
    .where('role', '=', 'administrator')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

async function keepAdministrator(trx: Transaction<Database>, field: string): Promise<void> {
  const left = await trx
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select('role_grant.id')
    .where('role_grant.role', '=', 'administrator')
    .where('person.active', '=', true)
    .executeTakeFirst()
  if (!left) throw refuseField(field, 'last')
}

export async function knownPerson(trx: Transaction<Database>, field: string, id: string): Promise<void> {
  const person = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!person) throw refuseField(field, 'unknownPerson')
}

async function known(
  trx: Transaction<Database>,
  table: 'department' | 'region' | 'account',
  field: string,
  id: string | null,
): Promise<void> {
  if (id === null) return
  const row = await trx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (!row) throw refuseField(field, 'unknown')
}
