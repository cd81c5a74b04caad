// A button with a small page under it; it closes on Escape, on a press elsewhere, and when something was chosen.
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'

interface MenuProps {
  label: ReactNode
  /** Opens towards the beginning of the line, upwards. */
  end?: boolean
  up?: boolean
  children: ReactNode
}

export function Menu({ label, end = false, up = false, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const shut = () => {
      if (menu.current) menu.current.open = false
    }
    const press = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) shut()
    }
    const key = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !menu.current?.open) return
      shut()
      menu.current.querySelector('summary')?.focus()
    }
    addEventListener('pointerdown', press)
    addEventListener('keydown', key)
    return () => {
      removeEventListener('pointerdown', press)
      removeEventListener('keydown', key)
    }
  }, [])
  const chosen = ({ target }: MouseEvent) => {
    const entry = target instanceof Element ? target.closest<HTMLElement>('button.entry') : null
    if (entry && entry.dataset.stay === undefined && menu.current) menu.current.open = false
  }
  return (
    <details className={`list-menu${end ? ' end' : ''}${up ? ' up' : ''}`} ref={menu}>
      <summary className="btn">{label}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the buttons inside are pressed */}
      <div onClick={chosen}>{children}</div>
    </details>
  )
}
