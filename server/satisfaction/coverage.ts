// Who answered (SAT-02, Table 2): respondents, their share, and how much of the market's volume they buy.

export interface Respondents {
  group: string
  respondents: number
  /** Kilotonnes a year bought by the respondents. */
  volume: number
  /** Kilotonnes a year of the whole segment; null where it is not known. */
  segmentVolume: number | null
}

export interface Coverage extends Respondents {
  /** Of all respondents, 0 to 1. */
  share: number
  /** Volume of the respondents by the segment's, 0 to 1; null where the segment's is not known. */
  coverage: number | null
}

export function coverageOf(groups: readonly Respondents[]): Coverage[] {
  const all = groups.reduce((sum, { respondents }) => sum + respondents, 0)
  return groups.map((group) => ({
    ...group,
    share: all === 0 ? 0 : group.respondents / all,
    coverage: group.segmentVolume ? group.volume / group.segmentVolume : null,
  }))
}

/** Answers by invitations, 0 to 1; null where nobody was invited. */
export function responseRate(answered: number, invited: number): number | null {
  return invited === 0 ? null : answered / invited
}
