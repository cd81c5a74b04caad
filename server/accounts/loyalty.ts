// From an ordinary customer to a loyal one to a follower, and back.
import type { LoyaltyPhase } from '../../schema/account-vocabulary.ts'

export interface LoyaltyRule {
  /** Orders within twelve months. */
  orders: number
  /** Mean satisfaction on a scale of 1 to 5. */
  mean: number
}

/** Default of the product (the documents name no figures). */
export const loyaltyRule: LoyaltyRule = { orders: 3, mean: 4 }

export interface LoyaltyFacts {
  /** Of the last twelve months. */
  orders: number
  /** Of the last twelve months; null without an answer. */
  mean: number | null
  referrals: number
}

/** The phase of ACC-14: loyal by repeated purchases and satisfaction, a follower once a recommendation was recorded of a loyal one. */
export function loyaltyPhase({ orders, mean, referrals }: LoyaltyFacts, rule: LoyaltyRule = loyaltyRule): LoyaltyPhase {
  if (orders < rule.orders || mean === null || mean < rule.mean) return 'ordinary'
  return referrals > 0 ? 'follower' : 'loyal'
}
