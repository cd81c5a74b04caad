// One indicator as two bars from nought, ours filled, theirs hatched, and the target as a line across.
import { useId } from 'react'

interface ComparisonBarsProps {
  ours: string | null
  theirs: string
  target: string | null
}

const width = 150

/** The table beside it says the same in figures. */
export function ComparisonBars({ ours, theirs, target }: ComparisonBarsProps) {
  const hatch = useId()
  const most = Math.max(...[ours, theirs, target].map((value) => Math.abs(Number(value ?? 0))), Number.MIN_VALUE)
  const long = (value: string | null) => (Math.abs(Number(value ?? 0)) / most) * width
  const at = target === null ? null : long(target)
  return (
    <svg className="comparison-bars" viewBox={`0 0 ${width + 4} 24`} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.5" height="4" fill="var(--ink-2)" />
        </pattern>
      </defs>
      <rect x="1" y="3" width={long(ours)} height="8" fill="var(--accent)" />
      <rect x="1" y="13" width={long(theirs)} height="8" fill={`url(#${hatch})`} stroke="var(--ink-2)" />
      {at !== null && <path d={`M${at + 1} 0v24`} stroke="var(--ink)" strokeWidth="1.5" strokeDasharray="3 2" />}
    </svg>
  )
}
