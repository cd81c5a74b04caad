// Administration, calendars: days that differ from the week, and what a holiday moves before it is added.
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import { CalendarsDocument, RemoveCalendarDayDocument, SetCalendarDayDocument } from '../generated/administration.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { civilDay } from '../words/dates.ts'
import { DayEffect } from './DayEffect.tsx'
import '../management/management.css'

export function AdministrationPage() {
  const { t } = useTranslation()
  const graph = useClient()
  const [{ data, error }, load] = useQuery({ query: CalendarsDocument })
  const [day, setDay] = useState('')
  const [name, setName] = useState('')
  const [removing, setRemoving] = useState<string | null>(null)
  const [told, setTold] = useState<string | null>(null)
  useEffect(() => {
    document.title = t('administration.calendars')
  }, [t])
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones />
  const calendar = data.calendars.find(({ code }) => code === 'plant') ?? data.calendars[0]
  if (!calendar) return null
  const calendarId = calendar.id
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const input = { calendarId, day, kind: 'holiday' as const, name }
    const sent = await graph.mutation(SetCalendarDayDocument, { input, key: crypto.randomUUID() }).toPromise()
    const answer = sent.data?.setCalendarDay
    if (answer?.__typename !== 'Calendar') return setTold(answer?.text ?? t('common.lost'))
    setTold(t('administration.added', { name }))
    setDay('')
    setName('')
  }
  const remove = async (which: string) => {
    const input = { calendarId, day: which }
    const sent = await graph.mutation(RemoveCalendarDayDocument, { input, key: crypto.randomUUID() }).toPromise()
    const answer = sent.data?.removeCalendarDay
    setTold(answer?.__typename === 'Calendar' ? t('administration.removed') : (answer?.text ?? t('common.lost')))
    setRemoving(null)
  }
  return (
    <div className="management administration">
      <header className="management-head">
        <h1>{t('administration.calendars')}</h1>
        <span className="q">
          {calendar.name} · {calendar.timeZone}
        </span>
      </header>
      <section className="card">
        <h2>{t('administration.addHoliday')}</h2>
        <form className="day-form" onSubmit={add}>
          <label>
            {t('administration.day')}
            <input className="input" type="date" required value={day} onChange={({ target }) => setDay(target.value)} />
          </label>
          <label>
            {t('administration.name')}
            <input
              className="input"
              required
              maxLength={200}
              dir="auto"
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          </label>
          <button type="submit" className="btn main">
            {t('administration.addHoliday')}
          </button>
        </form>
        {day !== '' && <DayEffect calendarId={calendarId} day={day} kind="holiday" />}
        <p role="status">{told}</p>
      </section>
      <section className="card">
        <h2>{t('administration.days')}</h2>
        {calendar.days.length === 0 && <p className="m none">{t('administration.noDays')}</p>}
        <ul>
          {calendar.days.map((one) => (
            <li key={one.day} className="own-day">
              <span className="nw">{civilDay(one.day)}</span>
              <span dir="auto">{one.name}</span>
              <span className="q">{t(`administration.${one.kind}`)}</span>
              <button type="button" className="btn" onClick={() => setRemoving(removing === one.day ? null : one.day)}>
                {t('administration.remove')}
              </button>
              {removing === one.day && (
                <div className="confirm">
                  <DayEffect calendarId={calendarId} day={one.day} kind={null} />
                  <button type="button" className="btn main" onClick={() => void remove(one.day)}>
                    {t('administration.removeSure')}
                  </button>
                </div>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
