// One row of the work list.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Clock } from '../parts/Clock.tsx'
import { type ClockRow, clockView } from '../parts/clock-view.ts'
import { SmallPath } from '../parts/SmallPath.tsx'
import { changedSinceSeen } from '../parts/seen.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { placeOf, type WorkRow } from './work-rows.ts'

interface WorkLineProps {
  row: WorkRow
  explains: ReadonlyMap<string, ClockRow['explain']>
  now: Date
}

export function WorkLine({ row, explains, now }: WorkLineProps) {
  const { t } = useTranslation()
  const { dayMinutes, departments } = useMe()
  const clock = row.clock && { ...row.clock, explain: explains.get(row.clock.id) }
  const fresh = changedSinceSeen(row.id, row.revision)
  return (
    <Link {...placeOf(row, departments)} className="case-row">
      <span className="kind q">
        {row.kind === 'followUp' ? (
          <Icon name="phone" title={t('work.followUp')} />
        ) : (
          <Icon name={row.kind} title={t(`common.${row.kind}`)} />
        )}
      </span>
      <span className="number">{row.number}</span>
      <span className="subject">
        <b className={fresh ? 'fresh' : undefined} dir="auto" title={fresh ? t('work.changedSince') : undefined}>
          {row.title}
        </b>
        <span className="q account" dir="auto">
          {row.askedBy ? t('work.askedBy', { who: row.askedBy }) : row.account.name}
        </span>
        {row.account.key && (
          <span className="q key-mark">
            <Icon name="star" title={t('common.keyAccount')} />
          </span>
        )}
      </span>
      <span className="stage">
        {row.path && <SmallPath {...row.path} />}
        <span className="m ell">{row.state}</span>
      </span>
      {clock && <Clock name={clock.label} view={clockView(clock, now, dayMinutes, t)} />}
    </Link>
  )
}
