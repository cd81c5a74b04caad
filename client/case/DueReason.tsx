// Why a clock is due when it is: a ribbon of days, the sums, the promise that did or did not hold, the version of the rule.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { DueReasonDocument } from '../generated/due-reason.ts'
import { type ClockRow, dayLength } from '../parts/clock-view.ts'
import { durationText } from '../parts/duration-text.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { dayAndTime, longDayAndTime } from '../words/dates.ts'
import { DayRibbon } from './DayRibbon.tsx'

const always = ['counted', 'stillToRun'] as const

export function DueReason({ clock, close }: { clock: ClockRow; close: () => void }) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const [{ data }] = useQuery({ query: DueReasonDocument, variables: { id: clock.id } })
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && close()
    addEventListener('keydown', leave)
    panel.current?.scrollIntoView({ block: 'nearest' })
    return () => removeEventListener('keydown', leave)
  }, [close])
  const explain = data?.node?.__typename === 'Deadline' ? data.node.explain : null
  const day = dayLength(clock, dayMinutes)
  const length = (minutes: number) => durationText(minutes, Number.POSITIVE_INFINITY, t)
  const names = (kind: string) => [
    ...new Set(explain?.intervals.flatMap((one) => (one.kind === kind ? (one.name ?? []) : []))),
  ]
  return (
    <section
      className="reason"
      ref={panel}
      aria-label={t('clock.why', { when: clock.dueAt ? dayAndTime(clock.dueAt) : '' })}
    >
      <div className="row-flex">
        <h3>{clock.dueAt ? t('clock.why', { when: longDayAndTime(clock.dueAt) }) : t('clock.whyPaused')}</h3>
        <span className="space" />
        <button type="button" className="bare" onClick={close}>
          <Icon name="cross" title={t('clock.close')} />
        </button>
      </div>
      {!explain && <div className="bones" style={{ width: '70%' }} />}
      {explain && (
        <>
          <p className="s m">
            {day === dayMinutes
              ? t('clock.counted', { time: length(explain.amountMinutes), from: dayAndTime(clock.startedAt) })
              : t('clock.calendar', {
                  time: durationText(explain.amountMinutes, day, t),
                  from: dayAndTime(clock.startedAt),
                })}
          </p>
          <DayRibbon intervals={explain.intervals} dayMinutes={day} />
          <dl className="sums">
            {explain.sums
              .filter(({ kind, minutes }) => minutes > 0 || always.some((one) => one === kind))
              .map(({ kind, minutes }) => (
                <div key={kind}>
                  <dt>
                    <i className={`swatch ${kind}`} />
                    {t(`clock.kind.${kind}`)}
                    {names(kind).length > 0 &&
                      `: ${names(kind)
                        .map((name) => t(`label.pauseReason.${name}`, { defaultValue: name }))
                        .join(', ')}`}
                  </dt>
                  <dd>{day === dayMinutes ? length(minutes) : durationText(minutes, day, t)}</dd>
                </div>
              ))}
          </dl>
          <p className="xs q">
            {explain.notAfter && `${promise(explain.notAfter, explain.dueAt)} `}
            {t('clock.policy', { version: explain.policyVersion })}
          </p>
        </>
      )}
    </section>
  )

  function promise(notAfter: string, due: string | null): string {
    return t(due && notAfter < due ? 'clock.promisedHolds' : 'clock.notAfter', { when: dayAndTime(notAfter) })
  }
}
