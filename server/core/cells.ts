// What a cell of an exported table holds, whatever the file: text that stays text, numbers that stay numbers.
export type Cell =
  | { kind: 'text'; value: string }
  /** An exact decimal number as text. */
  | { kind: 'number'; value: string }
  | { kind: 'moment'; value: Date }
  | { kind: 'nothing' }

export const nothing: Cell = { kind: 'nothing' }

export function textCell(value: string | null | undefined): Cell {
  return value == null || value === '' ? nothing : { kind: 'text', value }
}

export function numberCell(value: string | null | undefined): Cell {
  return value == null ? nothing : { kind: 'number', value }
}

/** A moment as the API writes it. */
export function momentCell(value: string | null | undefined): Cell {
  return value == null ? nothing : { kind: 'moment', value: new Date(value) }
}
