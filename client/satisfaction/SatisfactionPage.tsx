// Where customers are content and where not: by region first, then by consumer type, factor and wave; each number leads to its answers.
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SatisfactionDocument } from '../generated/satisfaction.ts'
import { percent } from '../management/figures-text.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { withWords } from '../words/with-words.ts'
import { AgreementBars } from './AgreementBars.tsx'
import { AnswerList } from './AnswerList.tsx'
import { Coverage } from './Coverage.tsx'
import { FactorQuadrant } from './FactorQuadrant.tsx'
import { Findings } from './Findings.tsx'
import { changeText, countText, markText } from './figure-text.ts'
import { GapBars } from './GapBars.tsx'
import type { Opened } from './opened.ts'
import { Promoters } from './Promoters.tsx'
import { RegionBars } from './RegionBars.tsx'
import { SatisfactionHead } from './SatisfactionHead.tsx'
import { SatisfactionNav } from './SatisfactionNav.tsx'
import { TrendLines } from './TrendLines.tsx'
import '../management/management.css'
import './satisfaction.css'

const Explained = lazy(
  withWords(['satisfaction', 'management', 'explained'], () =>
    import('./Explained.tsx').then((module) => ({ default: module.Explained })),
  ),
)

export function SatisfactionPage() {
  const { t } = useTranslation()
  const { wave, region, consumer, instrument } = useSearch({ from: '/satisfaction' })
  const filter = useMemo(
    () => ({
      waveIds: wave ? [wave] : null,
      regionIds: region ? [region] : null,
      consumerTypes: consumer ? [consumer] : null,
      instrument: instrument ?? null,
    }),
    [wave, region, consumer, instrument],
  )
  const [{ data, error }, load] = useQuery({ query: SatisfactionDocument, variables: { filter } })
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    document.title = t('satisfaction.title')
  }, [t])
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={10} />
  const { satisfaction: analysis, regions, improvementThemes } = data
  if (!analysis) return <NotFound />
  const threshold = analysis.findings[0]?.threshold ?? 3.5
  const lowest = analysis.figures
    .filter(({ scaleMax }) => scaleMax === 5)
    .toSorted((a, b) => (a.mean ?? 9) - (b.mean ?? 9))
    .flatMap(({ item }) => item ?? [])
  const marked = analysis.figures.length > 0
  const asked = marked || analysis.allPromoters.length > 0 || analysis.agreements.length > 0
  const open = (item: string | null, of: string | null = null) => setOpened({ item, region: of })
  const nameOf = (item: string | null) =>
    [...analysis.figures, ...analysis.agreements].find((one) => one.item === item)?.name ??
    t('satisfaction.allIndicators')
  return (
    <div className="management satisfaction">
      <SatisfactionHead {...data} />
      <SatisfactionNav here="figures" regionCode={regions.find(({ id }) => id === region)?.code ?? null} />
      {!asked ? (
        <p className="m none">{t('satisfaction.empty')}</p>
      ) : (
        <>
          {marked && (
            <div className="satisfaction-top">
              <Level analysis={analysis} />
              <Findings analysis={analysis} themes={improvementThemes?.nodes ?? []} open={open} />
            </div>
          )}
          {opened && (
            <AnswerList
              key={`${opened.item} ${opened.region} ${opened.product}`}
              title={t('satisfaction.behind', { item: opened.name ?? nameOf(opened.item) })}
              filter={{ ...filter, ...(opened.region && { regionIds: [opened.region] }) }}
              item={opened.item}
              product={opened.product ?? null}
              close={() => setOpened(null)}
            />
          )}
          <div className="cards">
            <RegionBars analysis={analysis} regions={regions} threshold={threshold} open={(id) => open(null, id)} />
            <GapBars gaps={analysis.gaps} threshold={threshold} open={open} />
            <AgreementBars agreements={analysis.agreements} open={open} />
            {analysis.factors.length > 0 && <FactorQuadrant factors={analysis.factors} threshold={threshold} />}
            {marked && <TrendLines trend={analysis.trend} lowest={lowest} />}
            <Promoters
              analysis={analysis}
              regions={regions}
              open={(id) => open(analysis.allPromoters[0] ? 'recommendation' : null, id)}
            />
            <Coverage analysis={analysis} regions={regions} open={(id) => open(null, id)} />
          </div>
          {analysis.figures.length > 1 && (
            <Suspense fallback={<Bones rows={8} />}>
              <Explained filter={filter} open={setOpened} />
            </Suspense>
          )}
        </>
      )}
    </div>
  )
}

function Level({ analysis }: { analysis: Parameters<typeof Findings>[0]['analysis'] }) {
  const { t } = useTranslation()
  const [level] = analysis.all
  const [total] = analysis.total
  const change = analysis.trend.find(({ item }) => item === null)?.change
  if (!level) return null
  return (
    <section className="level" aria-label={t('satisfaction.allIndicators')}>
      <p className="s q">{t('satisfaction.levelMeasure', { min: level.scaleMin, max: level.scaleMax })}</p>
      <p className="big">{markText(level.mean)}</p>
      <p className="s">
        {change == null ? '' : `${t('satisfaction.sinceLast', { change: changeText(change) })} `}
        <span className="q nw">{countText(level.n)}</span>
      </p>
      {total?.coverage != null && total.kilotonnes !== 0 && (
        <p className="s m">{t('satisfaction.coverageFinding', { share: percent(total.coverage) })}</p>
      )}
      {level.hidden && <p className="s m">{t('satisfaction.hidden')}</p>}
    </section>
  )
}
