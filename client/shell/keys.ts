// Keyboard shortcuts: single letters rest while somebody writes, Ctrl ones do not.
import { useEffect, useRef } from 'react'

/** `keys` as `j`, `enter`, `ctrl+k`; several are separated by a space. */
export function useKey(keys: string, act: () => void, active = true): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (!active) return
    const wanted = keys.split(' ')
    const press = (event: KeyboardEvent): void => {
      const ctrl = event.ctrlKey || event.metaKey
      const pressed = `${ctrl ? 'ctrl+' : ''}${event.key.toLowerCase()}`
      if (!wanted.includes(pressed) || event.altKey || (!ctrl && writes(event.target))) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [keys, active])
}

function writes(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('dialog[open], [popover]:popover-open')) return true
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
