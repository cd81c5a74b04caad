// A table as text on this device: its headings, its rows with their lines, and parts small enough to be sent.
export interface CsvRow {
  /** Line of the file on which the row begins; the headings stand on 1. */
  line: number
  /** As it stands in the file. */
  text: string
  cells: readonly string[]
}

export interface CsvFile {
  name: string
  head: string
  headings: readonly string[]
  rows: readonly CsvRow[]
  separator: string
}

/** Windows-1251 where it is not UTF-8, as older spreadsheets write Cyrillic. */
export async function readCsv(file: File): Promise<CsvFile | null> {
  const bytes = await file.arrayBuffer()
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1251').decode(bytes)
  }
  return csvOf(file.name, text.replace(/^\uFEFF/, ''))
}

/** Null where there are no rows below the headings. */
export function csvOf(name: string, text: string): CsvFile | null {
  const [first, ...rest] = recordsOf(text)
  if (!first || rest.length === 0) return null
  const separator = [',', ';', '\t'].reduce((best, one) =>
    count(first.text, one) > count(first.text, best) ? one : best,
  )
  const rows = rest.map((record) => ({ ...record, cells: cellsOf(record.text, separator) }))
  return { name, head: first.text, headings: cellsOf(first.text, separator), rows, separator }
}

/** In bytes, with room for the rest of a command. */
const mostBytes = 150_000
const mostRows = 1_000

export interface CsvPart {
  text: string
  firstLine: number
  rows: readonly CsvRow[]
}

/** The rows in their order, each part with the headings before it; lines within a part follow one another. */
export function partsOf({ head, rows }: CsvFile): CsvPart[] {
  const encoder = new TextEncoder()
  const parts: CsvRow[][] = []
  let bytes = Number.POSITIVE_INFINITY
  let line = 0
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row.text)).length
    const last = parts.at(-1)
    if (!last || bytes + size > mostBytes || last.length >= mostRows || row.line !== line) {
      parts.push([row])
      bytes = encoder.encode(head).length + size
    } else {
      last.push(row)
      bytes += size
    }
    line = row.line + row.text.split('\n').length
  }
  return parts.map((part) => ({
    text: [head, ...part.map(({ text }) => text)].join('\n'),
    firstLine: part[0]?.line ?? 2,
    rows: part,
  }))
}

/** Lines, of which those within quotes belong together; empty ones are left out. */
function recordsOf(text: string): { line: number; text: string }[] {
  const records: { line: number; text: string }[] = []
  let open = ''
  let begun = 1
  for (const [index, part] of text.split(/\r\n|\n|\r/).entries()) {
    if (open === '') begun = index + 1
    open = open === '' ? part : `${open}\n${part}`
    if (count(open, '"') % 2 === 1) continue
    if (open.trim() !== '') records.push({ line: begun, text: open })
    open = ''
  }
  if (open.trim() !== '') records.push({ line: begun, text: open })
  return records
}

function cellsOf(record: string, separator: string): string[] {
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (let at = 0; at < record.length; at++) {
    const letter = record.charAt(at)
    if (letter === '"' && quoted && record.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (letter === '"') quoted = !quoted
    else if (letter === separator && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += letter
  }
  return [...cells, cell.trim()]
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
