// Whether the customer agreed to the date of a visit.
import { useTranslation } from 'react-i18next'
import type { VisitView } from '../case/case-view.ts'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime } from '../words/dates.ts'

export function AgreedState({ visit }: { visit: Pick<VisitView, 'visitState' | 'confirmedAt'> }) {
  const { t } = useTranslation()
  if (visit.confirmedAt) {
    return (
      <span className="agreed s row-flex">
        <Icon name="check" />
        {t('visit.agreed', { when: dayAndTime(visit.confirmedAt) })}
      </span>
    )
  }
  if (visit.visitState === 'proposed') {
    return (
      <span className="s m row-flex">
        <Icon name="clock" />
        {t('visit.notAgreed')}
      </span>
    )
  }
  return null
}
