// What customers say against what the works thinks they say: two marks on one line for each item, the distance told at the end.
import { useTranslation } from 'react-i18next'
import type { SatisfactionExplainedData } from '../generated/explained.ts'
import { ChartCard } from './ChartCard.tsx'
import { changeText, countText, markText } from './figure-text.ts'
import { RowTarget } from './RowTarget.tsx'
import { axisOf } from './scale.ts'

type Row = NonNullable<SatisfactionExplainedData['satisfaction']>['perception'][number]

const ROW = 32

export function PerceptionDots({ rows, open }: { rows: readonly Row[]; open: (item: string | null) => void }) {
  const { t } = useTranslation()
  const whole = rows.find(({ item }) => item === null)
  const nameOf = ({ name }: Row) => name ?? t('satisfaction.allIndicators')
  const title =
    whole?.gap == null
      ? t('explained.perception')
      : t(whole.gap > 0 ? 'explained.thinksBetter' : 'explained.thinksWorse', { gap: markText(Math.abs(whole.gap)) })
  const axis = axisOf(1, 5, 190, 450)
  const height = rows.length * ROW + 36
  return (
    <ChartCard
      title={title}
      measure={t('explained.perceptionMeasure')}
      heads={[t('satisfaction.indicator'), t('explained.customers'), t('explained.staff'), t('satisfaction.gap'), 'n']}
      rows={rows.map((row) => ({
        key: row.item ?? 'all',
        cells: [
          nameOf(row),
          markText(row.customers),
          markText(row.staff),
          changeText(row.gap),
          `${countText(row.n)} / ${countText(row.staffN)}`,
        ],
        open: () => open(row.item),
      }))}
      chart={
        whole && {
          width: 560,
          height,
          drawing: (
            <>
              {axis.ticks.map((tick) => (
                <g key={tick}>
                  <line className="grid" x1={axis.x(tick)} x2={axis.x(tick)} y1={0} y2={height - 26} />
                  <text className="tick mid" x={axis.x(tick)} y={height - 8}>
                    {tick}
                  </text>
                </g>
              ))}
              {rows.map((row, index) => (
                <RowTarget
                  key={row.item ?? 'all'}
                  label={`${nameOf(row)} ${changeText(row.gap)}`}
                  y={index * ROW}
                  height={ROW}
                  open={() => open(row.item)}
                >
                  <Pair row={row} name={nameOf(row)} x={axis.x} y={index * ROW + 16} />
                </RowTarget>
              ))}
            </>
          ),
        }
      }
    />
  )
}

function Pair({ row, name, x, y }: { row: Row; name: string; x: (mark: number) => number; y: number }) {
  const { customers, staff, gap } = row
  return (
    <>
      <text className={row.item === null ? 'strong' : undefined} x={0} y={y + 4}>
        {name.length > 27 ? `${name.slice(0, 26)}…` : name}
      </text>
      {customers !== null && staff !== null && (
        <>
          <line className="bounds" x1={x(customers)} x2={x(staff)} y1={y} y2={y} />
          <circle className="dot" cx={x(customers)} cy={y} r={5} />
          <path className="free" d={`M${x(staff)} ${y - 6}l6 6l-6 6l-6-6z`} />
        </>
      )}
      <text className={(gap ?? 0) > 0.5 ? 'alarm end' : 'end'} x={556} y={y + 4}>
        {changeText(gap)}
      </text>
    </>
  )
}
