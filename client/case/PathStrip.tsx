// The phases of the case with the date each began; the current one is filled to the share of its clock.
import { useTranslation } from 'react-i18next'
import { stateText } from '../claims/state-text.ts'
import { clockView, mainClock } from '../parts/clock-view.ts'
import { durationText } from '../parts/duration-text.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { shortDay } from '../words/dates.ts'
import type { CaseView } from './case-view.ts'
import type { PhaseTime } from './path-times.ts'

interface PathStripProps {
  view: CaseView
  phases: readonly PhaseTime[]
  /** What a phase is called. */
  word: (phase: string) => string
  now: Date
}

export function PathStrip({ view, phases, word, now }: PathStripProps) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const clock = mainClock(view.deadlines)
  const share = clock ? clockView(clock, now, dayMinutes, t).share : 1
  const next = phases[phases.findIndex(({ look }) => look === 'current') + 1]
  return (
    <section className="path" aria-label={t('case.path')}>
      <ol className="strip">
        {phases.map(({ phase, look, since }) => (
          <li key={phase} className={look} aria-current={look === 'current' ? 'step' : undefined}>
            <i>{look === 'current' && <i style={{ width: `${Math.round(share * 100)}%` }} />}</i>
            <span className="phase">
              {look === 'passed' && <Icon name="check" />}
              {word(phase)}
            </span>
            {since && (
              <span className="xs q">
                {look === 'current' ? t('case.since', { when: shortDay(since) }) : shortDay(since)}
                {look === 'current' && (
                  <span className="wide"> · {durationText(minutesSince(since, now), 1440, t)}</span>
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="s m path-words">
        <b className="b">{view.__typename === 'Claim' ? stateText(view, t) : view.stateLabel}.</b>{' '}
        {next && t('case.next', { step: word(next.phase) })}
      </p>
    </section>
  )
}

function minutesSince(at: string, now: Date): number {
  return (now.getTime() - new Date(at).getTime()) / 60_000
}
