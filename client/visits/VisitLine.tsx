// One visit in the list.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { VisitRow } from '../generated/visits.ts'
import { Clock } from '../parts/Clock.tsx'
import { clockView, mainClock } from '../parts/clock-view.ts'
import { SmallPath } from '../parts/SmallPath.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { shortDay } from '../words/dates.ts'
import { visitPhaseOf, visitPhases } from './visit-phases.ts'
import { spanOf } from './visit-time.ts'

export function VisitLine({ row, now }: { row: VisitRow; now: Date }) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const clock = mainClock(row.deadlines)
  const wished = [row.wishedFrom, row.wishedTo].flatMap((day) => (day ? shortDay(day) : []))
  return (
    <Link to="/cases/$number" params={{ number: row.number }} className="visit-row">
      <span className="number q s">{row.number}</span>
      <span className="ell">
        <b className="b" dir="auto">
          {row.title}
        </b>{' '}
        <span className="q s">{row.purposeLabel}</span>
      </span>
      <span className="m s ell">
        {row.account.key && (
          <span className="q key-mark">
            <Icon name="star" title={t('common.keyAccount')} />
          </span>
        )}{' '}
        <bdi>{row.account.name}</bdi>
      </span>
      <span className="s ell">
        {row.startsAt ? (
          spanOf(row.startsAt, row.endsAt)
        ) : (
          <span className="q">
            {wished.length > 0 ? t('visits.wishedFor', { days: wished.join(' – ') }) : t('visits.noDate')}
          </span>
        )}
      </span>
      <span className="s m ell wide">{row.engineer?.name}</span>
      <span className="s m ell stage">
        <SmallPath phases={visitPhases.length} at={visitPhases.indexOf(visitPhaseOf(row.visitState))} />
        <span className="ell">{row.stateLabel}</span>
      </span>
      {clock ? <Clock name={clock.label} view={clockView(clock, now, dayMinutes, t)} /> : <span />}
    </Link>
  )
}
