// Rows of the sums that reports of satisfaction read, and of the markets they are held against.

import type { Generated } from 'kysely'
import type { ConsumerType } from './vocabulary.ts'

export interface SatisfactionRollupRow {
  wave_id: string
  item_id: string
  region_id: string
  consumer_type: ConsumerType
  n: number
  sum: string
  sum_of_squares: string
  top: number
  promoters: number
  passives: number
  detractors: number
  counts: number[]
  importance_n: number
  importance_sum: string
  /** Σ kilotonnes of the respondents who answered, and Σ kilotonnes × answer. */
  kilotonnes: string
  weighted_sum: string
}

export interface RespondentRollupRow {
  wave_id: string
  region_id: string
  consumer_type: ConsumerType
  respondents: number
  kilotonnes: string
  /** Of the respondents, those who answered an invitation. */
  by_invitation: Generated<number>
}

/** Respondents' own means of the marks they gave on one scale; one respondent counts once. */
export interface LevelRollupRow {
  wave_id: string
  scale_min: number
  scale_max: number
  region_id: string
  consumer_type: ConsumerType
  n: number
  sum: string
  sum_of_squares: string
}

/** How the marks of an item go with what they are held against: the respondent's willingness to recommend, or else his own level. */
export interface DriverRollupRow {
  wave_id: string
  item_id: string
  region_id: string
  consumer_type: ConsumerType
  n: number
  sum: string
  sum_of_squares: string
  aim_sum: string
  aim_squares: string
  /** Of mark and aim, summed. */
  products: string
}

/** How often a word was chosen or an option ranked; the empty option counts all who answered the item. */
export interface OptionRollupRow {
  wave_id: string
  item_id: string
  option: string
  region_id: string
  consumer_type: ConsumerType
  n: number
  rank_sum: number
  first_places: number
}

export interface MarketVolumeRow {
  region_id: string
  year: number
  kilotonnes: string
}
