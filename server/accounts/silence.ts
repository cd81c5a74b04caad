// Which customers nobody has spoken with for too long, and what was promised and not done.

/** Days after which a customer counts as silent: default of the product (TSK-1 gives 30 as its example). */
export const silentAfterDays = 30

/** Whole days from one civil day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Last spoken with 31 days ago: silent; 30 days ago: not (TSK-1). Never spoken with: silent. */
export function isSilent(lastContact: string | null, today: string, after: number = silentAfterDays): boolean {
  return lastContact === null || daysBetween(lastContact, today) > after
}

/** Not kept on the day after it was due. */
export function isOverdue(due: string, kept: string | null, today: string): boolean {
  return kept === null && daysBetween(due, today) > 0
}
