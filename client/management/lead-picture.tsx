// The map with its heat as a drawing of its own, to be saved.
import type { DiagramRegion } from '../../schema/diagram.ts'
import type { Picture } from '../parts/PictureLinks.tsx'

export function leadPicture(
  title: string,
  { width, height, states, edges }: DiagramRegion,
  nameOf: (state: string) => string,
  figures: ReadonlyMap<string, { text: string; strength: number }>,
): Picture {
  return {
    width: Math.max(width, 480),
    height: height + 28,
    drawing: (
      <>
        <text x={8} y={18} style={{ font: '600 14px var(--f)' }}>
          {title}
        </text>
        <g transform="translate(0 28)">
          {edges.map(({ from, to, points }) => (
            <polyline
              key={`${from} ${to}`}
              points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
              style={{ fill: 'none', stroke: 'var(--line-2)' }}
            />
          ))}
          {states.map(({ state, x, y, width: wide, height: high }) => {
            const figure = figures.get(state)
            const fill = `color-mix(in srgb, #9db0f5 ${Math.round((figure?.strength ?? 0) * 100)}%, #ffffff)`
            return (
              <g key={state}>
                <rect x={x} y={y} width={wide} height={high} rx={6} style={{ fill, stroke: '#868b95' }} />
                <text x={x + wide / 2} y={y + high / 2 + 5} style={{ textAnchor: 'middle', fill: '#15171c' }}>
                  {nameOf(state)}
                </text>
                {figure && (
                  <text x={x + wide / 2} y={y - 6} style={{ textAnchor: 'middle', font: '500 12px var(--f)' }}>
                    {figure.text}
                  </text>
                )}
              </g>
            )
          })}
        </g>
      </>
    ),
  }
}
