/** How column values arrive in the code: exact numbers as strings, counts as numbers, days as text, moments as Date. */
import pg from 'pg'

type Parser = (text: string) => unknown

const OID = { int8: 20, date: 1082, textArray: 1009, int8Array: 1016, dateArray: 1182, numericArray: 1231 }

/**
 * int8 → number (refused above 2^53 - 1), numeric → decimal string, date → 'YYYY-MM-DD', timestamptz → Date, arrays alike.
 * Values inside `json_agg` and its like do not pass here: cast numeric to text there.
 */
export const columnTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
    return (format === 'binary' ? undefined : PARSERS.get(oid)) ?? pg.types.getTypeParser(oid, format)
  },
}

const asIs: Parser = (text) => text
const textArray: (text: string) => (string | null)[] = pg.types.getTypeParser(OID.textArray)

const PARSERS = new Map<number, Parser>([
  [OID.int8, safeInteger],
  [OID.int8Array, (text) => textArray(text).map((item) => (item === null ? null : safeInteger(item)))],
  [OID.date, asIs],
  [OID.dateArray, textArray],
  [OID.numericArray, textArray],
])

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is beyond the whole numbers that are exact in JavaScript.`)
  return value
}
