// Rows as CSV (RFC 4180): CRLF, quotes where needed, and no cell that a spreadsheet program would take for a formula.
import type { Cell } from './cells.ts'

export const byteOrderMark = '\ufeff'

export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  switch (cell.kind) {
    case 'nothing':
      return ''
    case 'number':
      return cell.value
    case 'moment':
      return cell.value.toISOString()
    case 'text':
      return quoted(inert(cell.value))
    default:
      return cell satisfies never
  }
}

/**
 * What a spreadsheet program takes for the beginning of a formula, full-width forms too, at the beginning of the text, of one of its
 * lines, or after what programs pass over or split at. An apostrophe before it makes the cell text (OWASP, CSV injection).
 */
const formula = /^[\s\p{Cc}\p{Cf}"';,]*[=+\-@＝＋－＠]|^[\t\r\n]/u

function inert(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",\r\n\t;']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
