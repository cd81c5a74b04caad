// The state of quality of a region and year as a paper: four sections, the year beside the one before, with their totals.
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import { printedPage } from '../core/print-page.ts'
import type { QualityReport, QualitySection } from './quality-report.ts'
import { qualityReportWords, rowName } from './quality-report-words.ts'

export function qualityReportPage(report: QualityReport, language: LabelLanguage): string {
  const words = qualityReportWords[language]
  const { year } = report
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const meanText = (mean: number | null) => (mean === null ? '' : ` (${words.mean} ${mean.toFixed(2)})`)
  const rate = (value: number | null) => (value === null ? '–' : value.toFixed(2))
  const section = ({ topic, rows, total, totalBefore }: QualitySection) => ({
    title: label(language, 'qualityTopic', topic),
    empty: words.none,
    lines:
      rows.length === 0
        ? []
        : [
            ['', `${year}`, `${year - 1}`],
            ...rows.map((row) => [
              rowName(topic, row, language),
              `${number.format(row.value)}${meanText(row.mean)}`,
              `${number.format(row.before)}${meanText(row.meanBefore)}`,
            ]),
            [words.total, number.format(total), number.format(totalBefore)],
          ],
  })
  return printedPage({
    language,
    title: `${report.region[language] ?? report.region.en}, ${year}`,
    kind: words.kind,
    facts: [
      [`${words.rate}, ${year}`, rate(report.claimsPer1000)],
      [`${words.rate}, ${year - 1}`, rate(report.claimsPer1000Before)],
    ],
    sections: report.sections.map(section),
    foot: words.kind,
  })
}
