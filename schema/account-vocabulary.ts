// The closed word lists of what is known of a customer and agreed with it.
import type { Words } from './vocabulary.ts'

export const uniqueNeedKinds = {
  outsideHours: 'Shipment outside working hours',
  emergencyStock: "An emergency stock at the supplier's warehouse",
  replacementPeriod: 'A period of its own for replacing what does not conform',
  licences: 'Licences and other solutions that the supplier brings',
  documentForm: 'Documents in a form of their own',
  reporting: 'Additional reporting',
  other: 'Something else',
} as const
export type UniqueNeedKind = Words<typeof uniqueNeedKinds>

export const offerStates = {
  proposed: 'The customer knows of it',
  trialAgreed: 'A trial was agreed on',
  ordered: 'The customer has ordered',
  declined: 'The customer does not want it',
} as const
export type OfferState = Words<typeof offerStates>

export const planSides = { theirs: 'A plan of the customer', ours: 'A plan of ours' } as const
export type PlanSide = Words<typeof planSides>

export const obligationKinds = {
  earlierSteps: 'Applies in time and settles finance, so that delivery can be smooth',
  creditLine: 'Takes the agreed amount and pays in time, within the agreed sum',
  equipment: 'Takes care of rented equipment and has it serviced',
  digitalTools: 'Uses the tools offered, to the gain of both',
  training: 'Uses the training material for its staff',
} as const
export type ObligationKind = Words<typeof obligationKinds>

export const obligationStates = {
  met: 'Is fulfilled',
  atRisk: 'May not be fulfilled',
  breached: 'Is not fulfilled',
} as const
export type ObligationState = Words<typeof obligationStates>

export const loyaltyPhases = {
  ordinary: 'Has bought',
  loyal: 'Buys again and is satisfied',
  follower: 'Is loyal and recommends us',
} as const
export type LoyaltyPhase = Words<typeof loyaltyPhases>

export const loyaltyCauses = {
  reached: 'Orders and satisfaction reach the rule',
  recommended: 'Recommended us',
  fewerOrders: 'Orders less than the rule asks',
  lessSatisfied: 'Is less satisfied than the rule asks',
  noAnswer: 'Nobody of it answered for a year',
} as const
export type LoyaltyCause = Words<typeof loyaltyCauses>

export const paretoClasses = {
  vitalFew: 'One of those that together bring 80 % of sales',
  usefulMany: 'One of the others',
} as const
export type ParetoClass = Words<typeof paretoClasses>

export const contactSides = { customer: 'The customer began it', works: 'We began it' } as const
export type ContactSide = Words<typeof contactSides>
