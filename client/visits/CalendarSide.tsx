// Beside the calendar: visits that still want a date, key accounts first, and how much of everybody's time is booked.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { type VisitOfDay, WorkingDaysDocument } from '../generated/visits.ts'
import { useMe } from '../shell/me.ts'
import { shortDay } from '../words/dates.ts'
import { capacity, loads } from './calendar-days.ts'
import { hours } from './calendar-words.ts'

interface CalendarSideProps {
  visits: readonly VisitOfDay[]
  waiting: readonly VisitOfDay[]
  days: readonly string[]
}

export function CalendarSide({ visits, waiting, days }: CalendarSideProps) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const [{ data }] = useQuery({
    query: WorkingDaysDocument,
    variables: { from: days[0] ?? '', until: days.at(-1) ?? '' },
    pause: days.length === 0,
  })
  const worked = data?.workingDays ?? []
  const whole = capacity(days, dayMinutes, worked)
  const holidays = worked.filter(({ holiday }) => holiday !== null)
  const inOrder = waiting.toSorted((a, b) => Number(b.account.key) - Number(a.account.key))
  const booked = loads(visits)
  return (
    <aside className="calendar-side">
      <section>
        <h2>{t('visits.wantsDate')}</h2>
        {inOrder.length === 0 && <p className="q s">{t('visits.noneWaits')}</p>}
        <ul className="waiting-visits">
          {inOrder.map(({ id, number, account, wishedFrom, wishedTo, stateLabel, engineer }) => (
            <li key={id}>
              <Link to="/cases/$number" params={{ number }} className="s">
                <b className="b" dir="auto">
                  {account.name}
                </b>{' '}
                {account.key && <span className="tag key">{t('common.key')}</span>}
                <br />
                <span className="q">
                  {[number, stateLabel, engineer?.name, wishesOf(wishedFrom, wishedTo)].filter(Boolean).join(' · ')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('visits.booked')}</h2>
        {holidays.length > 0 && (
          <p className="q s">{holidays.map(({ day, holiday }) => `${shortDay(day)} ${holiday}`).join(' · ')}</p>
        )}
        {booked.length === 0 && <p className="q s">{t('visits.nobodyBooked')}</p>}
        <ul className="loads">
          {booked.map(({ id, name, visits: count, minutes }) => (
            <li key={id} className="s">
              <bdi className="md">{name}</bdi>
              <span className="m">{t('visits.load', { count, hours: hours(minutes), whole: hours(whole) })}</span>
              <meter min={0} max={whole} value={minutes} aria-label={name} />
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}

function wishesOf(from: string | null, to: string | null): string {
  return [from, to].flatMap((day) => (day ? shortDay(day) : [])).join(' – ')
}
