// A button that asks for a trial batch; its form and words come when it is pressed.
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { withWords } from '../words/with-words.ts'

const RequestTrial = lazy(
  withWords(['trials', 'field'], () =>
    import('./RequestTrial.tsx').then(({ RequestTrial }) => ({ default: RequestTrial })),
  ),
)

interface AskTrialProps {
  accountId: string
  claimId?: string | null
  look?: 'btn' | 'l s'
}

export function AskTrial({ accountId, claimId = null, look = 'btn' }: AskTrialProps) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [asking, setAsking] = useState(false)
  if (!actions.includes('trialBatch.request')) return null
  return (
    <>
      <button type="button" className={look} onClick={() => setAsking(true)}>
        {look === 'btn' && <Icon name="trialBatch" />}
        {t('common.requestTrial')}
      </button>
      {asking && (
        <Suspense>
          <RequestTrial account={{ id: accountId }} claimId={claimId} close={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
