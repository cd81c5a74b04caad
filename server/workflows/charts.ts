// Every chart by its kind.
import type { Chart } from './chart.ts'
import { claimChart } from './claim.ts'
import { taskChart } from './task.ts'

export const charts: Record<Chart['kind'], Chart> = { claim: claimChart, task: taskChart }
