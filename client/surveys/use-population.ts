// Whom the plan in hand would reach, asked anew when the writing rests.
import { useQuery } from 'urql'
import { type PopulationData, PopulationDocument } from '../generated/surveys.ts'
import { useSettled } from '../parts/settled.ts'
import { type Plan, populationOf } from './wave-plan.ts'

export interface Reached {
  preview: PopulationData['populationPreview'] | null
  /** Whether it is of another plan than the one in hand. */
  stale: boolean
}

export function usePopulation(plan: Plan): Reached {
  const quietDays = /^\d{1,3}$/.test(plan.quietDays.trim()) ? Number(plan.quietDays) : 90
  const wanted = JSON.stringify({ population: populationOf(plan), quietDays })
  const asked = useSettled(wanted, 250)
  const [{ data, fetching }] = useQuery({
    query: PopulationDocument,
    variables: JSON.parse(asked),
    pause: plan.kind !== 'planned' || plan.respondents !== 'customers',
    requestPolicy: 'cache-and-network',
  })
  return { preview: data?.populationPreview ?? null, stale: asked !== wanted || (fetching && !data) }
}
