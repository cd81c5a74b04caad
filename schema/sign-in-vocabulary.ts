// Words of signing in: what is asked of a person first, and what happened to the means of signing in.
import type { Words } from './vocabulary.ts'

export const signInDuties = {
  password: 'Choose a password of your own: the present one was set by somebody else',
  secondFactor: 'Set up a second factor: a role that the person holds asks for one',
} as const
export type SignInDuty = Words<typeof signInDuties>

export const signInChanges = {
  passwordGiven: 'Administration set a password',
  passwordChosen: 'The person chose a password',
  secondFactorOn: 'The person set up a second factor',
  secondFactorOff: 'The person took the second factor away',
  secondFactorReset: 'Administration took the second factor away',
  backupCodesMade: 'The person had new backup codes made',
  backupCodeUsed: 'Signed in with a backup code',
} as const
export type SignInChangeKind = Words<typeof signInChanges>
