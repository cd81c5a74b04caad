// The rows in their groups of due times.
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Clock } from '../parts/Clock.tsx'
import { type ClockRow, clockView } from '../parts/clock-view.ts'
import { SmallPath } from '../parts/SmallPath.tsx'
import { changedSinceSeen } from '../parts/seen.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import type { Group, WorkRow } from './work-rows.ts'

interface WorkListProps {
  rows: readonly WorkRow[]
  groups: readonly Group[]
  explains: ReadonlyMap<string, ClockRow['explain']>
  now: Date
  selected: string | null
  select: (id: string) => void
}

const titles = {
  over: 'work.groupOver',
  today: 'work.groupToday',
  week: 'work.groupWeek',
  later: 'work.groupLater',
  waiting: 'work.groupWaiting',
} as const

export function WorkList({ rows, groups, ...rest }: WorkListProps) {
  const { t } = useTranslation()
  return groups.map((group) => {
    const own = rows.filter((row) => row.group === group)
    if (own.length === 0) return null
    return (
      <section key={group}>
        <h2 className="group-head">
          <span className={group === 'over' ? 'danger' : undefined}>{t(titles[group])}</span>
          <span className="q">{own.length}</span>
        </h2>
        <ul>
          {own.map((row) => (
            <Row key={row.id} row={row} {...rest} />
          ))}
        </ul>
      </section>
    )
  })
}

function Row({ row, explains, now, selected, select }: Omit<WorkListProps, 'rows' | 'groups'> & { row: WorkRow }) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const item = useRef<HTMLLIElement>(null)
  const chosen = selected === row.id
  useEffect(() => {
    if (chosen) item.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const clock = row.clock && { ...row.clock, explain: explains.get(row.clock.id) }
  const fresh = changedSinceSeen(row.id, row.revision)
  return (
    <li ref={item} className={chosen ? 'chosen' : undefined}>
      <Link to="/cases/$number" params={{ number: row.opens }} className="work-row" onFocus={() => select(row.id)}>
        <span className="kind q">
          <Icon name={row.kind} title={t(`work.${row.kind}`)} />
        </span>
        <span className="number">{row.number}</span>
        <span className="subject">
          <b className={fresh ? 'fresh' : undefined} dir="auto" title={fresh ? t('work.changedSince') : undefined}>
            {row.title}
          </b>
          <span className="q account">{row.askedBy ? t('work.askedBy', { who: row.askedBy }) : row.account.name}</span>
          {row.account.key && (
            <span className="q key-mark">
              <Icon name="star" title={t('work.keyAccount')} />
            </span>
          )}
        </span>
        <span className="stage">
          {row.path && <SmallPath {...row.path} />}
          <span className="m ell">{row.state}</span>
        </span>
        {clock && <Clock name={clock.label} view={clockView(clock, now, dayMinutes, t)} />}
      </Link>
    </li>
  )
}
