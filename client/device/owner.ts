// Whose things this device keeps: one person's at a time.
import { wipeDatabases } from './shelf.ts'

const place = 'person'

export function owner(): string | null {
  return localStorage.getItem(place)
}

export function isOwner(personId: string): boolean {
  return owner() === personId
}

/** Wipes what was kept of anybody but `next`, who owns the device from now on. */
export async function forgetOwner(next: string | null): Promise<void> {
  for (const key of Object.keys(localStorage)) if (/^seen:/.test(key)) localStorage.removeItem(key)
  if (next === null) localStorage.removeItem(place)
  else localStorage.setItem(place, next)
  await wipeDatabases(next)
}

/** Other pages of this device must not go on in the name of who is gone. */
export function watchOwner(): void {
  addEventListener('storage', ({ key, oldValue, newValue }) => {
    if (key === place && oldValue !== newValue) location.reload()
  })
}
