// The state of quality of a region and year as a paper: four sections with their totals.
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import { printedPage } from '../core/print-page.ts'
import { type QualityReport, type QualityRow, totalOf } from './quality-report-queries.ts'

export function qualityReportPage(report: QualityReport, language: LabelLanguage): string {
  const words = texts[language]
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const section = (title: string, rows: readonly QualityRow[], nameOf = (name: string) => name) => ({
    title,
    empty: words.none,
    lines:
      rows.length === 0
        ? []
        : [
            ...rows.map(({ name, value, mean }) => [
              nameOf(name),
              number.format(value),
              mean === null ? '' : `${words.mean} ${mean.toFixed(2)}`,
            ]),
            [words.total, number.format(totalOf(rows)), ''],
          ],
  })
  const tonnes = totalOf(report.shipments)
  const rate = tonnes === 0 ? '–' : ((totalOf(report.claims) * 1000) / tonnes).toFixed(2)
  return printedPage({
    language,
    title: `${report.region}, ${report.year}`,
    kind: words.kind,
    facts: [[words.rate, rate]],
    sections: [
      section(words.shipments, report.shipments),
      section(words.claims, report.claims),
      section(words.comments, report.comments, (name) => (name === 'survey' ? words.inSurveys : words.inTalks)),
      section(words.survey, report.survey),
    ],
    foot: words.kind,
  })
}

const en = {
  kind: 'State of quality',
  shipments: 'Shipments, tonnes',
  claims: 'Claims by defect',
  comments: 'Comments',
  survey: 'Survey, answers by indicator',
  inSurveys: 'In surveys',
  inTalks: 'In talks',
  total: 'Total',
  mean: 'mean',
  none: 'Nothing in this year',
  rate: 'Claims per 1,000 t',
}
const texts: Record<LabelLanguage, typeof en> = {
  en,
  ru: {
    kind: 'Состояние качества',
    shipments: 'Отгрузки, тонны',
    claims: 'Претензии по дефектам',
    comments: 'Замечания и пожелания',
    survey: 'Опрос, ответы по показателям',
    inSurveys: 'В опросах',
    inTalks: 'В разговорах',
    total: 'Всего',
    mean: 'среднее',
    none: 'В этом году ничего',
    rate: 'Претензий на 1000 т',
  },
  kk: {
    kind: 'Сапа жағдайы',
    shipments: 'Жөнелту, тонна',
    claims: 'Ақаулар бойынша талаптар',
    comments: 'Ескертулер мен тілектер',
    survey: 'Сауалнама, көрсеткіштер бойынша жауаптар',
    inSurveys: 'Сауалнамаларда',
    inTalks: 'Әңгімелерде',
    total: 'Барлығы',
    mean: 'орташа',
    none: 'Бұл жылы ештеңе жоқ',
    rate: '1000 т-ға талаптар',
  },
}
