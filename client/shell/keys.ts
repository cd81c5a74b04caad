// Keyboard shortcuts: single letters rest while somebody writes, Ctrl ones do not.
import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface Shortcut {
  keys: string
  label: string
}

let shortcuts: readonly Shortcut[] = []
const listeners = new Set<() => void>()

/** `keys` as `j`, `shift+j`, `enter`, `ctrl+k`; several are separated by a space. One with a label stands on the sheet of shortcuts. */
export function useKey(keys: string, act: () => void, active = true, label?: string): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (!active) return
    const wanted = keys.split(' ')
    const press = (event: KeyboardEvent): void => {
      const ctrl = event.ctrlKey || event.metaKey
      const shift = event.shiftKey && /^[a-z]$/i.test(event.key)
      const pressed = `${ctrl ? 'ctrl+' : ''}${shift ? 'shift+' : ''}${event.key.toLowerCase()}`
      if (!wanted.includes(pressed) || event.altKey || (!ctrl && writes(event.target))) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [keys, active])
  useEffect(() => {
    if (!active || label === undefined) return
    const shortcut = { keys, label }
    show([...shortcuts, shortcut])
    return () => show(shortcuts.filter((one) => one !== shortcut))
  }, [keys, active, label])
}

/** The shortcuts that work on the page as it is. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(listen, () => shortcuts)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function show(next: readonly Shortcut[]): void {
  shortcuts = next
  for (const listener of listeners) listener()
}

function writes(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('dialog[open], [popover]:popover-open')) return true
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
