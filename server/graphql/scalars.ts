// The scalars of the API, strict in both directions.
import { GraphQLError } from 'graphql'

export type Scalars = {
  ID: { Input: string; Output: string }
  DateTime: { Input: Date; Output: Date }
  Date: { Input: string; Output: string }
  Decimal: { Input: string; Output: string }
}

const DATE_TIME =
  /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const DATE = /^\d{4}-\d\d-\d\d$/
const DECIMAL = /^-?(0|[1-9]\d{0,14})(\.\d{1,8})?$/

export const dateTime = {
  description: 'A moment: ISO 8601 with its offset; answers are in UTC (2026-11-21T09:30:00.000Z).',
  serialize: (value: Date) => value.toISOString(),
  parseValue: (value: unknown): Date => {
    if (typeof value !== 'string' || !DATE_TIME.test(value) || !isDay(value.slice(0, 10)))
      throw bad('a moment such as 2026-11-21T09:30:00Z')
    return new Date(value)
  },
}

export const date = {
  description: 'A civil day: 2026-11-21.',
  serialize: (value: string) => value,
  parseValue: (value: unknown): string => {
    if (typeof value !== 'string' || !DATE.test(value) || !isDay(value)) throw bad('a day such as 2026-11-21')
    return value
  },
}

export const decimal = {
  description: 'An exact decimal number as text: "12.400". At most 15 digits before the point and 8 after it.',
  serialize: (value: string) => value,
  parseValue: (value: unknown): string => {
    if (typeof value !== 'string' || !DECIMAL.test(value)) throw bad('a decimal number as text such as "12.400"')
    return value
  },
}

/** The year 0 has no place in the database, and 31 February is no day. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !text.startsWith('0000') && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function bad(text: string): GraphQLError {
  return new GraphQLError(`must be ${text}`, { extensions: { code: 'BAD_INPUT' } })
}
