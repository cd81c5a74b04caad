// Compares what clients were told about appends to a case with what its history holds: none lost, phantom, doubled, out of order.

export interface Append {
  /** Unique. */
  mark: string
  caseId: string
  /** Null: refused. */
  revision: number | null
  sentAt: number
  answeredAt: number
}

export interface Appended {
  mark: string
  caseId: string
  revision: number
  /** Milliseconds of the database's clock. */
  at: number
}

export interface AppendFindings {
  lost: string[]
  phantom: string[]
  duplicated: string[]
  reordered: string[]
}

/** `appends` are all that were ever sent and answered; `lines` all that the histories hold. */
export function judgeAppends(appends: readonly Append[], lines: readonly Appended[]): AppendFindings {
  const places = new Map<string, Appended[]>()
  for (const line of lines) places.set(line.mark, [...(places.get(line.mark) ?? []), line])
  const sent = new Map(appends.map((append) => [append.mark, append]))
  const told = appends.filter(({ revision }) => revision !== null)
  return {
    lost: told.filter(({ mark }) => !places.has(mark)).map(({ mark }) => mark),
    phantom: [...places.keys()].filter((mark) => (sent.get(mark)?.revision ?? null) === null),
    duplicated: [...places].filter(([, found]) => found.length > 1).map(([mark]) => mark),
    reordered: [...misplaced(told, places), ...inversions(told), ...backwards(lines)],
  }
}

/** Told one revision, and standing at another. */
function misplaced(told: readonly Append[], places: ReadonlyMap<string, Appended[]>): string[] {
  return told.flatMap(({ mark, caseId, revision }) => {
    const [line] = places.get(mark) ?? []
    const right = !line || (line.caseId === caseId && line.revision === revision)
    return right ? [] : [`${mark} was told ${revision} and stands at ${line.revision}`]
  })
}

/** Answered before the other was sent, and yet behind it. */
function inversions(told: readonly Append[]): string[] {
  const found: string[] = []
  for (const caseId of new Set(told.map((append) => append.caseId))) {
    const answered = told.filter((append) => append.caseId === caseId).sort((a, b) => a.answeredAt - b.answeredAt)
    const sent = answered.toSorted((a, b) => a.sentAt - b.sentAt)
    let highest = 0
    let at = 0
    for (const later of sent) {
      for (let earlier = answered[at]; earlier && earlier.answeredAt < later.sentAt; earlier = answered[++at])
        highest = Math.max(highest, earlier.revision ?? 0)
      if ((later.revision ?? 0) <= highest) found.push(`${later.mark} came after revision ${highest}`)
    }
  }
  return found
}

/** The time of a later revision before that of an earlier one. */
function backwards(lines: readonly Appended[]): string[] {
  const ordered = lines.toSorted((a, b) => a.caseId.localeCompare(b.caseId) || a.revision - b.revision)
  return ordered.flatMap((line, index) => {
    const before = ordered[index - 1]
    return before?.caseId === line.caseId && before.at > line.at ? [`${line.mark} is older than what it follows`] : []
  })
}
