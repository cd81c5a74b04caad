// The words of signing in as enums of the API.
import { signInChanges } from '../../schema/sign-in-vocabulary.ts'
import { enumOf } from './enums.ts'

export const SignInChangeKind = enumOf(
  'SignInChangeKind',
  'What happens to a password or a second factor.',
  signInChanges,
)
