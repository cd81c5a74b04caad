// What is written in one place of the pages: restored where it was left, on this device or another.
import { useEffect, useSyncExternalStore } from 'react'
import { useDevice } from './device.ts'
import type { Draft, ServerDraft } from './drafts.ts'

export interface DraftState {
  draft: Draft | null
  other: ServerDraft | null
  takeOther: () => void
}

export interface DraftUse<T> extends DraftState {
  value: T
  change: (next: T) => void
  /** Sent, or thrown away. */
  clear: () => void
}

/** `start` is what an start form holds; `basedOn` the revision of the case that the writer looks at. */
export function useDraft<T extends object | string>(key: string, start: T, basedOn: number | null = null): DraftUse<T> {
  const { drafts } = useDevice()
  const draft = useSyncExternalStore(drafts.listen, () => drafts.get(key))
  const other = useSyncExternalStore(drafts.listen, () => drafts.other(key))
  useEffect(() => {
    void drafts.meet(key)
  }, [drafts, key])
  return {
    value: draft ? merged(start, draft.body as T) : start,
    draft,
    other,
    change(next) {
      if (JSON.stringify(next) === JSON.stringify(start)) drafts.forget(key)
      else drafts.keep(key, next, basedOn)
    },
    clear: () => drafts.forget(key),
    takeOther: () => drafts.takeOther(key),
  }
}

/** A form that has got a field since begins it as new. */
function merged<T extends object | string>(start: T, kept: T): T {
  return typeof start === 'string' ? kept : Object.assign({}, start, kept)
}
