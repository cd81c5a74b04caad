// What losing a customer would cost.
import { cents, ofCents, shareOf } from '../core/money.ts'

export interface SalesOutlook {
  /** Sales of one year, in the currency of the answer. */
  yearlySales: string
  /** By how much they grow each year; negative where they shrink. */
  yearlyGrowth: string
  years: number
  marginPercent: string
}

/**
 * Sales and profit that are lost over the years with the customer: n·base + growth·n(n−1)/2, a year below zero counting as 0
 * (VAL-01). Decimal texts with two places, in the currency given.
 */
export function valueAtRisk({ yearlySales, yearlyGrowth, years, marginPercent }: SalesOutlook): {
  sales: string
  profit: string
} {
  const base = cents(yearlySales)
  const growth = cents(yearlyGrowth)
  let sum = 0n
  for (let year = 0n; year < BigInt(years); year++) {
    const sales = base + growth * year
    if (sales > 0n) sum += sales
  }
  const sales = ofCents(sum)
  return { sales, profit: shareOf(sales, marginPercent) }
}
