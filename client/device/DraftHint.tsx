// Says where a draft is kept, and offers the version of another device where two were written.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime, timeOfDay } from '../words/dates.ts'
import type { DraftState } from './use-draft.ts'

export function DraftHint({ draft, other, takeOther }: DraftState) {
  const { t } = useTranslation()
  if (!draft) return null
  const time = timeOfDay(new Date(draft.changedAt))
  return (
    <span className="draft-hint">
      <span className="s q row-flex" role="status">
        <Icon name="check" />
        {t(draft.ahead ? 'draft.device' : 'draft.server', { time })}
      </span>
      {other && (
        <span className="note s">
          {t('draft.other', { when: dayAndTime(new Date(other.changedAt)) })}
          <button type="button" className="quiet-link" onClick={takeOther}>
            {t('draft.take')}
          </button>
        </span>
      )}
    </span>
  )
}
