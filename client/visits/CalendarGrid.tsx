// The days of a month or week with their visits; arrow keys go from day to day, Enter into a day, Escape back out.
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitOfDay } from '../generated/visits.ts'
import { Icon } from '../shell/Icon.tsx'
import { dayKey, timeOfDay } from '../words/dates.ts'
import { type Span, shiftDays } from './calendar-days.ts'
import { dayNumber, weekdayName, wholeDay } from './calendar-words.ts'

interface CalendarGridProps {
  weeks: readonly (readonly string[])[]
  span: Span
  /** 2026-12, of which the other days are quiet. */
  month: string
  today: string
  visits: readonly VisitOfDay[]
  clashing: ReadonlySet<string>
  chosen: string
  choose: (day: string) => void
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

export function CalendarGrid(props: CalendarGridProps) {
  const { weeks, span, month, today, visits, clashing, chosen, choose } = props
  const { t } = useTranslation()
  const grid = useRef<HTMLTableElement>(null)
  const moved = useRef(false)
  const cellOf = (day: string) => grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)
  useEffect(() => {
    if (moved.current) cellOf(chosen)?.focus()
    moved.current = false
  })
  const press = (event: KeyboardEvent<HTMLElement>, day: string) => {
    const cell = event.currentTarget
    if (event.key === 'Escape') return cell.focus()
    if (event.target !== cell) return
    if (event.key === 'Enter') return cell.querySelector<HTMLElement>('a')?.focus()
    const sign = document.documentElement.dir === 'rtl' && event.key.match(/Left|Right/) ? -1 : 1
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    moved.current = true
    choose(shiftDays(day, step * sign))
  }
  return (
    <table className={`calendar ${span}`} ref={grid}>
      <caption className="unseen">{t('visits.calendarHint')}</caption>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col" className="s m">
              {weekdayName(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                data-day={day}
                tabIndex={day === chosen ? 0 : -1}
                className={[day === today && 'today', !day.startsWith(month) && span === 'month' && 'other']
                  .filter(Boolean)
                  .join(' ')}
                aria-label={wholeDay(day)}
                onKeyDown={(event) => press(event, day)}
              >
                <span className="day-number s" aria-hidden="true">
                  {dayNumber(day)}
                </span>
                <ul>
                  {visits
                    .filter((visit) => liesOn(visit, day))
                    .map((visit) => (
                      <li key={visit.id}>
                        <DayVisit visit={visit} clash={clashing.has(visit.id)} />
                      </li>
                    ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function liesOn({ startsAt, endsAt }: VisitOfDay, day: string): boolean {
  return startsAt !== null && dayKey(startsAt) <= day && day <= dayKey(endsAt ?? startsAt)
}

function DayVisit({ visit, clash }: { visit: VisitOfDay; clash: boolean }) {
  const { t } = useTranslation()
  const sure = visit.visitState !== 'proposed'
  return (
    <Link
      to="/cases/$number"
      params={{ number: visit.number }}
      className={`day-visit ${sure ? 'sure' : ''} ${clash ? 'clash' : ''}`}
      title={`${visit.number} · ${visit.stateLabel} · ${visit.title}`}
    >
      {clash && <Icon name="warning" title={t('visits.clash')} />}
      <span className="time">{visit.startsAt && timeOfDay(visit.startsAt)}</span> <bdi>{visit.account.name}</bdi>
      <span className="q xs who">
        <bdi>{visit.engineer?.name}</bdi>
        {!sure && ` · ${visit.stateLabel}`}
      </span>
    </Link>
  )
}
