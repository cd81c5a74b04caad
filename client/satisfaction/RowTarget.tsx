// A row of a drawing that leads to the answers behind it, by press and by key.
import type { ReactNode } from 'react'

interface RowTargetProps {
  label: string
  y: number
  height: number
  open: () => void
  x?: number
  width?: number
  children: ReactNode
}

export function RowTarget({ label, y, height, open, x = 0, width = 560, children }: RowTargetProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing knows no button
    <g
      className="row-target"
      role="button"
      tabIndex={0}
      aria-label={label}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        open()
      }}
    >
      <rect className="row-back" x={x} y={y} width={width} height={height} rx={4} />
      {children}
    </g>
  )
}
