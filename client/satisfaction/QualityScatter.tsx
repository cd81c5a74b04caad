// Satisfaction against one measure of quality, a point for each product or region, with the coefficient that the points allow.
import { useTranslation } from 'react-i18next'
import type { SatisfactionByQualityData } from '../generated/explained.ts'
import { ChartCard } from './ChartCard.tsx'
import { boundsText, changeText, countText, markText } from './figure-text.ts'
import { RowTarget } from './RowTarget.tsx'
import { roundAxis } from './scale.ts'

type ByQuality = NonNullable<SatisfactionByQualityData['satisfactionByQuality']>
export type QualityPoint = ByQuality['points'][number]

interface QualityScatterProps {
  /** What is held against satisfaction. */
  measure: 'conformity' | 'claims'
  byQuality: ByQuality
  head: string
  open: (point: QualityPoint) => void
}

export function QualityScatter({ measure, byQuality, head, open }: QualityScatterProps) {
  const { t } = useTranslation()
  const of = ({ conformity, claimsPer1000 }: QualityPoint) =>
    measure === 'claims' ? claimsPer1000 : conformity === null ? null : conformity * 100
  const text = (value: number | null) => (measure === 'claims' ? markText(value) : percentText(value))
  const { points } = byQuality
  const correlation = byQuality[measure]
  const placed = points.flatMap((point) => {
    const value = of(point)
    return value === null || point.satisfaction === null ? [] : [{ point, value, mark: point.satisfaction }]
  })
  const across = roundAxis(
    placed.map(({ value }) => value),
    60,
    540,
  )
  const up = roundAxis(
    placed.map(({ mark }) => mark),
    300,
    24,
  )
  const sure = correlation?.interval && correlation.interval.low * correlation.interval.high > 0
  const title = sure
    ? t(`explained.${measure}${correlation.r > 0 ? 'Rises' : 'Falls'}`)
    : t(`explained.${measure}Unsure`)
  const coefficient = correlation
    ? t('explained.coefficient', {
        r: changeText(correlation.r),
        n: correlation.n,
        interval: boundsText(correlation.interval),
      })
    : t('explained.tooFewPoints')
  return (
    <ChartCard
      title={title}
      measure={`${t(`explained.${measure}Measure`)} ${coefficient}`}
      heads={[
        head,
        t('satisfaction.satisfactionHead'),
        'n',
        t('explained.conformity'),
        t('explained.lots'),
        t('explained.claimsRate'),
        t('explained.claims'),
        t('explained.tonnes'),
      ]}
      rows={points.map((point) => ({
        key: point.key,
        cells: [
          point.name,
          markText(point.satisfaction),
          countText(point.n),
          point.conformity === null ? null : percentText(point.conformity * 100),
          point.lots,
          point.claimsPer1000 === null ? null : markText(point.claimsPer1000),
          point.claims,
          Math.round(point.tonnes),
        ],
        open: () => open(point),
      }))}
      chart={
        placed.length === 0
          ? undefined
          : {
              width: 560,
              height: 348,
              drawing: (
                <>
                  <line className="axis" x1={60} x2={540} y1={300} y2={300} />
                  <line className="axis" x1={60} x2={60} y1={24} y2={300} />
                  {across.ticks.map((tick) => (
                    <text key={tick} className="tick mid" x={across.x(tick)} y={318}>
                      {text(tick)}
                    </text>
                  ))}
                  {up.ticks.map((tick) => (
                    <g key={tick}>
                      <line className="grid" x1={60} x2={540} y1={up.x(tick)} y2={up.x(tick)} />
                      <text className="tick end" x={52} y={up.x(tick) + 4}>
                        {markText(tick)}
                      </text>
                    </g>
                  ))}
                  {labelled(placed, across.x, up.x).map(({ point, value, mark, said }) => {
                    const [x, y, onLeft] = [across.x(value), up.x(mark), across.x(value) > 380]
                    return (
                      <RowTarget
                        key={point.key}
                        label={`${point.name}: ${text(value)}, ${markText(mark)}`}
                        x={x - 12}
                        y={y - 12}
                        width={24}
                        height={24}
                        open={() => open(point)}
                      >
                        <title>{`${point.name}: ${text(value)}, ${markText(mark)}, ${countText(point.n)}`}</title>
                        <circle className="free" cx={x} cy={y} r={5} />
                        {said && (
                          <text className={onLeft ? 'end' : undefined} x={x + (onLeft ? -10 : 10)} y={y + 4}>
                            {`${point.name}${point.n < 5 ? ' △' : ''}`}
                          </text>
                        )}
                      </RowTarget>
                    )
                  })}
                  <text className="quiet mid" x={300} y={340}>
                    {t(measure === 'claims' ? 'explained.claimsRate' : 'explained.conformity')}
                  </text>
                </>
              ),
            }
      }
    />
  )
}

function percentText(value: number | null): string {
  return value === null ? '–' : `${Number(value.toFixed(1))} %`
}

interface Placed {
  point: QualityPoint
  value: number
  mark: number
}

/** A name is written where no other stands in its way; the others are told on pressing, and in the table. */
function labelled(placed: readonly Placed[], x: (value: number) => number, y: (mark: number) => number) {
  const taken: { from: number; to: number; at: number }[] = []
  return placed.map((one) => {
    const [px, at] = [x(one.value), y(one.mark)]
    const width = one.point.name.length * 7.2 + 14
    const [from, to] = px > 380 ? [px - width, px + 8] : [px - 8, px + width]
    const said = !taken.some((other) => Math.abs(other.at - at) < 14 && from < other.to && to > other.from)
    taken.push(said ? { from, to, at } : { from: px - 8, to: px + 8, at })
    return { ...one, said }
  })
}
