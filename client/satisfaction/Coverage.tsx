// Who answered, region by region, and how much of the market they buy.
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { percent } from '../management/figures-text.ts'
import { decimal } from '../words/dates.ts'
import { ChartCard } from './ChartCard.tsx'

interface CoverageProps {
  analysis: NonNullable<SatisfactionData['satisfaction']>
  regions: SatisfactionData['regions']
}

export function Coverage({ analysis, regions }: CoverageProps) {
  const { t } = useTranslation()
  const [total] = analysis.total
  const kilotonnes = (value: number | null | undefined) => (value == null ? null : decimal(String(value), 0))
  const title =
    total?.coverage == null
      ? t('satisfaction.respondents')
      : t('satisfaction.coverageFinding', { share: percent(total.coverage) })
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
      rows={analysis.respondents.map((one) => ({
        key: one.regionId ?? 'all',
        cells: [
          regions.find(({ id }) => id === one.regionId)?.name ?? '',
          one.respondents,
          percent(one.share),
          kilotonnes(one.kilotonnes),
          kilotonnes(one.market),
          one.coverage === null ? null : percent(one.coverage),
        ],
      }))}
    />
  )
}
