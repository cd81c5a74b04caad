// What administration does with people: the mutations of persons, roles, positions and absences.
import { type SqlBool, sql } from 'kysely'
import { readOne } from '../core/selection.ts'
import { command } from '../graphql/command.ts'
import {
  createPerson,
  deactivatePerson,
  grantRole,
  reactivatePerson,
  recordAbsence,
  removeAbsence,
  revokeRole,
  setPositions,
} from './commands.ts'
import { Absence, Person, RoleGrant } from './graphql.ts'
import {
  createPersonInput,
  givePasswordInput,
  grantRoleInput,
  personInput,
  recordAbsenceInput,
  removeAbsenceInput,
  resetSecondFactorInput,
  revokeRoleInput,
  setPositionsInput,
} from './inputs.ts'
import { absenceShape, readPerson, roleGrantShape } from './queries.ts'
import { giveNewPassword, resetSecondFactor } from './sign-in-commands.ts'

command({
  name: 'createPerson',
  description: 'Enters a person who can sign in; roles are granted afterwards.',
  action: 'organization.write',
  input: createPersonInput,
  success: Person,
  run: async (work, input, { viewer }) => ({ id: await createPerson(work, viewer, input) }),
  read: (context, info, { id }) => readPerson(context, info, id),
})

command({
  name: 'deactivatePerson',
  description: 'Shuts a person out: no sign-in, all sessions end. What the person did stays.',
  action: 'organization.write',
  input: personInput,
  success: Person,
  run: async (work, { personId }, { viewer }) => {
    await deactivatePerson(work, viewer, personId)
    return { id: personId }
  },
  read: (context, info, { id }) => readPerson(context, info, id),
})

command({
  name: 'reactivatePerson',
  description: 'Lets a person in again, with the roles held before.',
  action: 'organization.write',
  input: personInput,
  success: Person,
  run: async (work, { personId }) => {
    await reactivatePerson(work, personId)
    return { id: personId }
  },
  read: (context, info, { id }) => readPerson(context, info, id),
})

command({
  name: 'givePassword',
  description:
    'Gives somebody else a new password: all sessions of the person end, and the next sign-in asks for an own one.',
  action: 'organization.write',
  input: givePasswordInput,
  success: Person,
  run: async (work, input, { viewer }) => {
    await giveNewPassword(work, viewer, input)
    return { id: input.personId }
  },
  read: (context, info, { id }) => readPerson(context, info, id),
})

command({
  name: 'resetSecondFactor',
  description:
    'Takes the second factor of somebody else away who lost it: all sessions of the person end, and a new one can be set up.',
  action: 'organization.write',
  input: resetSecondFactorInput,
  success: Person,
  run: async (work, { personId }, { viewer }) => {
    await resetSecondFactor(work, viewer, personId)
    return { id: personId }
  },
  read: (context, info, { id }) => readPerson(context, info, id),
})

command({
  name: 'setPositions',
  description: 'Says which positions a person holds.',
  action: 'organization.write',
  input: setPositionsInput,
  success: Person,
  run: async (work, input) => {
    await setPositions(work, input)
    return { id: input.personId }
  },
  read: (context, info, { id }) => readPerson(context, info, id),
})

command({
  name: 'grantRole',
  description: 'Grants a role, limited where limits are given; it holds from the next request on.',
  action: 'organization.write',
  input: grantRoleInput,
  success: RoleGrant,
  run: async (work, input, { viewer }) => ({ id: await grantRole(work, viewer, input) }),
  read: (context, info, { id }) => readOne(context, info, roleGrantShape, sql<SqlBool>`role_grant.id = ${id}`),
})

command({
  name: 'revokeRole',
  description: 'Takes a granted role back, from the next request on; answers the person.',
  action: 'organization.write',
  input: revokeRoleInput,
  success: Person,
  run: async (work, { grantId }) => ({ id: await revokeRole(work, grantId) }),
  read: (context, info, { id }) => readPerson(context, info, id),
})

command({
  name: 'recordAbsence',
  description: 'Records when a person is away and who stands in; everybody for himself, administration for all.',
  action: 'absence.record',
  input: recordAbsenceInput,
  success: Absence,
  run: async (work, input, { viewer }) => ({ id: await recordAbsence(work, viewer, input) }),
  read: (context, info, { id }) => readOne(context, info, absenceShape, sql<SqlBool>`absence.id = ${id}`),
})

command({
  name: 'removeAbsence',
  description: 'Takes a recorded absence back; answers the person.',
  action: 'absence.record',
  input: removeAbsenceInput,
  success: Person,
  run: async (work, { absenceId }, { viewer }) => ({ id: await removeAbsence(work, viewer, absenceId) }),
  read: (context, info, { id }) => readPerson(context, info, id),
})
