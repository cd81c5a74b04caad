// Bars of three shares that make a whole, with the figure worked out of them behind: what speaks for us is full, what speaks against us is red.
import type { Picture } from '../parts/PictureLinks.tsx'
import { RowTarget } from './RowTarget.tsx'

export interface ShareRow {
  key: string
  name: string
  /** All others together. */
  whole: boolean
  /** How many for, between, and against; null where it may not be told. */
  parts: readonly [number, number, number] | null
  figure: string
  n: string
  open: () => void
}

const looks = ['solid', 'soft', 'against'] as const
const LONG = 18
const END = 420

export function shareBars(rows: readonly ShareRow[]): Picture {
  const above = rows.some(({ name }) => name.length > LONG)
  const [row, from] = above ? [56, 0] : [40, 130]
  const middle = above ? 38 : 25
  return {
    width: 560,
    height: rows.length * row + 4,
    drawing: rows.map(({ key, name, whole, parts, figure, n, open }, index) => (
      <g key={key} transform={`translate(0 ${index * row})`}>
        <RowTarget label={`${name} ${figure}`} y={0} height={row} open={open}>
          <text className={whole ? 'strong' : undefined} x={0} y={above ? 18 : middle}>
            {name.length > 64 ? `${name.slice(0, 63)}…` : name}
          </text>
          {parts && <Shares parts={parts} from={from} y={middle - 15} />}
          <text className="strong end" x={470} y={middle}>
            {figure}
          </text>
          <text className="quiet" x={482} y={middle}>
            {n}
          </text>
        </RowTarget>
      </g>
    )),
  }
}

function Shares({ parts, from, y }: { parts: readonly [number, number, number]; from: number; y: number }) {
  const total = parts[0] + parts[1] + parts[2]
  const width = (count: number) => (count / Math.max(1, total)) * (END - from)
  let x = from
  return looks.map((look, place) => {
    const count = parts[place] ?? 0
    const start = x
    x += width(count)
    if (count === 0) return null
    return (
      <g key={look}>
        <rect className={look} x={start} y={y} width={width(count)} height={20} />
        {width(count) > 22 && (
          <text className={`value mid on-${look}`} x={start + width(count) / 2} y={y + 14}>
            {count}
          </text>
        )}
      </g>
    )
  })
}
