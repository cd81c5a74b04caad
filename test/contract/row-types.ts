// Reads the interfaces of schema/database*.ts: strict about their form, so that a line it does not understand is a failure.
import { ROOT, sourceFiles } from './source-files.ts'

export type Column = {
  name: string
  /** What the code reads: text, number, boolean, Date, Buffer, json, or these as a list (`number[]`). */
  kind: string
  nullable: boolean
  /** Whether an insert may leave the column out. */
  defaulted: boolean
  /** The closed list of words that the column's text comes from: a type of the vocabulary or literals. */
  words: { type: string } | { literals: string[] } | null
}

/** Columns by table, as the `Database` interface names the tables. */
export function rowTypes(): Map<string, Column[]> {
  const files = sourceFiles('schema').filter(({ path }) => path.startsWith('schema/database'))
  const interfaces = new Map(files.flatMap(({ path, text }) => interfacesOf(path, text)))
  const tables = interfaces.get('Database') ?? []
  return new Map(
    tables.map((line) => {
      const [table, row] = split(line)
      const columns = interfaces.get(row)
      if (!columns)
        throw new Error(`${ROOT}: Database.${table} names ${row}, which is no interface of schema/database*.ts`)
      return [table, columns.map(columnOf)]
    }),
  )
}

const COMMENT = /^ +(\/\/|\/\*\*|\*)/

/** Interface name → its member lines. */
function interfacesOf(path: string, text: string): [string, string[]][] {
  const found = Array.from(
    text.matchAll(/^export interface (\w+) \{\n((?: {2}.+\n)*)\}$/gm),
    ([, name = '', body = '']): [string, string[]] => [
      name,
      body.split('\n').filter((line) => line !== '' && !COMMENT.test(line)),
    ],
  )
  const expected = text.match(/\b(interface|type) \w+ [{=]/g)?.length ?? 0
  if (found.length !== expected) throw new Error(`${path}: ${expected} declarations, ${found.length} read`)
  return found
}

function split(line: string): [string, string] {
  const [, name, type] = /^ {2}(\w+): (.+)$/.exec(line) ?? []
  if (name === undefined || type === undefined) throw new Error(`Not a member with a type: ${line}`)
  return [name, type]
}

function columnOf(line: string): Column {
  const [name, written] = split(line)
  const { read, json, defaulted } = wrapped(written)
  const nullable = read.endsWith(' | null')
  const type = nullable ? read.slice(0, -' | null'.length) : read
  const words = json ? null : wordsOf(type)
  return { name, kind: json ? 'json' : words ? 'text' : plainKind(type, line), nullable, defaulted, words }
}

/** What a select reads, taken out of the wrappers that say how the column is written. */
function wrapped(written: string): { read: string; json: boolean; defaulted: boolean } {
  const [, wrapper, inner = ''] = /^(JSONColumnType|DefaultedJson|Generated|ColumnType)<(.+)>$/.exec(written) ?? []
  switch (wrapper) {
    case 'Generated':
      return { read: inner, json: false, defaulted: true }
    case 'ColumnType': {
      const [, read = '', insert = ''] = /^(.+), ([^,]+), [^,]+$/.exec(inner) ?? []
      return { read, json: /^\{|\[\]|^(JsonObject|Ranks)\b/.test(read), defaulted: insert.includes('undefined') }
    }
    case undefined:
      return { read: written, json: false, defaulted: false }
    default:
      return { read: inner, json: true, defaulted: wrapper === 'DefaultedJson' }
  }
}

function wordsOf(type: string): Column['words'] {
  if (/^('\w+'( \| )?)+$/.test(type)) return { literals: type.split(' | ').map((word) => word.slice(1, -1)) }
  return /^[A-Z]\w*$/.test(type) && !['Date', 'Buffer'].includes(type) ? { type } : null
}

function plainKind(type: string, line: string): string {
  const known = /^(string|number|boolean|Date|Buffer)(\[\])?$/.exec(type)
  if (!known) throw new Error(`Unknown type of a column: ${line}`)
  return type.replace('string', 'text')
}
