// Which revision of a case was last looked at on this device, so that a later one can be marked.
export function markSeen(id: string, revision: number): void {
  localStorage.setItem(`seen:${id}`, String(revision))
}

/** False for what was never opened here: not everything is new. */
export function changedSinceSeen(id: string, revision: number): boolean {
  const seen = localStorage.getItem(`seen:${id}`)
  return seen !== null && Number(seen) < revision
}
