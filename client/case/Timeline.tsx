// What happened, the newest first: steps, letters, warnings and comments to colleagues in one line of time.
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLayout } from '../diagram/layouts.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { shortWhen } from '../words/dates.ts'
import { labelLanguage } from '../words/language.ts'
import { CommentBubble } from './CommentBubble.tsx'
import { CommentField } from './CommentField.tsx'
import type { CaseView } from './case-view.ts'
import { chartOf } from './map-of.ts'
import { type Entry, type TimelineView, timelineEntries, timelineViews } from './timeline-entries.ts'

export function Timeline({ view, now }: { view: CaseView; now: Date }) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [shown, setShown] = useState<TimelineView>('all')
  const layout = useLayout(chartOf(view)?.kind ?? '')
  const names = layout?.states[labelLanguage()]
  const all = timelineEntries(view, (state) => names?.[state] ?? null, t)
  const entries = all.filter((entry) => shown === 'all' || entry.view === shown)
  const named = useLocation({ select: ({ hash }) => hash })
  useEffect(() => {
    if (!named) return
    const row = document.getElementById(named)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }, [named])
  return (
    <section className="history-section">
      <div className="section-head">
        <h2>{t('case.history')}</h2>
        <span className="space" />
        <fieldset className="segments" aria-label={t('case.history')}>
          {timelineViews.map((one) => (
            <button key={one} type="button" aria-pressed={shown === one} onClick={() => setShown(one)}>
              {t(`case.${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {actions.includes('case.comment') && <CommentField caseId={view.id} number={view.number} />}
      {entries.length === 0 && <p className="s q">{t('case.historyEmpty')}</p>}
      <ol className="timeline">
        {entries.map((entry, index) => (
          <li key={entry.id} id={entry.id} tabIndex={-1} className={classOf(entry, index)}>
            <time dateTime={entry.at}>{shortWhen(entry.at, now)}</time>
            {entry.view === 'comments' ? (
              <Icon name="speech" />
            ) : entry.view === 'letters' ? (
              <Icon name="letter" />
            ) : (
              <i className="step-mark" />
            )}
            {entry.view === 'comments' ? (
              entry.comment && <CommentBubble comment={entry.comment} caseId={view.id} now={now} />
            ) : (
              <Told entry={entry} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Told({ entry }: { entry: Entry }) {
  const { department, label, times, text, state, who, picture } = entry
  return (
    <span>
      {department && <span className="m">{department}: </span>}
      <b className="b">
        {label}
        {times > 1 && ` × ${times}`}
      </b>{' '}
      {state && (
        <span className="nw timeline-state">
          <Icon name="onward" turns />
          {state}
        </span>
      )}{' '}
      {text && <bdi>{text}</bdi>} {who && <span className="q">{who}</span>}
      {picture && <img className="timeline-thumb" src={picture} alt="" loading="lazy" />}
    </span>
  )
}

function classOf({ quiet }: Entry, index: number): string | undefined {
  const classes = [index === 0 && 'newest', quiet && 'quiet'].filter(Boolean)
  return classes.length > 0 ? classes.join(' ') : undefined
}
