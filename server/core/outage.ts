/** Tells a database that is away, or full, from a fault of ours: a client may be told, and what to do. */
import { retryable } from './retry.ts'

export interface Outage {
  code: 'DATABASE_AWAY' | 'DATABASE_FULL'
  message: string
}

const NO_ROOM = '53100'

/** Null: something else. Whatever the outage, nothing of the command was written, or its key answers for it. */
export function outageOf(error: unknown): Outage | null {
  if (error instanceof Error && 'code' in error && error.code === NO_ROOM) {
    return {
      code: 'DATABASE_FULL',
      message: 'There is no room left to write. Nothing was changed; reading goes on.',
    }
  }
  if (!retryable(error)) return null
  return { code: 'DATABASE_AWAY', message: 'The database does not answer just now. Try again in a moment.' }
}
