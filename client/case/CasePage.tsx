// The page of one case by its number; each kind of case has its own parts within the common frame.
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useQuery } from 'urql'
import { CasePageDocument } from '../generated/case.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { markSeen } from '../parts/seen.ts'
import { withWords } from '../words/with-words.ts'
import { ClaimFrame } from './ClaimFrame.tsx'

const TrialFrame = lazy(
  withWords(['case', 'field', 'map', 'files', 'trials'], () =>
    import('../trials/TrialFrame.tsx').then(({ TrialFrame }) => ({ default: TrialFrame })),
  ),
)

const VisitFrame = lazy(
  withWords(['case', 'field', 'map', 'files', 'visit'], () =>
    import('../visits/VisitFrame.tsx').then(({ VisitFrame }) => ({ default: VisitFrame })),
  ),
)

export function CasePage() {
  const { number } = useParams({ from: '/cases/$number' })
  const [{ data, error }, load] = useQuery({ query: CasePageDocument, variables: { number } })
  const again = () => load({ requestPolicy: 'network-only' })
  const view = data?.case
  useEffect(() => {
    if (!view) return
    document.title = `${view.number} · ${view.title}`
    markSeen(view.id, view.revision)
  }, [view])
  if (error && !view) return <Failure error={error} retry={again} />
  if (!data) return <Bones rows={10} />
  if (!view) return <NotFound />
  if (view.__typename === 'Claim') return <ClaimFrame key={view.id} claim={view} refresh={again} />
  return (
    <Suspense fallback={<Bones rows={10} />}>
      {view.__typename === 'Visit' ? (
        <VisitFrame key={view.id} visit={view} refresh={again} />
      ) : (
        <TrialFrame key={view.id} trial={view} refresh={again} />
      )}
    </Suspense>
  )
}
