// The layouts of the charts, each a chunk of its own, loaded when a case of its kind is first shown.
import { useEffect, useState } from 'react'
import type { Diagram } from '../../schema/diagram.ts'

const files = import.meta.glob<Diagram>('../../schema/diagrams/*.json', { import: 'default' })
const loaded = new Map<string, Diagram>()

/** The layout of the chart; null until it is here, or where the kind has no chart. */
export function useLayout(kind: string): Diagram | null {
  const [layout, setLayout] = useState(loaded.get(kind) ?? null)
  useEffect(() => {
    let wanted = true
    const known = loaded.get(kind)
    if (known) setLayout(known)
    else
      void files[`../../schema/diagrams/${kind}.json`]?.().then((diagram) => {
        loaded.set(kind, diagram)
        if (wanted) setLayout(diagram)
      })
    return () => {
      wanted = false
    }
  }, [kind])
  return layout
}
