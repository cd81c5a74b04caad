// A list of any length: only the rows in sight are in the page; J and K, x and shift+J work over all of them.
// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not in the page, which the elements of tables cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: rows hold a link and a box, which take the focus
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKey } from '../shell/keys.ts'
import type { Selection } from './selection.ts'
import './lists.css'

export interface TableRow {
  id: string
  /** What a person calls the row. */
  name: string
}

export type TableItem<R extends TableRow> = { row: R } | { id: string; heading: ReactNode }

interface VirtualTableProps<R extends TableRow> {
  /** Names the list, and its place to come back to. */
  name: string
  label: string
  items: readonly TableItem<R>[]
  /** Rows of the whole list; null while they are not counted. */
  total: number | null
  more: boolean
  next: () => void
  draw: (row: R) => ReactNode
  open: (row: R) => void
  selection: Selection | null
  /** Told of the row that the keyboard stands on. */
  stand?: (id: string | null) => void
}

const places = new Map<string, number>()
const ahead = 12

export function VirtualTable<R extends TableRow>(props: VirtualTableProps<R>) {
  const { name, label, items, total, more, next, draw, open, selection, stand } = props
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const [margin, setMargin] = useState(0)
  const rows = items.flatMap((item) => ('row' in item ? [item.row] : []))
  const order = rows.map(({ id }) => id)
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => (innerWidth < 700 ? 72 : innerWidth < 1100 ? 48 : 40),
    overscan: ahead,
    scrollMargin: margin,
    getItemKey: (index) => idOf(items[index]) ?? index,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useLayoutEffect(() => {
    const top = (body.current?.getBoundingClientRect().top ?? 0) + scrollY
    if (Math.abs(top - margin) > 1) setMargin(top)
  })
  useEffect(() => {
    if (more && last >= items.length - ahead) next()
  }, [more, last, items.length, next])
  useReturn(name, items.length > 0)

  const stay = (id: string | null) => {
    setChosen(id)
    stand?.(id)
  }
  const move = (step: number): string | null => {
    const at = order.indexOf(chosen ?? '')
    const id = order[Math.min(Math.max(at < 0 ? 0 : at + step, 0), order.length - 1)] ?? null
    stay(id)
    if (id) virtual.scrollToIndex(items.findIndex((item) => idOf(item) === id))
    return id
  }
  const row = rows.find(({ id }) => id === chosen) ?? null
  useKey('j arrowdown', () => move(1), true, t('together.next'))
  useKey('k arrowup', () => move(-1), true, t('together.previous'))
  useKey('enter', () => row && open(row), row !== null, t('together.openRow'))
  useKey('x', () => row && selection?.toggle(row.id), selection !== null && row !== null)
  const extend = (step: number) => {
    if (chosen && selection && !selection.ids.has(chosen)) selection.toggle(chosen, true)
    const id = move(step)
    if (id) selection?.reach(id, order)
  }
  useKey('shift+j', () => extend(1), selection !== null)
  useKey('shift+k', () => extend(-1), selection !== null)
  useKey('escape', () => selection?.clear(), selection !== null && selection.ids.size > 0)
  const every = rows.length > 0 && rows.every(({ id }) => selection?.ids.has(id))
  return (
    <div role="table" aria-label={label} aria-rowcount={total === null ? -1 : total + 1} className="rows">
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={selection ? 'rows-head' : 'unseen'}>
          {selection && (
            <span role="columnheader" className="pick-row">
              <label>
                <input
                  type="checkbox"
                  aria-label={t('bulk.all')}
                  checked={every}
                  ref={(box) => {
                    if (box) box.indeterminate = !every && selection.ids.size > 0
                  }}
                  onChange={() => (every ? selection.clear() : selection.all(order))}
                />
              </label>
            </span>
          )}
          <span role="columnheader" className="xs q">
            {total === null ? label : t('lists.count', { count: total })}
          </span>
        </div>
      </div>
      <div role="rowgroup" ref={body} className="rows-body" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const item = items[index]
          if (!item) return null
          return (
            <div
              key={key}
              role="row"
              data-index={index}
              ref={virtual.measureElement}
              aria-rowindex={'row' in item ? order.indexOf(item.row.id) + 2 : undefined}
              className={'row' in item && item.row.id === chosen ? 'rows-row chosen' : 'rows-row'}
              style={{ transform: `translateY(${start - margin}px)` }}
              onFocus={() => 'row' in item && chosen !== item.row.id && stay(item.row.id)}
            >
              {'row' in item ? (
                <>
                  {selection && <Pick row={item.row} selection={selection} order={order} />}
                  <span role="cell" className="rows-cell">
                    {draw(item.row)}
                  </span>
                </>
              ) : (
                <span role="cell" className="rows-cell">
                  {item.heading}
                </span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Pick({ row, selection, order }: { row: TableRow; selection: Selection; order: readonly string[] }) {
  const { t } = useTranslation()
  const { ids, whole, toggle, reach } = selection
  return (
    <span role="cell" className="pick-row">
      <label>
        <input
          type="checkbox"
          aria-label={t('bulk.pick', { name: row.name })}
          checked={whole || ids.has(row.id)}
          onChange={({ nativeEvent }) =>
            nativeEvent instanceof MouseEvent && nativeEvent.shiftKey ? reach(row.id, order) : toggle(row.id)
          }
        />
      </label>
    </span>
  )
}

/** Keeps the place in the list while another page is looked at. */
function useReturn(name: string, filled: boolean): void {
  const back = useRef(places.get(name) ?? 0)
  const arrived = useRef(false)
  useEffect(() => {
    if (!filled || arrived.current) return
    arrived.current = true
    const frame = requestAnimationFrame(() => {
      if (back.current > 0) scrollTo({ top: back.current })
    })
    return () => cancelAnimationFrame(frame)
  }, [filled])
  useEffect(() => {
    const keep = () => {
      if (arrived.current) places.set(name, scrollY)
    }
    addEventListener('scroll', keep, { passive: true })
    return () => removeEventListener('scroll', keep)
  }, [name])
}

function idOf<R extends TableRow>(item: TableItem<R> | undefined): string | undefined {
  if (!item) return undefined
  return 'row' in item ? item.row.id : item.id
}
