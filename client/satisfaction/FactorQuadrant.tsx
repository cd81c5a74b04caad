// What decides a purchase against how content people are with it; the order that respondents gave stands in the table.
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { percent } from '../management/figures-text.ts'
import { ChartCard } from './ChartCard.tsx'
import { countText, markText } from './figure-text.ts'
import { axisOf } from './scale.ts'

type Factor = NonNullable<SatisfactionData['satisfaction']>['factors'][number]

export function FactorQuadrant({ factors, threshold }: { factors: readonly Factor[]; threshold: number }) {
  const { t } = useTranslation()
  const first = factors.filter(({ quadrant }) => quadrant === 'improveFirst')
  const title = first.length
    ? t('satisfaction.improveFirst', { items: first.map(({ name }) => name).join(', ') })
    : t('satisfaction.factors')
  const placed = factors.filter(({ chosen, satisfaction }) => (chosen ?? 0) > 0 && satisfaction !== null)
  const x = axisOf(1, 5, 60, 540)
  const y = (share: number) => 320 - share * 290
  const limit = { x: x.x(threshold), y: y(0.5) }
  return (
    <ChartCard
      title={title}
      measure={t('satisfaction.factorMeasure', { n: countText(factors[0]?.n ?? 0) })}
      heads={[
        t('satisfaction.factor'),
        t('satisfaction.importance'),
        t('satisfaction.satisfactionHead'),
        t('satisfaction.quadrant'),
        t('satisfaction.meanRank'),
        t('satisfaction.place'),
      ]}
      rows={factors.map((one) => ({
        key: one.factor,
        cells: [
          one.name,
          one.importance === null ? null : percent(one.importance),
          markText(one.satisfaction),
          one.quadrant && t(`satisfaction.quadrants.${one.quadrant}`),
          markText(one.meanRank),
          one.place,
        ],
      }))}
      chart={
        placed.length === 0
          ? undefined
          : {
              width: 560,
              height: 360,
              drawing: (
                <>
                  <rect className="improve" x={60} y={30} width={limit.x - 60} height={limit.y - 30} />
                  <text className="alarm" x={66} y={26}>
                    {t('satisfaction.quadrants.improveFirst')}
                  </text>
                  <text className="quiet end" x={540} y={26}>
                    {t('satisfaction.quadrants.keepUp')}
                  </text>
                  <text className="quiet" x={66} y={314}>
                    {t('satisfaction.quadrants.watch')}
                  </text>
                  <text className="quiet end" x={540} y={314}>
                    {t('satisfaction.quadrants.enough')}
                  </text>
                  <line className="axis" x1={60} x2={540} y1={320} y2={320} />
                  <line className="axis" x1={60} x2={60} y1={30} y2={320} />
                  <line className="limit" x1={limit.x} x2={limit.x} y1={30} y2={320} />
                  <line className="limit" x1={60} x2={540} y1={limit.y} y2={limit.y} />
                  {[0, 0.5, 1].map((share) => (
                    <text key={share} className="tick end" x={52} y={y(share) + 4}>
                      {percent(share)}
                    </text>
                  ))}
                  {x.ticks.map((tick) => (
                    <text key={tick} className="tick mid" x={x.x(tick)} y={338}>
                      {tick}
                    </text>
                  ))}
                  {placed.map((one) => (
                    <Point key={one.factor} factor={one} x={x.x(one.satisfaction ?? 1)} y={y(one.importance ?? 0)} />
                  ))}
                  <text className="quiet mid" x={300} y={356}>
                    {t('satisfaction.satisfactionHead')}
                  </text>
                </>
              ),
            }
      }
    />
  )
}

function Point({ factor, x, y }: { factor: Factor; x: number; y: number }) {
  const urgent = factor.quadrant === 'improveFirst'
  const onLeft = x > 380
  return (
    <>
      {urgent ? (
        <path className="urgent" d={`M${x} ${y - 6}l6 6l-6 6l-6-6z`} />
      ) : (
        <circle className="free" cx={x} cy={y} r={5} />
      )}
      <text className={`${urgent ? 'strong' : ''} ${onLeft ? 'end' : ''}`} x={x + (onLeft ? -10 : 10)} y={y + 4}>
        {factor.name}
      </text>
    </>
  )
}
