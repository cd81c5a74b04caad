// The first version of every clock's policy: how long, whom to warn, whom a breach reaches in which order.

import type { SettlementKind } from '../../../schema/claim-vocabulary.ts'
import type { Clock } from '../../../schema/clock.ts'
import type { TrialClock } from '../../../schema/trial-vocabulary.ts'
import type { Severity, TimeUnit } from '../../../schema/vocabulary.ts'

export interface PolicyRow {
  clock: Clock
  version: number
  severity: Severity | null
  variant: SettlementKind | null
  amount: string
  unit: TimeUnit
  warn_at: string[]
  remind_after_days: number[]
  warn_to: string[]
  breach_to: string[]
  repeats: boolean
  valid_from: Date
}

interface Terms {
  severity?: Severity
  variant?: SettlementKind
  /** Working days after which the customer is reminded; the customer is not warned by shares of the time. */
  remind?: number[]
  warn?: string[]
  breach?: string[]
  repeats?: boolean
}

/** Replacement is the default of the specification; the other kinds are defaults of the product. */
const settlementTimes: readonly (readonly [SettlementKind, number, TimeUnit])[] = [
  ['replacement', 45, 'calendarDays'],
  ['returnAndRework', 45, 'calendarDays'],
  ['additionalDelivery', 30, 'calendarDays'],
  ['returnAndRefund', 30, 'calendarDays'],
  ['carrierRecourse', 30, 'workingDays'],
  ['supplierRecourse', 30, 'workingDays'],
  ['reworkAtCustomer', 20, 'workingDays'],
  ['scrapAtCustomer', 15, 'workingDays'],
  ['divertToOtherOrder', 15, 'workingDays'],
  ['creditNoteFull', 10, 'workingDays'],
  ['priceAllowance', 10, 'workingDays'],
  ['priceCorrection', 10, 'workingDays'],
  ['processingCost', 10, 'workingDays'],
  ['transportCost', 10, 'workingDays'],
  ['goodwill', 10, 'workingDays'],
  ['regrade', 10, 'workingDays'],
  ['useAsIs', 5, 'workingDays'],
  ['documentReissue', 3, 'workingDays'],
]
/** Working days from the specification; who is told is a default of the product. */
const trialTimes: readonly (readonly [TrialClock, number, string, string[]])[] = [
  ['trialRequest', 2, 'owner', ['csLead']],
  ['trialRequirements', 10, 'owner', ['csLead']],
  ['trialFeasibility', 5, 'analysts', ['csLead']],
  ['trialApproval', 3, 'management', ['csLead']],
  ['trialSlot', 10, 'orderManagement', ['csLead']],
  ['trialProduction', 10, 'production', ['csLead']],
  ['trialInspection', 3, 'laboratory', ['csLead']],
  ['trialNonConforming', 5, 'production', ['csLead']],
  ['trialShipment', 30, 'logistics', ['csLead']],
  ['trialAtCustomer', 30, 'owner', ['csLead']],
  ['trialEvaluation', 10, 'csLead', ['management']],
]
const toLine = { warn: ['owner', 'lineDepartment'], breach: ['csLead'] }

/** Source: the table of clocks of the workflow specification; a lapsed claim and a missing sample are told to the owner. */
export const deadlinePolicies: PolicyRow[] = [
  policy('acknowledge', 1, 'workingDays', { warn: ['owner'], breach: ['csLead', 'management'] }),
  policy('acknowledge', 4, 'workingHours', { severity: 'critical', warn: ['owner'], breach: ['csLead', 'management'] }),
  policy('screen', 2, 'workingDays', { warn: ['owner'], breach: ['csLead'] }),
  policy('containment', 2, 'workingDays', { warn: ['analyst'], breach: ['csLead'] }),
  policy('containment', 1, 'workingDays', { severity: 'critical', warn: ['analyst'], breach: ['csLead'] }),
  policy('answer', 10, 'workingDays', {
    warn: ['owner', 'analyst'],
    breach: ['csLead', 'keyCustomerManager', 'management'],
  }),
  policy('approval', 2, 'workingDays', { warn: ['approver'], breach: ['deputy', 'management'] }),
  policy('customerInformation', 30, 'calendarDays', { remind: [5, 10], warn: ['contact'], breach: ['owner'] }),
  policy('sampleArrival', 15, 'workingDays', { warn: ['owner'], breach: ['owner'] }),
  policy('offerAnswer', 30, 'calendarDays', { remind: [5, 10], warn: ['contact'] }),
  policy('settlement', 10, 'workingDays', toLine),
  ...settlementTimes.map(([variant, amount, unit]) => policy('settlement', amount, unit, { variant, ...toLine })),
  policy('closing', 5, 'workingDays', { warn: ['owner'], breach: ['csLead'] }),
  policy('statusUpdate', 10, 'workingDays', { repeats: true }),
  policy('effectiveness', 90, 'calendarDays', { warn: ['analyst'], breach: ['csLead'] }),
  ...trialTimes.map(([clock, amount, warned, breach]) =>
    policy(clock, amount, 'workingDays', { warn: [warned], breach }),
  ),
  policy('visitRequest', 7, 'calendarDays', { warn: ['owner'], breach: ['csLead', 'keyCustomerManager'] }),
  policy('visitFirstAnswer', 1, 'workingDays', { warn: ['owner'], breach: ['csLead'] }),
  policy('visitReport', 3, 'workingDays', { warn: ['owner'], breach: ['csLead'] }),
  policy('visitFollowUp', 30, 'workingDays', { warn: ['owner'], breach: ['keyCustomerManager', 'csLead'] }),
  policy('task', 3, 'workingDays', { warn: ['department'], breach: ['departmentHead', 'sender'] }),
  policy('taskReview', 3, 'workingDays', { warn: ['sender'], breach: ['csLead'] }),
]

function policy(clock: Clock, amount: number, unit: TimeUnit, terms: Terms): PolicyRow {
  const { severity = null, variant = null, remind = [], warn = [], breach = [], repeats = false } = terms
  return {
    clock,
    version: 1,
    severity,
    variant,
    amount: String(amount),
    unit,
    warn_at: warn.length === 0 || remind.length > 0 ? [] : ['0.5', '0.8'],
    remind_after_days: remind,
    warn_to: warn,
    breach_to: breach,
    repeats,
    valid_from: new Date('2020-01-01T00:00:00Z'),
  }
}
