// The net promoter score, all together and by region: who recommends, who is between, who does not.
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { ChartCard } from './ChartCard.tsx'
import { countText } from './figure-text.ts'
import { type ShareRow, shareBars } from './share-bars.tsx'

interface PromotersProps {
  analysis: NonNullable<SatisfactionData['satisfaction']>
  regions: SatisfactionData['regions']
  open: (regionId: string | null) => void
}

export function Promoters({ analysis, regions, open }: PromotersProps) {
  const { t } = useTranslation()
  const [whole] = analysis.allPromoters
  const nameOf = (id: string | null) => regions.find((one) => one.id === id)?.name ?? t('satisfaction.allAnswers')
  if (!whole) return null
  const figures = [...analysis.allPromoters, ...analysis.promoters]
  const bars = figures.map(
    ({ regionId, n, score, promoters, passives, detractors }): ShareRow => ({
      key: regionId ?? 'all',
      name: nameOf(regionId),
      whole: regionId === null,
      parts: score === null ? null : [promoters ?? 0, passives ?? 0, detractors ?? 0],
      figure: score === null ? '–' : scoreText(score),
      n: countText(n),
      open: () => open(regionId),
    }),
  )
  const title =
    whole.score === null
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
      rows={bars.map((bar) => ({
        key: bar.key,
        cells: [bar.name, bar.figure, ...(bar.parts ?? [null, null, null]), bar.n],
        open: bar.open,
      }))}
      chart={shareBars(bars)}
    />
  )
}

function scoreText(score: number): string {
  const rounded = Math.round(score)
  return rounded > 0 ? `+${rounded}` : `${rounded}`.replace('-', '−')
}
