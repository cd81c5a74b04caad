// Pieces of input with their limits, and one way from a fault of zod to a refusal with field and code.
import { z } from 'zod'
import type { Words } from '../../schema/vocabulary.ts'
import { compareDecimals, isDecimal } from '../workflows/decimal.ts'
import { type FieldFault, Refused } from './refusal.ts'

/** Longest texts: one line of a form, and what people write freely. */
export const lineLimit = 300
export const textLimit = 10_000
/** Entries of a list in one input. */
export const listLimit = 200
/** Years that a date can lie in: working time is counted through all of them. */
const knownYears = { from: 1970, to: 2099 }
const heaviest = '10000'
const highest = '100000000000'
const CATALOGUE_CODE = /^[A-Za-z0-9-]{1,40}$/

/** Free text: not blank, at most `max` characters, no control characters but line ends and tabs. */
export const text = (max = textLimit) => limited(max, /(?![\t\n\r\u0080-\u009f])\p{Cc}/u)
/** One line of text. */
export const line = (max = lineLimit) => limited(max, /(?![\u0080-\u009f])\p{Cc}/u)
export const id = () => z.uuid({ error: code('unknownId') })
/** A moment, given as Date or ISO text with an offset; carried as UTC ISO text. */
export const moment = () =>
  z
    .union([z.date(), z.iso.datetime({ offset: true })], { error: code('notAMoment') })
    .superRefine(inKnownYears)
    .transform((value) => new Date(value).toISOString())
    .meta({ scalar: 'DateTime' })
/** A civil day such as 2026-03-31. */
export const day = () =>
  z.iso
    .date({ error: code('notADay') })
    .superRefine(inKnownYears)
    .meta({ scalar: 'Date' })
/** Tonnes: more than 0, at most 10,000, three places. */
export const mass = () => decimal({ places: 3, above: '0', max: heaviest })
/** Tonnes that may be 0: what an inspection found. */
export const massOrNone = () => decimal({ places: 3, min: '0', max: heaviest })
/** An amount of money: 0 or more, two places. */
export const money = () => decimal({ places: 2, min: '0', max: highest })
export const percent = () => decimal({ places: 2, above: '0', max: '100' })
export const currency = () => z.string().regex(/^[A-Z]{3}$/, { error: code('notACurrency') })
/** A code of a catalogue. */
export const catalogueCode = () => z.string().regex(CATALOGUE_CODE, { error: code('unknownCode') })
/** A code that a catalogue is to have. */
export const newCatalogueCode = () =>
  z.string().regex(CATALOGUE_CODE, { error: code('badCode', { allowed: 'a–z, A–Z, 0–9, -' }) })
export const whole = (min: number, max: number) =>
  z
    .int({ error: code('notWhole') })
    .min(min, { error: code('tooLow', { min }) })
    .max(max, { error: code('tooHigh', { max }) })
export const list = <T extends z.ZodType>(entry: T, max = listLimit) =>
  z.array(entry).max(max, { error: code('tooMany', { max }) })
/** A word of a closed list, by the name of its enum in the API. */
export const word = <T extends Readonly<Record<string, string>>>(name: string, words: T) =>
  z.enum(Object.keys(words) as [Words<T>, ...Words<T>[]], { error: code('unknownWord') }).meta({ enum: name })

/** The input as the schema gives it. Refuses `invalid` with every fault, its path and code. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Refused({ kind: 'invalid', fields: result.error.issues.map(faultOf) })
}

export interface DecimalLimits {
  places: number
  above?: string
  min?: string
  max: string
}

export function decimal({ places, above, min, max }: DecimalLimits) {
  return z
    .string()
    .superRefine((value, context) => {
      const fault = (code: string, params: FieldFault['params'] = {}) =>
        context.addIssue({ code: 'custom', params: { code, ...params }, message: code })
      if (!isDecimal(value)) return fault('notADecimal')
      if ((value.split('.')[1] ?? '').length > places) fault('tooManyDecimals', { places })
      if (above !== undefined && compareDecimals(value, above) <= 0)
        fault(value.startsWith('-') ? 'negative' : 'notPositive')
      if (min !== undefined && compareDecimals(value, min) < 0) fault('negative')
      if (compareDecimals(value, max) > 0) fault('tooHigh', { max })
    })
    .meta({ scalar: 'Decimal' })
}

function inKnownYears(value: Date | string, context: z.RefinementCtx): void {
  const year = new Date(value).getUTCFullYear()
  if (year >= knownYears.from && year <= knownYears.to) return
  context.addIssue({ code: 'custom', params: { code: 'dateOutOfRange', ...knownYears }, message: 'dateOutOfRange' })
}

function limited(max: number, refused: RegExp) {
  return z.string().superRefine((value, context) => {
    const fault = (code: string, params: FieldFault['params'] = {}) =>
      context.addIssue({ code: 'custom', params: { code, ...params }, message: code })
    if (value.includes('\u0000')) fault('nul')
    else if (refused.test(value) || !value.isWellFormed()) fault('controlCharacter')
    if (value.trim() === '') fault('blank')
    if ([...value].length > max) fault('tooLong', { max })
  })
}

/** The code travels in the message of zod's own issues, its parameters as JSON behind it. */
function code(name: string, params: FieldFault['params'] = {}): string {
  return `${name} ${JSON.stringify(params)}`
}

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  const field = issue.path.length > 0 ? issue.path.join('.') : null
  if (issue.code === 'custom') {
    const { code = 'invalid', ...params } = (issue.params ?? {}) as FieldFault['params'] & { code?: string }
    return { field, code, params }
  }
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null))
    return { field, code: 'required', params: {} }
  const [name = '', params] = issue.message.split(/ (?=\{)/)
  return /^[a-z][A-Za-z]+$/.test(name)
    ? { field, code: name, params: JSON.parse(params ?? '{}') }
    : { field, code: 'invalid', params: {} }
}
