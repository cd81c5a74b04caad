// The bars of the Pareto as a drawing of its own, to be saved.
import type { Picture } from '../parts/PictureLinks.tsx'
import { percent } from './figures-text.ts'

interface Bar {
  key: string
  name: string
  n: number
  cumulative: number
}

const ROW = 26
const WIDTH = 720
const from = 230
const room = 340

/** The few that make up four fifths are filled, the others framed; a tick stands at the share of all down to there. */
export function paretoPicture(title: string, bars: readonly Bar[], most: number): Picture {
  const few = bars.findIndex(({ cumulative }) => cumulative >= 0.8)
  return {
    width: WIDTH,
    height: bars.length * ROW + 44,
    drawing: (
      <>
        <text x={0} y={18} style={{ font: '600 14px var(--f)' }}>
          {title}
        </text>
        {bars.map(({ key, name, n, cumulative }, index) => {
          const y = 34 + index * ROW
          const look =
            index <= few ? { fill: 'light-dark(#4b65cf, #7f97f0)' } : { fill: 'none', stroke: 'var(--ink-3)' }
          const tick = from + cumulative * room
          return (
            <g key={key}>
              <text x={0} y={y + 15}>
                {name}
              </text>
              <rect x={from} y={y + 3} width={(n / most) * room} height={14} style={look} />
              <line x1={tick} x2={tick} y1={y} y2={y + 20} style={{ stroke: 'var(--ink-2)', strokeWidth: 2 }} />
              <text x={640} y={y + 15} style={{ textAnchor: 'end' }}>
                {n}
              </text>
              <text x={WIDTH} y={y + 15} style={{ textAnchor: 'end', fill: 'var(--ink-3)' }}>
                {percent(cumulative)}
              </text>
            </g>
          )
        })}
      </>
    ),
  }
}
