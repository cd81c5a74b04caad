// What administration does to the means by which somebody else signs in.
import type { z } from 'zod'
import { givePassword, revokeSessions } from '../core/credentials.ts'
import { refuseField } from '../core/refusal.ts'
import { removeSecondFactor } from '../core/second-factor.ts'
import { noteSignInChange } from '../core/sign-in-changes.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { idOf, knownPerson } from './commands.ts'
import type { givePasswordInput } from './inputs.ts'

/** Gives somebody else a new password, which the next sign-in asks to change; all sessions of the person end. */
export async function giveNewPassword(
  { trx }: Work,
  viewer: Viewer,
  { personId, password }: z.output<typeof givePasswordInput>,
): Promise<void> {
  if (idOf(viewer) === personId) throw refuseField('personId', 'self')
  await knownPerson(trx, 'personId', personId)
  await givePassword(trx, personId, password)
  await noteSignInChange(trx, { personId, kind: 'passwordGiven', byId: idOf(viewer) })
}

/** For who lost the device: sign-in asks for the password alone until a new one is set up; all sessions of the person end. */
export async function resetSecondFactor({ trx }: Work, viewer: Viewer, personId: string): Promise<void> {
  if (idOf(viewer) === personId) throw refuseField('personId', 'self')
  await knownPerson(trx, 'personId', personId)
  if (!(await removeSecondFactor(trx, personId))) return
  await revokeSessions(trx, personId)
  await noteSignInChange(trx, { personId, kind: 'secondFactorReset', byId: idOf(viewer) })
}
