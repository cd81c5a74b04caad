// The general level and the lowest indicators from wave to wave; an item joins where it kept its code.
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { ChartCard } from './ChartCard.tsx'
import { changeText, countText, markText } from './figure-text.ts'

type Point = NonNullable<SatisfactionData['satisfaction']>['trend'][number]

export function TrendLines({ trend, lowest }: { trend: readonly Point[]; lowest: readonly string[] }) {
  const { t } = useTranslation()
  const waves = [...new Map(trend.map((one) => [one.waveId, one])).values()].toSorted((a, b) =>
    a.opensAt.localeCompare(b.opensAt),
  )
  const shown = [null, ...lowest.slice(0, 2)].map((item) => trend.filter((one) => one.item === item))
  const values = shown.flat().flatMap(({ mean }) => (mean === null ? [] : [mean]))
  const [low, high] = [Math.floor(Math.min(...values) * 2) / 2, Math.ceil(Math.max(...values) * 2) / 2]
  const x = (waveId: string) =>
    40 + (waves.findIndex((one) => one.waveId === waveId) / Math.max(1, waves.length - 1)) * 320
  const y = (mean: number) => 200 - ((mean - low) / Math.max(0.5, high - low)) * 180
  const nameOf = (point: Point | undefined) => point?.name ?? t('satisfaction.allIndicators')
  const sure = trend.filter(({ p, waveId }) => p !== null && p < 0.05 && waveId === waves.at(-1)?.waveId)
  return (
    <ChartCard
      title={
        sure.length ? t('satisfaction.trendSure', { items: sure.map(nameOf).join(', ') }) : t('satisfaction.trendNone')
      }
      measure={t('satisfaction.trendMeasure')}
      heads={[
        t('satisfaction.indicator'),
        t('satisfaction.wave'),
        t('satisfaction.mean'),
        t('satisfaction.change'),
        'p',
        'n',
      ]}
      rows={trend.map((one) => ({
        key: `${one.item} ${one.waveId}`,
        cells: [nameOf(one), one.wave, markText(one.mean), changeText(one.change), markText(one.p), countText(one.n)],
      }))}
      chart={
        waves.length < 2 || values.length === 0
          ? undefined
          : {
              width: 560,
              height: 250,
              drawing: (
                <>
                  {[low, high].map((tick) => (
                    <g key={tick}>
                      <line className="grid" x1={40} x2={360} y1={y(tick)} y2={y(tick)} />
                      <text className="tick end" x={32} y={y(tick) + 4}>
                        {tick}
                      </text>
                    </g>
                  ))}
                  {waves.map((wave) => (
                    <text key={wave.waveId} className="tick mid" x={x(wave.waveId)} y={230}>
                      {wave.wave}
                    </text>
                  ))}
                  {shown.map((line, index) => {
                    const points = line.filter(({ mean }) => mean !== null)
                    const [newest] = points
                    return (
                      newest && (
                        <g key={newest.item ?? 'all'} className={`line line-${index}`}>
                          <polyline
                            points={points.map(({ waveId, mean }) => `${x(waveId)},${y(mean ?? 0)}`).join(' ')}
                          />
                          {points.map(({ waveId, mean }) => (
                            <circle key={waveId} cx={x(waveId)} cy={y(mean ?? 0)} r={4} />
                          ))}
                          <text x={372} y={y(newest.mean ?? 0) + 4}>
                            {`${markText(newest.mean)} ${nameOf(newest)}`}
                          </text>
                        </g>
                      )
                    )
                  })}
                </>
              ),
            }
      }
    />
  )
}
