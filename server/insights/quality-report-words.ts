// Words of the state of quality, on its page, its paper and its sheet.
import type { QualityTopic } from '../../schema/survey-vocabulary.ts'
import type { LabelLanguage } from '../../schema/vocabulary.ts'

const en = {
  kind: 'State of quality',
  inSurveys: 'In surveys',
  inTalks: 'In talks',
  section: 'Section',
  row: 'Row',
  total: 'Total',
  mean: 'mean',
  none: 'Nothing in these years',
  rate: 'Claims per 1,000 t',
}

export const qualityReportWords: Record<LabelLanguage, typeof en> = {
  en,
  ru: {
    kind: 'Состояние качества',
    inSurveys: 'В опросах',
    inTalks: 'В разговорах',
    section: 'Раздел',
    row: 'Строка',
    total: 'Всего',
    mean: 'среднее',
    none: 'В эти годы ничего',
    rate: 'Претензий на 1000 т',
  },
  kk: {
    kind: 'Сапа жағдайы',
    inSurveys: 'Сауалнамаларда',
    inTalks: 'Әңгімелерде',
    section: 'Бөлім',
    row: 'Жол',
    total: 'Барлығы',
    mean: 'орташа',
    none: 'Бұл жылдары ештеңе жоқ',
    rate: '1000 т-ға талаптар',
  },
}

/** How a row is called in a language: comments are known by where they were made. */
export function rowName(
  topic: QualityTopic,
  { key, name }: { key: string; name: string },
  language: LabelLanguage,
): string {
  const { inSurveys, inTalks } = qualityReportWords[language]
  if (topic !== 'comments') return name
  return key === 'survey' ? inSurveys : inTalks
}
