// Which rows are chosen for a bulk action: one by one, from one to another, or all of the view.
import { useRef, useState } from 'react'

export interface Selection {
  ids: ReadonlySet<string>
  /** Every row of the view, loaded or not. */
  whole: boolean
  toggle: (id: string, to?: boolean) => void
  /** Chooses from the row that was last touched to this one. */
  reach: (id: string, order: readonly string[]) => void
  all: (ids: readonly string[]) => void
  chooseWhole: () => void
  clear: () => void
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [whole, setWhole] = useState(false)
  const anchor = useRef<string | null>(null)
  const put = (next: ReadonlySet<string>) => {
    setWhole(false)
    setIds(next)
  }
  return {
    ids,
    whole,
    toggle(id, to = !ids.has(id)) {
      anchor.current = id
      const next = new Set(ids)
      if (to) next.add(id)
      else next.delete(id)
      put(next)
    },
    reach(id, order) {
      const from = order.indexOf(anchor.current ?? id)
      const at = order.indexOf(id)
      const between = order.slice(Math.min(from, at), Math.max(from, at) + 1)
      put(new Set([...ids, ...between]))
    },
    all: (rows) => put(new Set(rows)),
    chooseWhole: () => setWhole(true),
    clear: () => put(new Set()),
  }
}
