// The net promoter score by group (SAT-09).
import type { AnswerGrouping } from '../../schema/survey-vocabulary.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { groupsOf, itemKey } from './overview.ts'
import type { Overview } from './overview-rows.ts'
import { type PromoterScore, scoreOf } from './promoter-score.ts'

export interface PromoterRow {
  item: string
  regionId: string | null
  consumerType: ConsumerType | null
  n: number
  hidden: boolean
  score: PromoterScore | null
}

/** The net promoter score (SAT-09) of each group that was asked whether it would recommend. */
export function promoterRows({ means, tells }: Overview, by: AnswerGrouping): PromoterRow[] {
  const asked = means.filter(({ kind }) => kind === 'recommendation')
  return groupsOf(asked, by).flatMap(({ regionId, consumerType, rows }) => {
    const sum = (name: 'promoters' | 'passives' | 'detractors') => rows.reduce((total, row) => total + row[name], 0)
    const score = scoreOf(sum('promoters'), sum('passives'), sum('detractors'))
    if (!score) return []
    const [first] = rows
    const hidden = !tells({ key: first ? itemKey(first) : '', regionId, consumerType, n: score.n })
    return [{ item: first?.item ?? '', regionId, consumerType, n: score.n, hidden, score: hidden ? null : score }]
  })
}
