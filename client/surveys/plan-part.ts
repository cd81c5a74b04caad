// What each part of the form of a plan is given.
import type { PlanChoicesData } from '../generated/surveys.ts'
import type { Plan } from './wave-plan.ts'

export interface PlanPartProps {
  plan: Plan
  change: (part: Partial<Plan>) => void
  faultOf: (field: keyof Plan | 'population') => string | undefined
  choices: PlanChoicesData
}
