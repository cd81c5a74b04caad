// The calendar of visits by month or week: who goes where, what clashes, how much is booked, and what still wants a date.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { type VisitDaysData, VisitDaysDocument, VisitPeopleDocument } from '../generated/visits.ts'
import { usePages } from '../lists/use-pages.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { Icon } from '../shell/Icon.tsx'
import { useKey } from '../shell/keys.ts'
import type { VisitCalendarSearch } from '../shell/searches.ts'
import { dayKey } from '../words/dates.ts'
import { momentOf } from '../words/time-zone.ts'
import { CalendarGrid } from './CalendarGrid.tsx'
import { CalendarSide } from './CalendarSide.tsx'
import { clashes, shiftDays, shiftMonths, weeksOf } from './calendar-days.ts'
import { spanTitle } from './calendar-words.ts'
import { FeedSettings } from './FeedSettings.tsx'
import '../accounts/accounts.css'
import './visits.css'
import './calendar.css'

const pageOf = ({ visits }: VisitDaysData) => visits

export function VisitCalendarPage() {
  const { t } = useTranslation()
  const now = useNow()
  const search = useSearch({ from: '/visits/calendar' })
  const navigate = useNavigate()
  const { span = 'month', day = dayKey(now), engineer } = search
  const weeks = useMemo(() => weeksOf(day, span), [day, span])
  const days = weeks.flat()
  const [first = day] = days
  const filter = {
    from: momentOf(`${first}T00:00`).toISOString(),
    before: momentOf(`${shiftDays(days.at(-1) ?? day, 1)}T00:00`).toISOString(),
    states: ['proposed', 'confirmed', 'prepared', 'underway', 'reporting', 'followUp', 'closed'] as const,
    ...(engineer && { engineerId: engineer }),
  }
  const list = usePages(VisitDaysDocument, { filter: { ...filter, states: [...filter.states] } }, pageOf)
  const [{ data: waiting }] = useQuery({
    query: VisitDaysDocument,
    variables: { filter: { states: ['requested', 'triaged'], ...(engineer && { engineerId: engineer }) } },
  })
  const [{ data: staff }] = useQuery({ query: VisitPeopleDocument, requestPolicy: 'cache-first' })
  const go = (part: VisitCalendarSearch) =>
    void navigate({ to: '/visits/calendar', search: { ...search, ...part }, replace: true })
  const step = (by: number) => go({ day: span === 'week' ? shiftDays(day, by * 7) : shiftMonths(day, by) })
  useKey('PageUp', () => step(-1), true, t('visits.before'))
  useKey('PageDown', () => step(1), true, t('visits.after'))
  useEffect(() => {
    document.title = t('visits.calendar')
  }, [t])
  // A long stay of many visits is read to its end: a calendar with a gap would mislead.
  useEffect(() => {
    if (list.more) list.next()
  }, [list.more, list.next])
  return (
    <div className="accounts visit-calendar">
      <header>
        <div className="row-flex">
          <h1>{t('visits.calendar')}</h1>
          <span className="space" />
          <Link to="/visits" className="l s">
            {t('visits.toList')}
          </Link>
        </div>
        <div className="row-flex calendar-bar">
          <button type="button" className="btn" onClick={() => step(-1)}>
            <Icon name="down" title={t('visits.before')} />
          </button>
          <button type="button" className="btn" onClick={() => step(1)}>
            <Icon name="up" title={t('visits.after')} />
          </button>
          <button type="button" className="btn" onClick={() => go({ day: undefined })}>
            {t('visits.today')}
          </button>
          <h2 aria-live="polite">{spanTitle(weeks, span, day)}</h2>
          <span className="space" />
          <fieldset className="segments">
            <legend className="unseen">{t('visits.span')}</legend>
            {(['month', 'week'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={one === span} onClick={() => go({ span: one })}>
                {t(`visits.${one}`)}
              </button>
            ))}
          </fieldset>
          <select
            className="input engineer-choice"
            aria-label={t('visits.engineer')}
            value={engineer ?? ''}
            onChange={({ target }) => go({ engineer: target.value || undefined })}
          >
            <option value="">{t('visits.everybody')}</option>
            {staff?.people?.nodes
              .filter(({ active }) => active)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </div>
      </header>
      {list.error && !list.loaded && <Failure error={list.error} retry={list.again} />}
      {!list.error && !list.loaded && <Bones rows={10} />}
      {list.loaded && (
        <div className="calendar-columns">
          <CalendarGrid
            weeks={weeks}
            span={span}
            month={day.slice(0, 7)}
            today={dayKey(now)}
            visits={list.rows}
            clashing={clashes(list.rows)}
            chosen={day}
            choose={(next) => go({ day: next })}
          />
          <CalendarSide visits={list.rows} waiting={waiting?.visits?.nodes ?? []} days={days} />
        </div>
      )}
      <FeedSettings />
    </div>
  )
}
