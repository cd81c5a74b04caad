// The clocks of every chart in one type.
import { type ClaimClock, claimClocks } from './claim-vocabulary.ts'
import { type TaskClock, taskClocks } from './task-vocabulary.ts'
import { type TrialClock, trialClocks } from './trial-vocabulary.ts'
import { type VisitClock, visitClocks } from './visit-vocabulary.ts'

export type Clock = ClaimClock | TrialClock | VisitClock | TaskClock
export const clocks: Record<Clock, string> = { ...claimClocks, ...trialClocks, ...visitClocks, ...taskClocks }
