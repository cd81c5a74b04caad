// Questions answered by yes, partly or no: their shares in one bar each, and how far respondents agree.
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { percent } from '../management/figures-text.ts'
import { ChartCard } from './ChartCard.tsx'
import { countText } from './figure-text.ts'
import { type ShareRow, shareBars } from './share-bars.tsx'

interface AgreementBarsProps {
  agreements: NonNullable<SatisfactionData['satisfaction']>['agreements']
  open: (item: string | null) => void
}

export function AgreementBars({ agreements, open }: AgreementBarsProps) {
  const { t } = useTranslation()
  const whole = agreements.at(-1)
  if (!whole) return null
  const bars = agreements.map(
    ({ item, name, n, hidden, score, yes, partly, no }): ShareRow => ({
      key: item ?? 'all',
      name: name ?? t('satisfaction.allQuestions'),
      whole: item === null,
      parts: hidden ? null : [yes ?? 0, partly ?? 0, no ?? 0],
      figure: score === null ? '–' : percent(score),
      n: countText(n),
      open: () => open(item),
    }),
  )
  return (
    <ChartCard
      title={
        whole.score === null
          ? t('satisfaction.agreement')
          : t('satisfaction.agreementFinding', { share: percent(whole.score) })
      }
      measure={t('satisfaction.agreementMeasure')}
      heads={[
        t('satisfaction.question'),
        t('satisfaction.agree'),
        ...(['yes', 'partly', 'no'] as const).map((one) => t(`satisfaction.said.${one}`)),
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
