// How a clock looks and what it says, from its row and, once loaded, the sums of its explanation.
import type { TFunction } from 'i18next'
import type { ClockFacts, ClockTime } from '../generated/clock.ts'
import { shortDay, shortWhen } from '../words/dates.ts'
import { durationText } from './duration-text.ts'

export type ClockRow = ClockFacts & Partial<Pick<ClockTime, 'explain'>>

export interface ClockView {
  look: 'running' | 'soon' | 'over' | 'paused' | 'met'
  /** Part of the time that is used up, 0 to 1. */
  share: number
  time: string
  /** Whether `time` is a date, because the length is not known or a promised date holds. */
  dated?: boolean
}

/** A clock that has used up so much of its time is shown as soon due. */
const soonFrom = 0.8
const dayOfCalendar = 1440

export function clockView(clock: ClockRow, now: Date, dayMinutes: number, t: TFunction): ClockView {
  if (clock.state === 'stopped') {
    const when = clock.stoppedAt ? shortWhen(clock.stoppedAt, now) : ''
    return { look: 'met', share: 1, time: t(clock.breachedAt ? 'clock.missed' : 'clock.met', { when }) }
  }
  if (!clock.dueAt) return { look: 'paused', share: 0, time: t('clock.paused') }
  const beyond = (now.getTime() - new Date(clock.dueAt).getTime()) / 60_000
  if (clock.state === 'over' || beyond > 0) {
    const time = durationText(Math.max(beyond, 1), dayOfCalendar, t)
    return { look: 'over', share: 1, time: t('clock.over', { time }) }
  }
  const share = usedShare(clock, now)
  const look = share >= soonFrom ? 'soon' : 'running'
  const left = minutesOf(clock, 'stillToRun')
  const promised = promisedEarlier(clock)
  if (left === null || promised)
    return { look, share, time: promised ? shortWhen(clock.dueAt, now) : shortDay(clock.dueAt), dated: true }
  return { look, share, time: durationText(left, dayLength(clock, dayMinutes), t) }
}

/** The clock that people are to look at: the earliest that runs, else one that is paused. */
export function mainClock<T extends ClockFacts>(clocks: readonly T[]): T | null {
  const running = clocks.filter(({ state, dueAt }) => state !== 'stopped' && dueAt !== null)
  const earliest = running.toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))[0]
  return earliest ?? clocks.find(({ state }) => state === 'paused') ?? null
}

/** Minutes of one day of this clock: one that also ran through nights and weekends counts days of the calendar. */
export function dayLength(clock: ClockRow, dayMinutes: number): number {
  const off = ['night', 'weekend', 'break', 'holiday'].reduce((sum, kind) => sum + (minutesOf(clock, kind) ?? 0), 0)
  return off === 0 && (clock.explain?.amountMinutes ?? 0) >= dayOfCalendar ? dayOfCalendar : dayMinutes
}

export function minutesOf(clock: ClockRow, kind: string): number | null {
  return clock.explain?.sums.find((sum) => sum.kind === kind)?.minutes ?? null
}

/** Whether a date promised to the customer is earlier than the counted time would allow, so that it holds. */
function promisedEarlier({ explain, dueAt }: ClockRow): boolean {
  return Boolean(explain?.notAfter && dueAt && new Date(explain.notAfter).getTime() === new Date(dueAt).getTime())
}

function usedShare(clock: ClockRow, now: Date): number {
  const counted = minutesOf(clock, 'counted')
  const amount = clock.explain?.amountMinutes
  if (counted !== null && amount && !promisedEarlier(clock)) return Math.min(counted / amount, 1)
  const from = new Date(clock.startedAt).getTime()
  const to = new Date(clock.dueAt ?? now).getTime()
  return to > from ? Math.min(Math.max((now.getTime() - from) / (to - from), 0), 1) : 1
}
