// One tick per phase: filled is passed, tall is now, thin is to come. The word stands beside it.
interface SmallPathProps {
  phases: number
  /** Place of the current phase, from 0. */
  at: number
}

export function SmallPath({ phases, at }: SmallPathProps) {
  const width = phases * 6
  return (
    <svg className="small-path" width={width} height="14" viewBox={`0 0 ${width} 14`} aria-hidden="true">
      {Array.from({ length: phases }, (_, index) => {
        const [y, height, fill] = index === at ? now : index < at ? passed : ahead
        // biome-ignore lint/suspicious/noArrayIndexKey: ticks have no identity but their place
        return <rect key={index} x={index * 6} y={y} width="4.5" height={height} rx="1" fill={fill} />
      })}
    </svg>
  )
}

const now = [0, 14, 'var(--accent)'] as const
const passed = [5, 4, 'var(--ink-3)'] as const
const ahead = [6, 2, 'var(--line-2)'] as const
