// One section of the state of quality: its rows in both years, their change and their total; numbers lead to what they count where it is a list.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QualityReportData } from '../generated/quality.ts'
import { Card } from '../management/Card.tsx'
import { Table } from '../management/FigureTable.tsx'
import type { ClaimsSearch } from '../shell/searches.ts'
import { decimal } from '../words/dates.ts'
import { markText } from './figure-text.ts'

type Section = NonNullable<QualityReportData['qualityReport']>['sections'][number]

interface QualitySectionProps {
  section: Section
  year: number
  regionId: string
}

export function QualitySection({ section, year, regionId }: QualitySectionProps) {
  const { t } = useTranslation()
  const { topic, title, rows, total, totalBefore } = section
  const survey = topic === 'survey'
  const means = survey ? [t('quality.mean', { mean: year }), t('quality.mean', { mean: year - 1 })] : []
  const heads = [title, `${year}`, `${year - 1}`, t('quality.change'), ...means]
  const cells = rows.map((row) => [
    row.name,
    row.value,
    row.before,
    round(row.value - row.before),
    ...(survey ? [row.mean, row.meanBefore] : []),
  ])
  const sum = [t('quality.total'), total, totalBefore, round(total - totalBefore)]
  const claimsOf = (of: number, defect?: string): ClaimsSearch => ({
    show: 'all',
    region: regionId,
    from: `${of}-01-01`,
    before: `${of + 1}-01-01`,
    ...(defect && { defect }),
  })
  const figure = (value: number, of: number, key?: string): ReactNode =>
    topic === 'claims' && value > 0 && key !== '' ? (
      <Link className="l" to="/claims" search={claimsOf(of, key)}>
        {numberText(value)}
      </Link>
    ) : (
      numberText(value)
    )
  const measure = topic === 'claims' ? t('quality.first') : ''
  return (
    <Card title={title} measure={measure} rows={rows.length > 0 ? [heads, ...cells, sum] : []} always>
      {rows.length === 0 ? (
        <p className="m none">{t('quality.none')}</p>
      ) : (
        <Table heads={heads}>
          {rows.map(({ key, name, value, before, mean, meanBefore }) => (
            <tr key={key}>
              <th scope="row" dir="auto">
                {survey ? (
                  <Link className="l" to="/satisfaction" search={{ region: regionId }}>
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </th>
              <td className="r nw">{figure(value, year, key)}</td>
              <td className="r nw">{figure(before, year - 1, key)}</td>
              <td className="r nw">{differenceText(value - before)}</td>
              {survey && <td className="r nw">{markText(mean)}</td>}
              {survey && <td className="r nw">{markText(meanBefore)}</td>}
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{t('quality.total')}</th>
            <td className="r nw">{figure(total, year)}</td>
            <td className="r nw">{figure(totalBefore, year - 1)}</td>
            <td className="r nw">{differenceText(total - totalBefore)}</td>
            {survey && <td />}
            {survey && <td />}
          </tr>
        </Table>
      )}
    </Card>
  )
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function numberText(value: number): string {
  return decimal(String(round(value)), Number.isInteger(value) ? 0 : 1)
}

function differenceText(value: number): string {
  if (round(value) === 0) return '0'
  return `${value > 0 ? '+' : '−'}${numberText(Math.abs(value))}`
}
