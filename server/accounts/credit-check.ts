// Whether an order still fits into the agreed sum of a customer.
import { cents, ofCents } from '../core/money.ts'

export interface CreditLine {
  limit: string
  outstanding: string
}

/** What would be owed with the order, and by how much it goes over the limit; `over` null where it fits (ACC-13). */
export function creditCheck({ limit, outstanding }: CreditLine, order: string): { owed: string; over: string | null } {
  const owed = cents(outstanding) + cents(order)
  const over = owed - cents(limit)
  return { owed: ofCents(owed), over: over > 0n ? ofCents(over) : null }
}
