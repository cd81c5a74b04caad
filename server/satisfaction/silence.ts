// Customers who buy and say nothing (CLM-04): absence of complaints is a warning, not praise.

export interface AccountVoice {
  accountId: string
  /** Of the last shipment; null when there never was one. */
  shippedAt: Date | null
  /** Of the last feedback of any kind: claim, comment, survey answer, talk; null when there never was one. */
  heardAt: Date | null
}

/** Accounts shipped to within the months before `now` that were not heard of in them. `months` is 6 by default of the product. */
export function silentAccounts<T extends AccountVoice>(accounts: readonly T[], now: Date, months = 6): T[] {
  const since = new Date(now)
  since.setUTCMonth(since.getUTCMonth() - months)
  return accounts.filter(
    ({ shippedAt, heardAt }) => shippedAt !== null && shippedAt >= since && (heardAt === null || heardAt < since),
  )
}
