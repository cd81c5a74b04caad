// A button that asks for a visit; its form and words come when it is pressed.
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { withWords } from '../words/with-words.ts'

const RequestVisit = lazy(
  withWords(['visits', 'visit', 'field'], () =>
    import('./RequestVisit.tsx').then(({ RequestVisit }) => ({ default: RequestVisit })),
  ),
)

export function AskVisit({ accountId, caseId = null }: { accountId: string; caseId?: string | null }) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [asking, setAsking] = useState(false)
  if (!actions.includes('visit.request')) return null
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsking(true)}>
        <Icon name="visit" />
        {t('common.requestVisit')}
      </button>
      {asking && (
        <Suspense>
          <RequestVisit account={{ id: accountId }} caseId={caseId} close={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
