// Approval bands and exchange rates of a fresh database.
import type { RouteStep } from '../../../schema/json.ts'

const oneLead: RouteStep = { needed: 1, of: ['csLead'] }
const headOfQuality: RouteStep = { needed: 1, of: ['headOfQuality'] }
const twoPositions: RouteStep = { needed: 2, of: ['commercialDirector', 'finance', 'headOfQuality'] }
const board: RouteStep = { needed: 2, of: ['management'] }

/** Upper limits in USD. Nobody is asked in the first band when a lead proposes: that is the route's rule, not the band's. */
export const approvalBands = [
  band(1, '1000', [oneLead]),
  band(2, '10000', [oneLead]),
  band(3, '50000', [headOfQuality]),
  band(4, '200000', [twoPositions]),
  band(5, null, [twoPositions, board]),
]

function band(number: number, upTo: string | null, steps: RouteStep[]) {
  return { version: 1, band: number, up_to: upTo, steps: JSON.stringify(steps) }
}

const days = ['2020-01-01', '2024-01-01', '2025-01-01', '2026-01-01'] as const

/** USD for one unit on those days, rounded starting values: the works keep the rates from their first day on. */
const rates: Record<string, readonly [string, string, string, string]> = {
  USD: ['1', '1', '1', '1'],
  EUR: ['1.12', '1.10', '1.04', '1.16'],
  KZT: ['0.0026', '0.0022', '0.0019', '0.0019'],
  CNY: ['0.143', '0.141', '0.137', '0.141'],
  KRW: ['0.00086', '0.00077', '0.00068', '0.00070'],
  AED: ['0.2723', '0.2723', '0.2723', '0.2723'],
  IRR: ['0.0000238', '0.0000238', '0.0000238', '0.0000238'],
}

export const exchangeRates = Object.entries(rates).flatMap(([currency, values]) =>
  days.map((day, index) => ({ currency, day, usd_per_unit: values[index] ?? '1' })),
)

/** Above it the management approves the cost of a trial batch; default of the product. */
export const trialCostLimit = { version: 1, amount_usd: '10000.00' }
