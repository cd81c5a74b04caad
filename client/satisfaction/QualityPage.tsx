// The state of quality of a region in a year beside the year before: four sections, each with its total; on paper and as a workbook too.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QualityRegionsDocument, type QualityReportData, QualityReportDocument } from '../generated/quality.ts'
import { Pick } from '../management/Pick.tsx'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { Papers } from '../parts/Papers.tsx'
import type { QualitySearch } from '../shell/searches.ts'
import { changeText, markText } from './figure-text.ts'
import { QualitySection } from './QualitySection.tsx'
import { SatisfactionNav } from './SatisfactionNav.tsx'
import '../management/management.css'
import './quality.css'

/** So many years can be chosen; older ones by the address. */
const YEARS = 6

export function QualityPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const thisYear = useNow().getUTCFullYear()
  const { region, year = thisYear } = useSearch({ from: '/satisfaction/quality' })
  const [{ data: known, error: lost }, again] = useQuery({ query: QualityRegionsDocument, variables: {} })
  const code = region ?? known?.regions[0]?.code ?? ''
  const variables = { code, year }
  const [{ data, error }, load] = useQuery({ query: QualityReportDocument, variables, pause: code === '' })
  useEffect(() => {
    document.title = t('quality.title')
  }, [t])
  if (lost && !known) return <Failure error={lost} retry={() => again({ requestPolicy: 'network-only' })} />
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!known || !data) return <Bones rows={10} />
  const report = data.qualityReport
  if (!report) return <NotFound />
  const newest = Math.max(thisYear, year)
  const go = (search: QualitySearch) =>
    void navigate({ to: '/satisfaction/quality', search: { region: code, year, ...search } })
  return (
    <div className="management satisfaction quality">
      <header className="management-head">
        <h1>{`${t('quality.title')}: ${report.region}, ${report.year}`}</h1>
        <span className="space" />
        <Pick
          always
          label={t('quality.region')}
          value={code}
          choices={known.regions.map((one) => [one.code, one.name])}
          choose={(value) => go({ region: value })}
        />
        <Pick
          always
          label={t('quality.year')}
          value={`${year}`}
          choices={Array.from({ length: YEARS }, (_, back) => [`${newest - back}`, `${newest - back}`])}
          choose={(value) => go({ year: Number(value) })}
        />
      </header>
      <SatisfactionNav regionCode={code} here="report" />
      <p className="s q">{t('quality.measure')}</p>
      <div className="quality-top">
        <Rate report={report} />
        <Papers
          path={`/regions/${code}-${year}/quality`}
          name={`${code}-${year}`}
          toPrint={t('quality.toPrint')}
          workbook
        />
      </div>
      <div className="cards">
        {report.sections.map((section) => (
          <QualitySection key={section.topic} section={section} year={year} regionId={report.regionId} />
        ))}
      </div>
    </div>
  )
}

function Rate({ report }: { report: NonNullable<QualityReportData['qualityReport']> }) {
  const { t } = useTranslation()
  const { claimsPer1000: now, claimsPer1000Before: before, year } = report
  return (
    <dl>
      <dt className="s m">{t('quality.rate')}</dt>
      <dd className="loop-share">{markText(now)}</dd>
      <dd className="s q">
        {t('quality.was', { year: year - 1, value: markText(before) })}
        {now !== null && before !== null && ` (${changeText(now - before)})`}
      </dd>
    </dl>
  )
}
