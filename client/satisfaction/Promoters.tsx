// The net promoter score, all together and by region.
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { ChartCard } from './ChartCard.tsx'
import { countText } from './figure-text.ts'

interface PromotersProps {
  analysis: NonNullable<SatisfactionData['satisfaction']>
  regions: SatisfactionData['regions']
  open: () => void
}

export function Promoters({ analysis, regions, open }: PromotersProps) {
  const { t } = useTranslation()
  const [whole] = analysis.allPromoters
  const nameOf = (id: string | null) => regions.find((one) => one.id === id)?.name ?? t('satisfaction.allAnswers')
  const title =
    whole?.score == null
      ? t('satisfaction.promoters')
      : t('satisfaction.promoterFinding', { score: scoreText(whole.score) })
  return (
    <ChartCard
      title={title}
      measure={t('satisfaction.promoterMeasure')}
      heads={[
        t('satisfaction.region'),
        'NPS',
        t('satisfaction.promotersHead'),
        t('satisfaction.passives'),
        t('satisfaction.detractors'),
        'n',
      ]}
      rows={[...analysis.allPromoters, ...analysis.promoters].map((one) => ({
        key: one.regionId ?? 'all',
        cells: [
          nameOf(one.regionId),
          one.score === null ? null : scoreText(one.score),
          one.promoters,
          one.passives,
          one.detractors,
          countText(one.n),
        ],
        open,
      }))}
    />
  )
}

function scoreText(score: number): string {
  const rounded = Math.round(score)
  return rounded > 0 ? `+${rounded}` : `${rounded}`.replace('-', '−')
}
