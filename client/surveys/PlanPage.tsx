// Plans a wave, or goes on with a plan: what is asked, whom, how and when, with the people it would reach beside it.
import { useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { PlanChoicesDocument, WavePlanDocument } from '../generated/surveys.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { useMe } from '../shell/me.ts'
import { PlanForm } from './PlanForm.tsx'
import { type KeptPlan, newPlan, planOf } from './wave-plan.ts'

export function PlanPage() {
  const now = useNow()
  const { wave, version } = useSearch({ from: '/surveys/plan' })
  const runs = useMe().actions.includes('survey.run')
  const [{ data: choices, error }, load] = useQuery({ query: PlanChoicesDocument, pause: !runs })
  const [kept] = useQuery({ query: WavePlanDocument, variables: { id: wave ?? '' }, pause: !wave || !runs })
  if (!runs) return <NotFound />
  const failure = (!choices && error) || (wave && !kept.data && kept.error)
  if (failure) return <Failure error={failure} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!choices || (wave && !kept.data)) return <Bones rows={8} />
  if (!wave)
    return (
      <PlanForm choices={choices} start={{ ...newPlan(now), ...(version && { versionId: version }) }} kept={null} />
    )
  const node = kept.data?.node
  if (!isWave(node)) return <NotFound />
  return <PlanForm key={node.id} choices={choices} start={planOf(node)} kept={node} />
}

function isWave(node: object | null | undefined): node is KeptPlan {
  return node != null && 'sampleSeed' in node
}
