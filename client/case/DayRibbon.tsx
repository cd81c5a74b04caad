// One cell per day between start and due: counted solid, paused hatched, still to run outlined, days off sunken.
import { dayKey, ribbonDay } from '../words/dates.ts'

interface Interval {
  kind: string
  from: string
  to: string
}

interface Day {
  key: string
  date: Date
  counted: number
  paused: number
  stillToRun: number
}

const step = 15 * 60_000
const height = 20
/** More days than these are not drawn apart; the sums below tell them. */
const mostDays = 45

export function DayRibbon({ intervals, dayMinutes }: { intervals: readonly Interval[]; dayMinutes: number }) {
  const days = daysOf(intervals)
  if (days.length === 0 || days.length > mostDays) return null
  const width = Math.max(Math.min(328 / days.length, 19), 7)
  const labelled = days.length <= 24
  return (
    <svg className="ribbon" viewBox={`0 0 ${width * days.length} 44`} aria-hidden="true">
      <defs>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v4" stroke="var(--ink-3)" strokeWidth="3" />
        </pattern>
      </defs>
      {days.map((day, index) => {
        const { weekday, day: number } = ribbonDay(day.date)
        const scale = height / Math.max(dayMinutes, day.counted + day.paused + day.stillToRun)
        const box = { x: index * width + 0.5, width: width - 1.5 }
        const counted = day.counted * scale
        const paused = day.paused * scale
        const left = day.stillToRun * scale
        const off = counted + paused + left === 0
        return (
          <g key={day.key}>
            {off && <rect {...box} y="12" height={height} rx="1.5" fill="var(--sunken)" />}
            {counted > 0 && <rect {...box} y="12" height={counted} rx="1.5" fill="var(--ink-2)" />}
            {paused > 0 && <rect {...box} y={12 + counted} height={paused} rx="1.5" fill="url(#hatch)" />}
            {left > 0 && (
              <rect
                {...box}
                y={12 + counted + paused}
                height={left}
                rx="1.5"
                fill="var(--accent-soft)"
                stroke="var(--accent)"
              />
            )}
            {labelled && (
              <>
                <text x={index * width + width / 2} y="8">
                  {weekday}
                </text>
                <text x={index * width + width / 2} y="42" className={left > 0 ? 'ahead' : undefined}>
                  {number}
                </text>
              </>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** Minutes of each kind by day of the viewer's zone, in quarters of an hour. */
function daysOf(intervals: readonly Interval[]): Day[] {
  const days = new Map<string, Day>()
  for (const { kind, from, to } of intervals) {
    const end = new Date(to).getTime()
    for (let at = new Date(from).getTime(); at < end; at += step) {
      const date = new Date(at)
      const key = dayKey(date)
      const day = days.get(key) ?? { key, date, counted: 0, paused: 0, stillToRun: 0 }
      days.set(key, day)
      if (kind === 'counted' || kind === 'paused' || kind === 'stillToRun')
        day[kind] += Math.min(step, end - at) / 60_000
    }
  }
  return [...days.values()]
}
