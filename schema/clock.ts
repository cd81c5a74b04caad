// The clocks of every chart in one type.
import { type ClaimClock, claimClocks } from './claim-vocabulary.ts'
import { type TaskClock, taskClocks } from './task-vocabulary.ts'

export type Clock = ClaimClock | TaskClock
export const clocks: Record<Clock, string> = { ...claimClocks, ...taskClocks }
