// The sums that figures of satisfaction are made of, as they are read.
import type { SurveyOption, Translations, Wording } from '../../schema/json.ts'
import type { ItemKind } from '../../schema/survey-vocabulary.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'

export interface ItemFacts {
  item: string
  kind: ItemKind
  position: number
  scaleMin: number
  scaleMax: number
  decimals: boolean
  wording: Wording
}

export interface GroupKey {
  regionId: string
  consumerType: ConsumerType
}

export interface MarkRow extends ItemFacts, GroupKey {
  n: number
  sum: number
  sumOfSquares: number
  top: number
  promoters: number
  passives: number
  detractors: number
  counts: number[]
  importanceN: number
  importanceSum: number
  kilotonnes: number
  weightedSum: number
}

export interface LevelRow extends GroupKey {
  scaleMin: number
  scaleMax: number
  n: number
  sum: number
  sumOfSquares: number
}

export interface TrendRow extends ItemFacts {
  waveId: string
  wave: string
  opensAt: string
  n: number
  sum: number
  sumOfSquares: number
}

export interface OptionRow {
  item: string
  kind: ItemKind
  options: SurveyOption[]
  option: string
  consumerType: ConsumerType
  n: number
  rankSum: number
  firstPlaces: number
}

/** Parts that were not asked for are empty. */
export interface Overview {
  /** Whether figures of fewer than five answers are hidden from who asks. */
  hides: boolean
  waves: { id: string; name: string; opensAt: string; invited: number; answered: number }[]
  marks: MarkRow[]
  staffMarks: MarkRow[]
  levels: LevelRow[]
  respondents: (GroupKey & { respondents: number; kilotonnes: number })[]
  markets: { regionId: string; year: number; kilotonnes: number }[]
  options: OptionRow[]
  regions: { id: string; code: string; name: Translations; position: number }[]
  trend: TrendRow[]
  firsts: { wave: string; factor: string }[]
  drivers: { item: string; wording: Wording; n: number; r: number | null }[]
}
