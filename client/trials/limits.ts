// The limits of an indicator as a reader writes them.
export function limits(min: string | null, max: string | null): string {
  if (min !== null && max !== null) return min === max ? min : `${min} – ${max}`
  return min !== null ? `≥ ${min}` : `≤ ${max ?? ''}`
}
