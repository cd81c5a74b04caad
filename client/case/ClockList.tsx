// The clocks of the case by name; a press on the date tells why it is that date.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Clock } from '../parts/Clock.tsx'
import { clockView } from '../parts/clock-view.ts'
import { useMe } from '../shell/me.ts'
import { dayAndTime } from '../words/dates.ts'
import type { CaseView } from './case-view.ts'
import { DueReason } from './DueReason.tsx'

type ClockOfCase = CaseView['deadlines'][number]

export function ClockList({ clocks, now }: { clocks: readonly ClockOfCase[]; now: Date }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string | null>(null)
  const running = clocks.filter(({ state }) => state !== 'stopped').toSorted(byDue)
  const ended = clocks.filter(({ state }) => state === 'stopped')
  const row = (clock: ClockOfCase) => (
    <ClockRow
      key={clock.id}
      clock={clock}
      now={now}
      open={open === clock.id}
      toggle={(on) => setOpen(on ? clock.id : null)}
    />
  )
  return (
    <section className="clocks">
      <div className="section-head">
        <h2>{t('clock.title')}</h2>
      </div>
      {running.length === 0 && <p className="s q">{t('clock.none')}</p>}
      <ul>{running.map(row)}</ul>
      {ended.length > 0 && (
        <details>
          <summary className="quiet-link">
            {t('clock.ended')} ({ended.length})
          </summary>
          <ul>{ended.map(row)}</ul>
        </details>
      )}
    </section>
  )
}

interface ClockRowProps {
  clock: ClockOfCase
  now: Date
  open: boolean
  toggle: (open: boolean) => void
}

function ClockRow({ clock, now, open, toggle }: ClockRowProps) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const view = clockView(clock, now, dayMinutes, t)
  const left = view.look === 'running' || view.look === 'soon'
  return (
    <li className={open ? 'clock-row open' : 'clock-row'}>
      <span className="md">{clock.label}</span>
      <Clock
        view={
          left
            ? { ...view, time: view.dated ? t('clock.due', { when: view.time }) : t('clock.left', { time: view.time }) }
            : view
        }
      />
      <button type="button" className="due" aria-expanded={open} onClick={() => toggle(!open)}>
        {clock.dueAt ? dayAndTime(clock.dueAt) : t('clock.whyPaused')}
      </button>
      {open && <DueReason clock={clock} close={() => toggle(false)} />}
    </li>
  )
}

function byDue(a: ClockOfCase, b: ClockOfCase): number {
  return (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~')
}
