// A clock in one line: its sign, its name and the time left. Each state has a shape of its own besides its colour.
import type { ClockView } from './clock-view.ts'

export function Clock({ name, view }: { name?: string; view: ClockView }) {
  return (
    <span className={`clock ${view.look}`}>
      <ClockSign {...view} />
      {name && (
        <span className="name" dir="auto">
          {name}
        </span>
      )}
      <span className="time">{view.time}</span>
    </span>
  )
}

export function ClockSign({ look, share }: Pick<ClockView, 'look' | 'share'>) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {look === 'over' ? (
        <>
          <path d="M8 .5L15.5 8 8 15.5.5 8z" fill="currentColor" />
          <path d="M8 4.5v4M8 10.8v.4" stroke="var(--surface)" strokeWidth="1.8" strokeLinecap="round" />
        </>
      ) : (
        <>
          <circle
            cx="8"
            cy="8"
            r="6.8"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeDasharray={look === 'paused' ? '3 2.3' : undefined}
          />
          <path {...insides[look === 'soon' ? 'running' : look](share)} />
        </>
      )}
    </svg>
  )
}

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

const insides = {
  running: (share: number) => ({ d: pie(share), fill: 'currentColor' }),
  paused: () => ({ d: 'M6.4 5.6v4.8M9.6 5.6v4.8', ...line }),
  met: () => ({ d: 'M5 8.2l2.1 2.1L11 6', ...line }),
}

/** The used part as a slice that begins at the top and grows clockwise. */
function pie(share: number): string {
  const part = Math.min(Math.max(share, 0.04), 0.999)
  const angle = part * 2 * Math.PI
  const x = 8 + 4.5 * Math.sin(angle)
  const y = 8 - 4.5 * Math.cos(angle)
  return `M8 8V3.5A4.5 4.5 0 ${part > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}z`
}
