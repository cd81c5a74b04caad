/** Ends an event stream when its viewer is no longer who it was: a stream outlives the check that opened it. */
import type { Response } from 'express'

/** Asks every so often; a stream whose viewer is gone or changed is cut, and the client's next try is judged anew. */
export function guardStream(response: Response, unchanged: () => Promise<boolean>, everyMs: number): void {
  const timer = setInterval(async () => {
    if (!(await unchanged().catch(() => false))) response.destroy()
  }, everyMs)
  timer.unref()
  response.once('close', () => clearInterval(timer))
}
