// Which assessments of customer focus are due (SAT-07): a survey every month, a focus group at least once a year.

export interface Assessment {
  method: 'survey' | 'focusGroup' | 'expertReview'
  /** Day, YYYY-MM-DD. */
  on: string
}

export interface Overdue {
  method: 'survey' | 'focusGroup'
  /** The month without a survey, YYYY-MM; of a focus group, the day until which one was due, or null when there never was one. */
  missing: string | null
}

/**
 * What is overdue on the given day: each finished month since `from` without a survey, and a focus group when the last one is more than a year
 * ago. Expert reviews are never overdue.
 */
export function overdueAssessments(done: readonly Assessment[], from: string, today: string): Overdue[] {
  const surveyed = new Set(done.filter(({ method }) => method === 'survey').map(({ on }) => on.slice(0, 7)))
  const months = monthsBetween(from.slice(0, 7), today.slice(0, 7)).filter((month) => !surveyed.has(month))
  const groups = done.filter(({ method }) => method === 'focusGroup').map(({ on }) => on)
  const last = groups.sort().at(-1) ?? null
  const until = last === null ? null : `${Number(last.slice(0, 4)) + 1}${last.slice(4)}`
  return [
    ...months.map((missing): Overdue => ({ method: 'survey', missing })),
    ...(until === null || until < today ? [{ method: 'focusGroup' as const, missing: until }] : []),
  ]
}

export interface Composition {
  customers: number
  managers: number
  staff: number
}

/** Who is missing: a focus group has customers, managers and staff. Empty: its composition is valid. */
export function missingMembers({ customers, managers, staff }: Composition): (keyof Composition)[] {
  const members = { customers, managers, staff }
  return (Object.keys(members) as (keyof Composition)[]).filter((one) => members[one] === 0)
}

/** Months from the first up to but without the last, YYYY-MM. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month < last; month = next(month)) months.push(month)
  return months
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
