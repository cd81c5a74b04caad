// A table of answers as text: its rows with their line numbers, and the reading of its cells.
import { CsvError, parse } from 'csv-parse/sync'

export interface TableRow {
  /** Line of the file on which the row begins, 1 being the headings. */
  line: number
  cells: Readonly<Record<string, string>>
}

export type Table = { headings: string[]; rows: TableRow[] } | { fault: string; line: number }

/**
 * Reads CSV with a line of headings; the separator is the one of comma, semicolon and tab that the headings have most of. Quotes,
 * line ends within them and a mark of UTF-8 are read as in RFC 4180. A table that is broken is told of with its line.
 */
export function readTable(text: string): Table {
  const delimiter = separatorOf(text)
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: false,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const [head, ...body] = records
    if (!head) return { fault: 'noRows', line: 1 }
    const headings = head.record
    if (new Set(headings).size < headings.length) return { fault: 'taken', line: 1 }
    let before = head.info.lines
    const rows = body.map(({ record, info }) => {
      const line = before + 1
      before = info.lines
      return { line, cells: Object.fromEntries(headings.map((name, index) => [name, record[index] ?? ''])) }
    })
    return rows.length === 0 ? { fault: 'noRows', line: 1 } : { headings, rows }
  } catch (error) {
    if (error instanceof CsvError) return { fault: 'badTable', line: Number(error.lines ?? 1) }
    throw error
  }
}

/** A number of a cell as decimal text, or null where it is none: 1 234,5 is one with `decimalComma`, 1,234.5 never. */
export function decimalOf(cell: string, decimalComma: boolean): string | null {
  const pattern = decimalComma ? /^-?\d+(,\d+)?$/ : /^-?\d+(\.\d+)?$/
  if (!pattern.test(cell)) return null
  return cell.replace(',', '.')
}

/** A number that has a comma where a point is looked for. */
export function hasDecimalComma(cell: string): boolean {
  return /^-?\d+,\d+$/.test(cell)
}

function separatorOf(text: string): string {
  const head = text.slice(0, text.search(/\r?\n|$/)).replace(/"[^"]*"/g, '')
  const count = (separator: string) => head.split(separator).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}
