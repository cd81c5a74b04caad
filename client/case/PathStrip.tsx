// The phases of the claim with the date each began; the current one is filled to the share of its clock.
import { useTranslation } from 'react-i18next'
import { clockView, mainClock } from '../parts/clock-view.ts'
import { durationText } from '../parts/duration-text.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { shortDay } from '../words/dates.ts'
import type { ClaimView } from './case-view.ts'
import { phaseTimes } from './path-times.ts'

export function PathStrip({ claim, now }: { claim: ClaimView; now: Date }) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const phases = phaseTimes(claim)
  const clock = mainClock(claim.deadlines)
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
              {t(`phase.${phase}`)}
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
        <b className="b">{claim.stateLabel}.</b> {next && t('case.next', { step: t(`phase.${next.phase}`) })}
      </p>
    </section>
  )
}

function minutesSince(at: string, now: Date): number {
  return (now.getTime() - new Date(at).getTime()) / 60_000
}
