// Which needs of a customer are met, what is missing in stock, and where range can grow.
import { percentOf } from './completeness.ts'

export interface KeptNeed {
  met: boolean
  /** Tonnes, where the need is a stock. */
  wanted_stock: string | null
  actual_stock: string | null
}

/** Tonnes that a stock lacks, three places; null where none is wanted or nothing lacks (ACC-05: 40 t wanted, 25 t there, 15 t). */
export function stockGap({ wanted_stock, actual_stock }: Omit<KeptNeed, 'met'>): string | null {
  if (wanted_stock === null) return null
  const gap = kilograms(wanted_stock) - kilograms(actual_stock ?? '0')
  return gap > 0 ? (gap / 1_000).toFixed(3) : null
}

/** A need with a gap in its stock is not met, whatever was ticked. */
export function isMet(need: KeptNeed): boolean {
  return need.met && stockGap(need) === null
}

/** Met needs of all, in percent (ACC-05: 4 of 6 is 66.7); null without needs. */
export function coverage(needs: readonly KeptNeed[]): { met: number; of: number; percent: number | null } {
  const met = needs.filter(isMet).length
  return { met, of: needs.length, percent: percentOf(met, needs.length) }
}

/** Share of the customer's total need that we deliver, in percent, and the tonnes that are left (TSK-4d); null while the need is unknown. */
export function needShare(supplied: string, total: string | null): { percent: number; potential: string } | null {
  if (total === null) return null
  const left = Math.max(0, kilograms(total) - kilograms(supplied))
  const percent = percentOf(kilograms(supplied), kilograms(total)) ?? 0
  return { percent, potential: (left / 1_000).toFixed(3) }
}

/** Growth from one period to the next in percent with one decimal (TSK-4d: 10 to 12 kt is 20); null where nothing was before. */
export function growth(before: string, now: string): number | null {
  return percentOf(kilograms(now) - kilograms(before), kilograms(before))
}

/** What of the range became offers, trials and orders (TSK-4c). */
export function funnel(
  needs: readonly { id: string; supplied: boolean }[],
  offers: readonly { need_id: string | null; furthest: string }[],
): { opportunities: number; offers: number; trials: number; orders: number } {
  const reached = (...states: string[]) => offers.filter(({ furthest }) => states.includes(furthest)).length
  const offered = new Set(offers.map(({ need_id }) => need_id))
  return {
    opportunities: needs.filter(({ id, supplied }) => !supplied || offered.has(id)).length,
    offers: offers.length,
    trials: reached('trialAgreed', 'ordered'),
    orders: reached('ordered'),
  }
}

function kilograms(tonnes: string): number {
  return Math.round(Number(tonnes) * 1_000)
}
