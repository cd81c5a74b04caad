// The view with which a page opens, and the text by which views are compared.
import { useEffect, useRef } from 'react'
import type { ViewFacts } from '../generated/views.ts'

/** Opens the page with the view that the person chose for it, once, where the address asks for nothing. */
export function useFirstView(
  views: readonly ViewFacts[],
  bare: boolean,
  apply: (view: Record<string, unknown>, saved: string) => void,
): void {
  const applied = useRef(false)
  const first = views.find((one) => one.first)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first answer moves the address
  useEffect(() => {
    if (applied.current || !first) return
    applied.current = true
    if (bare) apply(JSON.parse(first.view), first.id)
  }, [first?.id])
}

/** Names in order, so that equal views have equal texts. */
export function canonical(view: object): string {
  const entries = Object.entries(view).filter(([, value]) => value !== undefined)
  return JSON.stringify(Object.fromEntries(entries.toSorted(([a], [b]) => a.localeCompare(b))))
}
