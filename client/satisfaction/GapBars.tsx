// End users against wholesalers, the widest gap first: solid and hatched, the gap told at the end.
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { ChartCard } from './ChartCard.tsx'
import { changeText, countText, markText } from './figure-text.ts'
import { RowTarget } from './RowTarget.tsx'
import { axisOf } from './scale.ts'

type Gap = NonNullable<SatisfactionData['satisfaction']>['gaps'][number]

const ROW = 44
const consumers = ['endUser', 'wholesaler'] as const

interface GapBarsProps {
  gaps: readonly Gap[]
  threshold: number
  open: (item: string) => void
}

export function GapBars({ gaps, threshold, open }: GapBarsProps) {
  const { t } = useTranslation()
  const sorted = gaps.toSorted((a, b) => Math.abs(b.gap ?? 0) - Math.abs(a.gap ?? 0))
  const [first] = sorted
  if (!first) return null
  const { scaleMin = 1, scaleMax = 5 } = first.endUsers ?? first.wholesalers ?? {}
  const axis = axisOf(scaleMin, scaleMax, 190, 450)
  const height = sorted.length * ROW + 40
  const types = consumers.map((one) => t(`label.consumerType.${one}`))
  const title = first.over ? t('satisfaction.gapFinding', { item: first.name }) : t('satisfaction.noGap')
  return (
    <ChartCard
      title={title}
      measure={t('satisfaction.gapMeasure', { first: types[0], second: types[1] })}
      heads={[t('satisfaction.indicator'), ...types, t('satisfaction.gap'), 'n']}
      rows={sorted.map(({ item, name, endUsers, wholesalers, gap, over }) => ({
        key: item,
        cells: [
          name,
          markText(endUsers?.mean),
          markText(wholesalers?.mean),
          `${over ? '▼ ' : ''}${changeText(gap)}`,
          `${countText(endUsers?.n ?? 0)} / ${countText(wholesalers?.n ?? 0)}`,
        ],
        open: () => open(item),
      }))}
      chart={{
        width: 560,
        height,
        drawing: (
          <>
            <defs>
              <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line className="hatching" x1="0" x2="0" y1="0" y2="6" />
              </pattern>
            </defs>
            {axis.ticks.map((tick) => (
              <g key={tick}>
                <line className="grid" x1={axis.x(tick)} x2={axis.x(tick)} y1={0} y2={height - 28} />
                <text className="tick mid" x={axis.x(tick)} y={height - 10}>
                  {tick}
                </text>
              </g>
            ))}
            {sorted.map((gap, index) => (
              <g key={gap.item} transform={`translate(0 ${index * ROW})`}>
                <RowTarget label={`${gap.name} ${changeText(gap.gap)}`} y={0} height={ROW} open={() => open(gap.item)}>
                  <text className={gap.over ? 'strong' : undefined} x={0} y={24}>
                    {gap.name.length > 27 ? `${gap.name.slice(0, 26)}…` : gap.name}
                  </text>
                  <TypeBar mean={gap.endUsers?.mean ?? null} from={axis.x(scaleMin)} x={axis.x} y={4} look="solid" />
                  <TypeBar
                    mean={gap.wholesalers?.mean ?? null}
                    from={axis.x(scaleMin)}
                    x={axis.x}
                    y={21}
                    look="hatched"
                  />
                  <text className={gap.over ? 'alarm end' : 'quiet end'} x={556} y={24}>
                    {gap.over ? '▼ ' : ''}
                    {changeText(gap.gap)}
                  </text>
                </RowTarget>
              </g>
            ))}
            <line className="limit" x1={axis.x(threshold)} x2={axis.x(threshold)} y1={0} y2={height - 28} />
          </>
        ),
      }}
    />
  )
}

interface TypeBarProps {
  mean: number | null
  from: number
  x: (value: number) => number
  y: number
  look: 'solid' | 'hatched'
}

function TypeBar({ mean, from, x, y, look }: TypeBarProps) {
  if (mean === null) return null
  return (
    <>
      <rect className={look} x={from} y={y} width={Math.max(1, x(mean) - from)} height={14} />
      <text className="value" x={x(mean) + 5} y={y + 11}>
        {markText(mean)}
      </text>
    </>
  )
}
