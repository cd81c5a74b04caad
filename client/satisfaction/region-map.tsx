// Regions as tiles that lie to each other as on a map: level, number of answers, and a mark where the level is below its threshold.
import type { SatisfactionData } from '../generated/satisfaction.ts'
import type { Picture } from '../parts/PictureLinks.tsx'
import { countText, markText } from './figure-text.ts'
import { RowTarget } from './RowTarget.tsx'

type Level = NonNullable<SatisfactionData['satisfaction']>['regional'][number]

/** Column and row of regions that are known, west to east and north to south; others follow below. */
const places: Readonly<Record<string, readonly [column: number, row: number]>> = {
  europe: [0, 0],
  eastAsia: [3, 0],
  iran: [2, 1],
  middleEast: [1, 1],
}
const COLUMNS = 4
const [WIDTH, HEIGHT, SPACE] = [134, 92, 8] as const

export function regionMap(
  regions: SatisfactionData['regions'],
  levels: readonly Level[],
  threshold: number,
  open: (regionId: string) => void,
): Picture {
  let others = 0
  const tiles = regions.map(({ id, code, name }) => {
    const known = places[code]
    const [column, row] = known ?? [others % COLUMNS, 2 + Math.floor(others / COLUMNS)]
    if (!known) others += 1
    return { id, name, column, row, level: levels.find(({ regionId }) => regionId === id) }
  })
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1
  return {
    width: COLUMNS * (WIDTH + SPACE),
    height: rows * (HEIGHT + SPACE),
    drawing: tiles.map(({ id, name, column, row, level }) => {
      const [x, y] = [column * (WIDTH + SPACE) + 1, row * (HEIGHT + SPACE) + 1]
      const mean = level?.mean ?? null
      const below = mean !== null && mean < threshold
      return (
        <RowTarget
          key={id}
          label={`${name} ${markText(mean)}`}
          x={x}
          y={y}
          width={WIDTH}
          height={HEIGHT}
          open={() => open(id)}
        >
          <rect
            className={mean === null ? 'tile nothing' : below ? 'tile below' : 'tile'}
            x={x}
            y={y}
            width={WIDTH}
            height={HEIGHT}
            rx={6}
            style={{ fillOpacity: mean === null || !level ? 0 : shadeOf(mean, level) }}
          />
          <text x={x + 10} y={y + 22}>
            {name.length > 18 ? `${name.slice(0, 17)}…` : name}
          </text>
          <text className="tile-mean" x={x + 10} y={y + 56}>
            {markText(mean)}
          </text>
          {below && (
            <text className="alarm end" x={x + WIDTH - 10} y={y + 56}>
              {`▼ ${markText(threshold)}`}
            </text>
          )}
          <text className="quiet on-tile" x={x + 10} y={y + 80}>
            {countText(level?.n ?? 0)}
          </text>
        </RowTarget>
      )
    }),
  }
}

/** The higher the level, the fuller: from a tenth to the whole. */
function shadeOf(mean: number, { scaleMin, scaleMax }: Level): number {
  return 0.1 + 0.9 * ((mean - scaleMin) / Math.max(1, scaleMax - scaleMin))
}
