// How many of those asked have answered, as figures and as a bar.
import { useTranslation } from 'react-i18next'
import { percent } from '../management/figures-text.ts'

interface AnsweredBarProps {
  responses: number
  invited: number
  rate: number | null
}

export function AnsweredBar({ responses, invited, rate }: AnsweredBarProps) {
  const { t } = useTranslation()
  return (
    <div className="answered">
      <span className="s nw">
        <b className="md">{responses}</b>{' '}
        <span className="q">
          {invited > 0 ? t('surveys.ofInvited', { count: invited }) : t('surveys.noInvitations')}
        </span>
      </span>
      {rate !== null && (
        <>
          <progress max={100} value={Math.round(rate * 100)} aria-label={t('surveys.rate')} />
          <span className="xs q nw">{percent(rate)}</span>
        </>
      )}
    </div>
  )
}
