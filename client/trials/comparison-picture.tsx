// The chart of target, ours and the competitor's by indicator: ours filled, theirs hatched, the target a dashed line across both.
import type { Picture } from '../parts/PictureLinks.tsx'

export interface ComparedLine {
  key: string
  indicator: string
  unit: string
  /** Which values are better, in words. */
  direction: string
  competitor: string
  iteration: number | null
  /** Both limits as they are written, and the one that bars are held against. */
  asked: string | null
  target: string | null
  ours: string | null
  theirs: string
  difference: string | null
  standing: { word: string; ours: boolean } | null
}

const ROW = 74
const WIDTH = 640
const from = 230
const room = 250

/** Every indicator has its own scale from nought, for their units differ. */
export function comparisonPicture(lines: readonly ComparedLine[], words: { target: string; ours: string }): Picture {
  return {
    width: WIDTH,
    height: lines.length * ROW + 8,
    drawing: (
      <>
        <defs>
          <pattern id="their-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" x2="0" y1="0" y2="6" style={{ stroke: 'var(--ink-2)', strokeWidth: 3 }} />
          </pattern>
        </defs>
        {lines.map((line, index) => (
          <Line key={line.key} line={line} words={words} y={index * ROW} />
        ))}
      </>
    ),
  }
}

interface LineProps {
  line: ComparedLine
  words: { target: string; ours: string }
  y: number
}

function Line({ line, words, y }: LineProps) {
  const { indicator, unit, direction, competitor, target, ours, theirs, difference, standing } = line
  const most = Math.max(...[target, ours, theirs].map((value) => Math.abs(Number(value ?? 0))), Number.MIN_VALUE)
  const long = (value: string | null) => (Math.abs(Number(value ?? 0)) / most) * room
  const at = target === null ? null : from + long(target)
  return (
    <g transform={`translate(0 ${y})`}>
      <text x={0} y={20} style={{ fontWeight: 600 }}>
        {short(`${indicator}, ${unit}`)}
      </text>
      <text x={0} y={38} style={quiet}>
        {short(direction)}
      </text>
      {target !== null && (
        <text x={0} y={54} style={quiet}>
          {short(`${words.target} ${target}`)}
        </text>
      )}
      <rect x={from} y={8} width={Math.max(1, long(ours))} height={16} style={{ fill: 'var(--accent)' }} />
      <text x={from + room + 8} y={20} style={{ fontSize: 12 }}>
        {ours ?? '–'} · {words.ours}
      </text>
      <rect
        x={from}
        y={32}
        width={Math.max(1, long(theirs))}
        height={16}
        style={{ fill: 'url(#their-hatch)', stroke: 'var(--ink-2)' }}
      />
      <text x={from + room + 8} y={44} style={{ fontSize: 12 }}>
        {theirs} · {competitor.length > 16 ? `${competitor.slice(0, 15)}…` : competitor}
      </text>
      {at !== null && (
        <line x1={at} x2={at} y1={3} y2={53} style={{ stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '4 3' }} />
      )}
      {standing && (
        <text
          x={from}
          y={64}
          style={{ fontSize: 12, fontWeight: 600, fill: standing.ours ? 'var(--ok)' : 'var(--danger)' }}
        >
          {standing.ours ? '▲' : '▼'} {standing.word} {difference}
        </text>
      )}
      <line x1={0} x2={WIDTH} y1={ROW - 2} y2={ROW - 2} style={{ stroke: 'var(--line)' }} />
    </g>
  )
}

const quiet = { fontSize: 12, fill: 'var(--ink-3)' }
function short(text: string): string {
  return text.length > 34 ? `${text.slice(0, 33)}…` : text
}
