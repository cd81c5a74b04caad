// Who answered, region by region, and how much of the market they buy: what respondents buy fills the bar of the market.
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { percent } from '../management/figures-text.ts'
import { decimal } from '../words/dates.ts'
import { ChartCard } from './ChartCard.tsx'
import { countText } from './figure-text.ts'
import { RowTarget } from './RowTarget.tsx'

interface CoverageProps {
  analysis: NonNullable<SatisfactionData['satisfaction']>
  regions: SatisfactionData['regions']
  open: (regionId: string | null) => void
}

const WIDTH = 560
const ROW = 40
const [FROM, TO] = [130, 400] as const

export function Coverage({ analysis, regions, open }: CoverageProps) {
  const { t } = useTranslation()
  const [total] = analysis.total
  const kilotonnes = (value: number | null | undefined) => (value == null ? null : decimal(String(value), 0))
  const title =
    total?.coverage == null || total.kilotonnes === 0
      ? t('satisfaction.respondents')
      : t('satisfaction.coverageFinding', { share: percent(total.coverage) })
  const rows = analysis.respondents.map((one) => ({
    // Who answered without a volume covers nothing that is known.
    one: one.kilotonnes === 0 ? { ...one, kilotonnes: null, coverage: null } : one,
    name: regions.find(({ id }) => id === one.regionId)?.name ?? t('satisfaction.allAnswers'),
  }))
  const widest = Math.max(0, ...rows.flatMap(({ one }) => [one.market ?? 0, one.kilotonnes ?? 0]))
  const x = (value: number) => (value / widest) * (TO - FROM)
  return (
    <ChartCard
      title={title}
      measure={t('satisfaction.coverageMeasure')}
      heads={[
        t('satisfaction.region'),
        t('satisfaction.answers'),
        t('satisfaction.share'),
        t('satisfaction.bought'),
        t('satisfaction.market'),
        t('satisfaction.coverage'),
      ]}
      rows={rows.map(({ one, name }) => ({
        key: one.regionId ?? 'all',
        cells: [
          name,
          one.respondents,
          percent(one.share),
          kilotonnes(one.kilotonnes),
          kilotonnes(one.market),
          one.coverage === null ? null : percent(one.coverage),
        ],
        open: () => open(one.regionId),
      }))}
      chart={
        widest === 0
          ? undefined
          : {
              width: WIDTH,
              height: rows.length * ROW + 4,
              drawing: rows.map(({ one, name }, index) => (
                <RowTarget
                  key={one.regionId ?? 'all'}
                  label={`${name} ${one.coverage === null ? '–' : percent(one.coverage)}`}
                  y={index * ROW}
                  height={ROW}
                  open={() => open(one.regionId)}
                >
                  <text x={0} y={index * ROW + 25}>
                    {name}
                  </text>
                  {one.market !== null && (
                    <rect className="free" x={FROM} y={index * ROW + 10} width={x(one.market)} height={20} />
                  )}
                  {one.kilotonnes !== null && (
                    <rect className="solid" x={FROM} y={index * ROW + 10} width={x(one.kilotonnes)} height={20} />
                  )}
                  <text className="strong end" x={460} y={index * ROW + 25}>
                    {one.coverage === null ? '–' : percent(one.coverage)}
                  </text>
                  <text className="quiet" x={472} y={index * ROW + 25}>
                    {countText(one.respondents)}
                  </text>
                </RowTarget>
              )),
            }
      }
    />
  )
}
