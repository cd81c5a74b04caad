// The sums that figures of satisfaction are made of, as they are read.
import type { SurveyOption, Wording } from '../../schema/json.ts'
import type { ItemKind } from '../../schema/survey-vocabulary.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import type { Tells } from './subtraction-guard.ts'

export interface ItemFacts {
  item: string
  kind: ItemKind
  position: number
  scaleMin: number
  scaleMax: number
  decimals: boolean
  wording: Wording
}

/** Null: of all, where nothing asked tells them apart. */
export interface GroupKey {
  regionId: string | null
  consumerType: ConsumerType | null
}

/** What means and promoters are made of. */
export interface MeanRow extends ItemFacts, GroupKey {
  n: number
  sum: number
  promoters: number
  passives: number
  detractors: number
  importanceN: number
  importanceSum: number
  kilotonnes: number
  weightedSum: number
}

/** What intervals, shares and comparisons are made of besides. */
export interface MarkRow extends MeanRow {
  sumOfSquares: number
  top: number
  counts: number[]
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
  /** Of the item, where its answers alone do not say what was asked. */
  wording: Wording | null
  option: string
  consumerType: ConsumerType
  n: number
  rankSum: number
  firstPlaces: number
}

/** Parts that were not asked for are empty. */
export interface Overview {
  /** Whether a figure may be told to who asks. */
  tells: Tells
  waves: { id: string; name: string; opensAt: string; invited: number; answered: number }[]
  /** The marks, where they were read; else as much of them as was asked for, pooled as far as that allows. */
  means: MeanRow[]
  marks: MarkRow[]
  staffMarks: MarkRow[]
  levels: LevelRow[]
  respondents: (GroupKey & { respondents: number; kilotonnes: number })[]
  markets: { regionId: string; year: number; kilotonnes: number }[]
  options: OptionRow[]
  trend: TrendRow[]
  firsts: { wave: string; factor: string }[]
  drivers: { item: string; wording: Wording; n: number; r: number | null }[]
}
