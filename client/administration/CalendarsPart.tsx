// Administration, calendars: days that differ from the week, and what a day moves before it is added.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { serverNow } from '../device/server-clock.ts'
import { CalendarsDocument, RemoveCalendarDayDocument, SetCalendarDayDocument } from '../generated/administration.ts'
import { civilDay, dayKey } from '../words/dates.ts'
import { DayEffect } from './DayEffect.tsx'
import { Loaded } from './Loaded.tsx'
import { SettingForm } from './SettingForm.tsx'
import { isTicked, optionOf, type SettingField, textOf, type Values } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

export function CalendarsPart() {
  const { t } = useTranslation()
  const send = useSetting()
  const [which, setWhich] = useState('')
  const [{ data, error }, load] = useQuery({ query: CalendarsDocument })
  const [removing, setRemoving] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const [forms, setForms] = useState(0)
  const kinds = (['holiday', 'working'] as const).map((id) => ({ id, label: t(`administration.${id}`) }))
  const fields = (timeZone: string, { kind, day = '' }: Values): SettingField[] => [
    { name: 'day', label: t('administration.day'), kind: 'date' },
    { name: 'name', label: t('administration.name'), kind: 'line' },
    { name: 'kind', label: t('administration.kind'), kind: 'choice', choices: kinds },
    ...(kind === 'working'
      ? (['from', 'to'] as const).map((name) => ({
          name,
          label: t(`administration.${name}`),
          kind: 'line' as const,
          optional: true,
          hint: t('administration.windowHint'),
        }))
      : []),
    ...(day !== '' && day < dayKey(serverNow(), timeZone)
      ? [{ name: 'evenPassed', label: t('administration.evenPassed'), kind: 'tick' as const }]
      : []),
  ]
  return (
    <Loaded data={data} error={error} again={() => load({ requestPolicy: 'network-only' })}>
      {({ calendars }) => {
        const calendar =
          calendars.find(({ id }) => id === which) ?? calendars.find(({ code }) => code === 'plant') ?? calendars[0]
        if (!calendar) return <p className="m none">{t('administration.empty')}</p>
        const calendarId = calendar.id
        return (
          <section className="setting">
            <header className="section-head">
              <h2>{t('administration.calendars')}</h2>
              <span className="space" />
              {calendars.length > 1 && (
                <label className="pick">
                  <span className="unseen">{t('administration.calendars')}</span>
                  <select value={calendarId} onChange={({ target }) => setWhich(target.value)}>
                    {calendars.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
              )}
              <span className="q">
                {calendar.name} · {calendar.timeZone}
              </span>
            </header>
            <h3>{t('administration.addDay')}</h3>
            <SettingForm
              key={forms}
              label={t('administration.addDay')}
              fields={(values) => fields(calendar.timeZone, values)}
              start={{ kind: 'holiday' }}
              preview={({ day, kind }) =>
                day &&
                kind && (
                  <DayEffect calendarId={calendarId} day={day} kind={kind === 'working' ? 'working' : 'holiday'} />
                )
              }
              send={async (values) => {
                const from = optionOf(values, 'from')
                const to = optionOf(values, 'to')
                const working = values.kind === 'working'
                const outcome = await send(SetCalendarDayDocument, {
                  calendarId,
                  day: textOf(values, 'day'),
                  kind: working ? 'working' : 'holiday',
                  name: textOf(values, 'name'),
                  windows: working && from && to ? [{ from, to }] : null,
                  evenPassed: isTicked(values, 'evenPassed'),
                })
                if (outcome.kind === 'done') setTold(t('administration.added', { name: textOf(values, 'name') }))
                return outcome
              }}
              done={() => setForms(forms + 1)}
            />
            <p role="status">{told}</p>
            <h3>{t('administration.days')}</h3>
            {calendar.days.length === 0 && <p className="m none">{t('administration.noDays')}</p>}
            <ul>
              {calendar.days.map(({ day, name, kind, windows }) => (
                <li key={day} className="own-day">
                  <span className="nw">{civilDay(day)}</span>
                  <span dir="auto">{name}</span>
                  <span className="q">
                    {[t(`administration.${kind}`), ...(windows ?? []).map(({ from, to }) => `${from}–${to}`)].join(
                      ' · ',
                    )}
                  </span>
                  <button
                    type="button"
                    className="quiet-link"
                    aria-expanded={removing === day}
                    aria-label={`${t('administration.remove')}: ${name}`}
                    onClick={() => setRemoving(removing === day ? null : day)}
                  >
                    {t('administration.remove')}
                  </button>
                  {removing === day && (
                    <div className="confirm">
                      <DayEffect calendarId={calendarId} day={day} kind={null} />
                      <button
                        type="button"
                        className="btn main"
                        onClick={async () => {
                          const outcome = await send(RemoveCalendarDayDocument, { calendarId, day })
                          setTold(outcome.kind === 'done' ? t('administration.removed') : outcome.text)
                          setRemoving(null)
                        }}
                      >
                        {t('administration.removeSure')}
                      </button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      }}
    </Loaded>
  )
}
