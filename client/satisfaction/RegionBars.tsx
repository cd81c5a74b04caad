// The general level of each region with its interval, the highest first.
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { ChartCard } from './ChartCard.tsx'
import { boundsText, countText, markText } from './figure-text.ts'
import { RowTarget } from './RowTarget.tsx'
import { regionMap } from './region-map.tsx'
import { axisOf } from './scale.ts'

type Analysis = NonNullable<SatisfactionData['satisfaction']>
type Level = Analysis['regional'][number]

interface RegionBarsProps {
  analysis: Analysis
  regions: SatisfactionData['regions']
  threshold: number
  open: (regionId: string | null) => void
}

const WIDTH = 560
const ROW = 40

export function RegionBars({ analysis, regions, threshold, open }: RegionBarsProps) {
  const { t } = useTranslation()
  const nameOf = (id: string | null) => regions.find((one) => one.id === id)?.name ?? t('satisfaction.allAnswers')
  const ranked = analysis.regional.toSorted((a, b) => (b.mean ?? -1) - (a.mean ?? -1))
  const levels = [...analysis.all, ...ranked]
  const silent = regions.filter(({ id }) => !ranked.some(({ regionId }) => regionId === id))
  const [first] = levels
  const below = ranked.filter(({ mean }) => mean !== null && mean < threshold)
  const title = below.length
    ? t('satisfaction.regionsBelow', { count: below.length, threshold: markText(threshold) })
    : t('satisfaction.regionsAbove', { threshold: markText(threshold) })
  const rows = levels.map((one) => ({
    key: one.regionId ?? 'all',
    cells: [nameOf(one.regionId), markText(one.mean), boundsText(one.interval), countText(one.n)],
    open: () => open(one.regionId),
  }))
  const none = silent.map(({ id, name }) => ({
    key: id,
    cells: [name, '–', t('satisfaction.noAnswers'), countText(0)],
  }))
  if (!first) return null
  const axis = axisOf(first.scaleMin, first.scaleMax, 130, 400)
  const height = (levels.length + silent.length) * ROW + 40
  const place = (index: number) => index * ROW + 8
  return (
    <ChartCard
      title={title}
      measure={t('satisfaction.regionMeasure', { min: first.scaleMin, max: first.scaleMax })}
      heads={[t('satisfaction.region'), t('satisfaction.mean'), t('satisfaction.interval'), 'n']}
      rows={[...rows, ...none]}
      map={regionMap(regions, analysis.regional, threshold, open)}
      chart={{
        width: WIDTH,
        height,
        drawing: (
          <>
            {axis.ticks.map((tick) => (
              <g key={tick}>
                <line className="grid" x1={axis.x(tick)} x2={axis.x(tick)} y1={0} y2={height - 28} />
                <text className="tick mid" x={axis.x(tick)} y={height - 10}>
                  {tick}
                </text>
              </g>
            ))}
            {levels.map((one, index) => (
              <RowTarget
                key={one.regionId ?? 'all'}
                label={`${nameOf(one.regionId)} ${markText(one.mean)}`}
                y={index * ROW}
                height={ROW}
                open={() => open(one.regionId)}
              >
                <text className={index < analysis.all.length ? 'strong' : undefined} x={0} y={place(index) + 17}>
                  {nameOf(one.regionId)}
                </text>
                <Bar level={one} axis={axis} y={place(index)} />
                <text className="strong end" x={470} y={place(index) + 17}>
                  {markText(one.mean)}
                </text>
                <text className="quiet" x={482} y={place(index) + 17}>
                  {countText(one.n)}
                </text>
              </RowTarget>
            ))}
            {silent.map(({ id, name }, index) => (
              <g key={id}>
                <text x={0} y={place(levels.length + index) + 17}>
                  {name}
                </text>
                <text className="quiet" x={axis.x(first.scaleMin)} y={place(levels.length + index) + 17}>
                  {t('satisfaction.noAnswers')}
                </text>
              </g>
            ))}
            <line className="limit" x1={axis.x(threshold)} x2={axis.x(threshold)} y1={0} y2={height - 28} />
          </>
        ),
      }}
    />
  )
}

function Bar({ level, axis, y }: { level: Level; axis: ReturnType<typeof axisOf>; y: number }) {
  const { mean, interval, scaleMin, n } = level
  if (mean === null) return null
  return (
    <>
      <rect className="soft" x={axis.x(scaleMin)} y={y + 2} width={axis.x(mean) - axis.x(scaleMin)} height={20} />
      {interval && (
        <line
          className={n < 3 ? 'bounds unsure' : 'bounds'}
          x1={axis.x(interval.low)}
          x2={axis.x(interval.high)}
          y1={y + 12}
          y2={y + 12}
        />
      )}
      <circle className="dot" cx={axis.x(mean)} cy={y + 12} r={4.5} />
    </>
  )
}
