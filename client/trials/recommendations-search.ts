// The view of the list of recommendations: what its address says, and what it asks the API for.
import { recommendationStates } from '../../schema/trial-vocabulary.ts'
import type { RecommendationsVariables } from '../generated/recommendations.ts'

export interface RecommendationsSearch {
  state?: keyof typeof recommendationStates | undefined
  department?: string | undefined
  overdue?: true | undefined
}

export function recommendationsSearch({ state, department, overdue }: Record<string, unknown>): RecommendationsSearch {
  return {
    ...(typeof state === 'string' && Object.hasOwn(recommendationStates, state)
      ? { state: state as keyof typeof recommendationStates }
      : {}),
    ...(typeof department === 'string' && /^[\w-]{8,200}$/.test(department) && { department }),
    ...(overdue === true && { overdue }),
  }
}

export function recommendationsAsked({
  state,
  department,
  overdue,
}: RecommendationsSearch): Omit<RecommendationsVariables, 'after'> {
  return { state: state ?? null, departmentId: department ?? null, overdue: overdue ?? null }
}
