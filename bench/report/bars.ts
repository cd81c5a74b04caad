// What is held to be fast enough: the ratios of the design, by operation.
export interface Bar {
  /** Against PostGraphile at least; of the overview, against the same figures worked out from the answers. */
  peer: number | null
  /** Against the limit at least. */
  limit: number
  /** From the small to the large world, time at most. */
  growth: number
}

export const bars: Readonly<Record<string, Bar>> = {
  detail: { peer: 2, limit: 0.55, growth: 1.3 },
  queue: { peer: 1.8, limit: 0.55, growth: 1.3 },
  search: { peer: 2, limit: 0.6, growth: 2 },
  overview: { peer: 60, limit: 0.8, growth: 1.3 },
  event: { peer: null, limit: 0.5, growth: 1.3 },
}

export const DEEP_PAGE = 1.15
export const MEMORY_MIB = 400
export const COLD_START_MS = 2_000
export const FIRST_START_MS = 8_000
export const TWO_PROCESSES = 1.6
export const FIRST_LIST_MS = 1_500
export const ANSWER_DRAWN_MS = 150
