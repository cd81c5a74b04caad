// Which indicators go with the willingness to recommend: the coefficient of each with its interval, the strongest first.
import { useTranslation } from 'react-i18next'
import type { SatisfactionExplainedData } from '../generated/explained.ts'
import { ChartCard } from './ChartCard.tsx'
import { boundsText, changeText, countText } from './figure-text.ts'
import { RowTarget } from './RowTarget.tsx'
import { axisOf } from './scale.ts'

type Driver = NonNullable<SatisfactionExplainedData['satisfaction']>['drivers'][number]

const ROW = 32
const ticks = [-1, -0.5, 0, 0.5, 1]

export function DriverBars({ drivers, open }: { drivers: readonly Driver[]; open: (item: string) => void }) {
  const { t } = useTranslation()
  const sure = drivers.filter(({ interval }) => interval && interval.low > 0)
  const title = sure[0] ? t('explained.driverFinding', { item: sure[0].name }) : t('explained.noDriver')
  const { x } = axisOf(-1, 1, 190, 470)
  const height = drivers.length * ROW + 36
  return (
    <ChartCard
      title={title}
      measure={t('explained.driverMeasure')}
      heads={[t('satisfaction.indicator'), 'r', t('satisfaction.interval'), 'n']}
      rows={drivers.map(({ item, name, r, interval, n }) => ({
        key: item,
        cells: [name, changeText(r), boundsText(interval), countText(n)],
        open: () => open(item),
      }))}
      chart={{
        width: 560,
        height,
        drawing: (
          <>
            {ticks.map((tick) => (
              <g key={tick}>
                <line className={tick === 0 ? 'axis' : 'grid'} x1={x(tick)} x2={x(tick)} y1={0} y2={height - 26} />
                <text className="tick mid" x={x(tick)} y={height - 8}>
                  {tick === 0 ? '0' : changeText(tick)}
                </text>
              </g>
            ))}
            {drivers.map(({ item, name, r, interval, n }, index) => (
              <RowTarget
                key={item}
                label={`${name} ${changeText(r)}`}
                y={index * ROW}
                height={ROW}
                open={() => open(item)}
              >
                <text className={interval && interval.low > 0 ? 'strong' : undefined} x={0} y={index * ROW + 20}>
                  {name.length > 27 ? `${name.slice(0, 26)}…` : name}
                </text>
                {interval && (
                  <line
                    className="bounds"
                    x1={x(interval.low)}
                    x2={x(interval.high)}
                    y1={index * ROW + 16}
                    y2={index * ROW + 16}
                  />
                )}
                <circle className="dot" cx={x(r)} cy={index * ROW + 16} r={4.5} />
                <text className="strong end" x={514} y={index * ROW + 20}>
                  {changeText(r)}
                </text>
                <text className="quiet" x={520} y={index * ROW + 20}>
                  {countText(n)}
                </text>
              </RowTarget>
            ))}
          </>
        ),
      }}
    />
  )
}
