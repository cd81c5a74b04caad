// The one stream of a tab: changes of the person's work, and of the case that is looked at with who else looks.
import { useEffect, useSyncExternalStore } from 'react'
import { useLive } from './live.ts'

export interface WorkChange {
  /** Null where something else changed than who looks. */
  present: { id: string; name: string }[] | null
  case: { id: string; revision: number } | null
}

let lookedAt: string | null = null
const listeners = new Set<() => void>()

/** Tells others that this person looks at the case, for as long as the part is shown. */
export function useLookingAt(caseId: string | null): void {
  useEffect(() => {
    if (caseId === null) return
    look(caseId)
    return () => {
      if (lookedAt === caseId) look(null)
    }
  }, [caseId])
}

/** Calls with each change; with null when some may have been missed. */
export function useWorkLive(changed: (change: WorkChange | null) => void): void {
  const caseId = useSyncExternalStore(listen, () => lookedAt)
  const args = caseId === null ? '' : `(lookingAt: "${caseId}")`
  useLive<{ myWorkChanged: WorkChange }>(
    `subscription { myWorkChanged${args} { present { id name } case { __typename id revision } } }`,
    (data) => changed(data?.myWorkChanged ?? null),
  )
}

function look(caseId: string | null): void {
  lookedAt = caseId
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
