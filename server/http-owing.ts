/** Refuses every request of a session that owes something at sign-in, until that was done. */
import type { SignInDuty } from '../schema/sign-in-vocabulary.ts'
import type { ViewerReader } from './core/session-viewer.ts'
import { HttpRefusal } from './http-refusal.ts'

export function refuseOwing(viewerOf: ViewerReader): ViewerReader {
  return async (headers) => {
    const viewer = await viewerOf(headers)
    if (viewer?.kind === 'person' && viewer.owes) throw owing(viewer.owes)
    return viewer
  }
}

export function owing(duty: SignInDuty): HttpRefusal {
  const { code, message } = refusals[duty]
  return new HttpRefusal(403, code, message)
}

const refusals = {
  password: {
    code: 'PASSWORD_NOT_CHOSEN',
    message: 'The password was set by somebody else. Choose one of your own first.',
  },
  secondFactor: {
    code: 'SECOND_FACTOR_MISSING',
    message: 'One of your roles asks for a second factor. Set it up first.',
  },
} as const satisfies Record<SignInDuty, { code: string; message: string }>
