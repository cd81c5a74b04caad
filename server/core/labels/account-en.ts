// English labels of what is known of a customer and agreed with it.
import type { accountLists } from './account-lists.ts'
import type { Labels } from './word-lists.ts'

export const accountLabels: Labels<typeof accountLists> = {
  uniqueNeedKind: {
    outsideHours: 'Shipment outside working hours',
    emergencyStock: 'Emergency stock',
    replacementPeriod: 'Own replacement period',
    licences: 'Licences and solutions',
    documentForm: 'Own form of documents',
    reporting: 'Additional reporting',
    other: 'Other',
  },
  offerState: {
    proposed: 'Proposed',
    trialAgreed: 'Trial agreed',
    ordered: 'Ordered',
    declined: 'Declined',
  },
  planSide: {
    theirs: "Customer's plan",
    ours: 'Our plan',
  },
  obligationKind: {
    earlierSteps: 'Application and payment in time',
    creditLine: 'Credit line',
    equipment: 'Rented equipment',
    digitalTools: 'Use of digital tools',
    training: 'Training of staff',
  },
  obligationState: {
    met: 'Met',
    atRisk: 'At risk',
    breached: 'Breached',
  },
  loyaltyCause: {
    reached: 'Orders and satisfaction reach the rule',
    recommended: 'Recommended us',
    fewerOrders: 'Fewer orders than the rule asks',
    lessSatisfied: 'Less satisfied than the rule asks',
    noAnswer: 'No answer for a year',
  },
  loyaltyPhase: {
    ordinary: 'Ordinary',
    loyal: 'Loyal',
    follower: 'Follower',
  },
  paretoClass: {
    vitalFew: 'Vital few',
    usefulMany: 'Useful many',
  },
  contactSide: {
    customer: 'Customer',
    works: 'We',
  },
}
