// Raw answers → rows: columns under their names, relations under their keys, moments as Date on every path.
import type { Place } from './keyset.ts'
import type { At, Layout } from './selection-layout.ts'

export type Raw = Readonly<Record<At, unknown>>
export type LooseRow = Record<string, unknown>

/** A page of rows; each carries its place in the list. */
export interface Page<R> {
  rows: R[]
  hasNextPage: boolean
}

export function rowOf(layout: Layout, raw: Raw): LooseRow {
  const row: LooseRow = {}
  for (const { name, at, instant } of layout.columns) {
    const value = raw[at]
    row[name] = instant && typeof value === 'string' ? new Date(value) : value
  }
  for (const { key, at, layout: other } of layout.ones) row[key] = raw[at] === null ? null : rowOf(other, raw)
  for (const { key, at, layout: other, first, parted } of layout.manys) {
    const rows = parted ? (raw[at] as unknown[][]).map((parts) => parts.flat() as never as Raw) : (raw[at] as Raw[])
    row[key] = first === null ? rows.map((one) => rowOf(other, one)) : pageOf(other, rows, first)
  }
  if (layout.place.length > 0)
    places.set(
      row,
      layout.place.map((at) => raw[at] as string | null),
    )
  return row
}

export function pageOf(layout: Layout, rows: readonly Raw[], first: number): Page<LooseRow> {
  return { rows: rows.slice(0, first).map((row) => rowOf(layout, row)), hasNextPage: rows.length > first }
}

const places = new WeakMap<object, Place>()

/** The place of a row in the page it came with. */
export function placeOf(row: object): Place {
  const place = places.get(row)
  if (!place) throw new Error('This row did not come with a page')
  return place
}
