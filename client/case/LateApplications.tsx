// Orders of the claimed material for whose delivery the customer applied too late: its own precondition that was not met.
import { useTranslation } from 'react-i18next'
import type { StakeData } from '../generated/stake.ts'
import { Icon } from '../shell/Icon.tsx'
import { shortDay } from '../words/dates.ts'

type Claim = Extract<NonNullable<StakeData['claim']>, { __typename: 'Claim' }>

export function LateApplications({ late }: { late: NonNullable<Claim['lateApplications']> }) {
  const { t } = useTranslation()
  return late.map(({ order, dueOn, appliedOn, daysLate }) => (
    <li key={order} className="s warn row-flex">
      <Icon name="warning" />
      {t('stake.late', { order, count: daysLate })}
      <span className="q">{t('stake.applied', { due: shortDay(dueOn), applied: shortDay(appliedOn) })}</span>
    </li>
  ))
}
