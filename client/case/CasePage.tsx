// The page of one case by its number; each kind of case has its own parts within the common frame.
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useQuery } from 'urql'
import { CasePageDocument } from '../generated/case.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { markSeen } from '../parts/seen.ts'
import { withWords } from '../words/with-words.ts'
import { CaseFrame } from './CaseFrame.tsx'
import { ClaimFrame } from './ClaimFrame.tsx'
import type { CaseView } from './case-view.ts'
import { useOptions } from './use-options.ts'

const TrialFrame = lazy(
  withWords(['case', 'field', 'map', 'files', 'trials'], () =>
    import('../trials/TrialFrame.tsx').then(({ TrialFrame }) => ({ default: TrialFrame })),
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
  if (view.__typename === 'Visit') return <PlainFrame key={view.id} view={view} refresh={again} />
  return (
    <Suspense fallback={<Bones rows={10} />}>
      <TrialFrame key={view.id} trial={view} refresh={again} />
    </Suspense>
  )
}

/** A kind without parts of its own. */
function PlainFrame({ view, refresh }: { view: CaseView; refresh: () => void }) {
  return <CaseFrame view={view} refresh={refresh} options={useOptions(view)} start={() => ({})} />
}
