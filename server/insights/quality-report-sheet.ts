// The state of quality as rows of a workbook: numbers as numbers, words as words.
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import { type Cell, nothing, numberCell, textCell } from '../core/cells.ts'
import { label } from '../core/labels/label.ts'
import type { QualityReport } from './quality-report.ts'
import { qualityReportWords, rowName } from './quality-report-words.ts'

/** The head first, then each section with its total, last the claims per 1,000 t. */
export async function* qualityReportSheet(report: QualityReport, language: LabelLanguage): AsyncGenerator<Cell[]> {
  const words = qualityReportWords[language]
  const { year, claimsPer1000, claimsPer1000Before } = report
  const years = [`${year}`, `${year - 1}`]
  yield [words.section, words.row, ...years, ...years.map((of) => `${of}, ${words.mean}`)].map(textCell)
  for (const { topic, rows, total, totalBefore } of report.sections) {
    const section = textCell(label(language, 'qualityTopic', topic))
    for (const row of rows) {
      const numbers = [row.value, row.before, row.mean, row.meanBefore].map(cellOf)
      yield [section, textCell(rowName(topic, row, language)), ...numbers]
    }
    yield [section, textCell(words.total), cellOf(total), cellOf(totalBefore)]
  }
  yield [nothing, textCell(words.rate), cellOf(claimsPer1000), cellOf(claimsPer1000Before)]
}

function cellOf(value: number | null): Cell {
  return numberCell(value === null ? null : String(value))
}
