// Every chart by its kind.
import type { Chart } from './chart.ts'
import { claimChart } from './claim.ts'
import { taskChart } from './task.ts'
import { trialChart } from './trial.ts'
import { visitChart } from './visit.ts'

export const charts: Record<Chart['kind'], Chart> = {
  claim: claimChart,
  trialBatch: trialChart,
  visit: visitChart,
  task: taskChart,
}
