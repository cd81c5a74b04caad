// How much of a form is filled in.

/**
 * Parts that are filled, of all, and the percentage with one decimal: 5 of 6 is 83.3 (ACC-15, ACC-10). Blank text counts as empty.
 */
export function completeness(parts: readonly unknown[]): { filled: number; of: number; percent: number } {
  const filled = parts.filter((part) => part != null && String(part).trim() !== '').length
  return { filled, of: parts.length, percent: percentOf(filled, parts.length) ?? 0 }
}

/** `part` of `whole` in percent with one decimal; null where there is no whole. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000) / 10
}
