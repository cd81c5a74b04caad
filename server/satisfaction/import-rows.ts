// Reads one row of a table of answers: whose it is, when, and its answers, or everything that is wrong with it.
import type { z } from 'zod'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { type AskedItem, answerFaults, type GivenAnswer } from './answer-check.ts'
import type { importResponsesInput } from './import-inputs.ts'
import { decimalOf, hasDecimalComma, type TableRow } from './import-table.ts'

export type ImportGiven = z.output<typeof importResponsesInput>

export type ImportFault = {
  line: number
  column: string | null
  code: string
  params: Record<string, string | number>
}

export interface ImportContext {
  given: ImportGiven
  items: Map<string, AskedItem>
  regions: Map<string, string>
  accounts: Map<string, { id: string; regionId: string; consumerType: ConsumerType }>
  known: Set<string>
  now: Date
}

export interface ReadRow {
  faults: ImportFault[]
  accountId: string | null
  regionId: string
  consumerType: ConsumerType
  kilotonnes: string | null
  key: string
  answeredAt: Date
  answers: GivenAnswer[]
}

/** Remembers the row's key in the context, so that the same one further down is a fault. */
export function readRow(context: ImportContext, { line, cells }: TableRow): ReadRow {
  const { given, items, regions, accounts, known, now } = context
  const faults: ImportFault[] = []
  const fault = (column: string | null, code: string, params: ImportFault['params'] = {}) => {
    faults.push({ line, column, code, params })
  }
  const cell = (column: string | null | undefined) => (column ? (cells[column] ?? '') : '')
  const number = (column: string): string | null => {
    const text = cell(column)
    const decimal = decimalOf(text, given.decimalComma ?? false)
    if (decimal === null) fault(column, hasDecimalComma(text) ? 'decimalComma' : 'notADecimal')
    return decimal
  }
  const account = given.accountColumn ? accounts.get(cell(given.accountColumn)) : undefined
  if (given.accountColumn && !account) fault(given.accountColumn, 'unknown')
  const regionId = given.regionColumn ? regions.get(cell(given.regionColumn)) : (given.regionId ?? account?.regionId)
  if (given.regionColumn && !regionId) fault(given.regionColumn, 'unknownCode')
  const consumerType = given.typeColumn
    ? typeOf(given, cell(given.typeColumn))
    : (given.consumerType ?? account?.consumerType)
  if (given.typeColumn && !consumerType) fault(given.typeColumn, 'unknownWord')
  const kilotonnes = given.kilotonnesColumn && cell(given.kilotonnesColumn) ? number(given.kilotonnesColumn) : null
  if (given.kilotonnesColumn && kilotonnes?.startsWith('-')) fault(given.kilotonnesColumn, 'negative')
  const key = given.keyColumn ? cell(given.keyColumn) : `line ${line}`
  if (key === '') fault(given.keyColumn ?? null, 'blank')
  else if (known.has(key)) fault(given.keyColumn ?? null, 'taken')
  known.add(key)
  const answeredAt = given.dateColumn ? new Date(`${cell(given.dateColumn)}T12:00:00Z`) : now
  if (given.dateColumn && !/^\d{4}-\d\d-\d\d$/.test(cell(given.dateColumn))) fault(given.dateColumn, 'notADay')
  else if (Number.isNaN(answeredAt.getTime())) fault(given.dateColumn ?? null, 'notADay')
  else if (answeredAt.getTime() > now.getTime() + 86_400_000) fault(given.dateColumn ?? null, 'inFuture')
  const { answers, columns } = answersOf(given, items, cell, number)
  if (faults.length === 0) {
    for (const { field, code, params } of answerFaults([...items.values()], answers, { complete: true })) {
      const index = /^answers\.(\d+)/.exec(field ?? '')?.[1]
      fault(index === undefined ? null : (columns[Number(index)] ?? null), code, params)
    }
  }
  return {
    ...{ faults, kilotonnes, key, answeredAt, answers },
    accountId: account?.id ?? null,
    regionId: regionId ?? '',
    consumerType: consumerType ?? 'endUser',
  }
}

function answersOf(
  given: ImportGiven,
  items: ImportContext['items'],
  cell: (column: string) => string,
  number: (column: string) => string | null,
): { answers: GivenAnswer[]; columns: string[] } {
  const answers = new Map<string, GivenAnswer>()
  const columns = new Map<string, string>()
  for (const { column, item: code, importance } of given.items) {
    const kind = items.get(code)?.kind
    const text = cell(column)
    if (text === '' || !kind) continue
    const before = answers.get(code) ?? { item: code }
    if (importance) answers.set(code, { ...before, importance: number(column) })
    else if (kind === 'rating' || kind === 'recommendation') answers.set(code, { ...before, number: number(column) })
    else if (kind === 'text') answers.set(code, { ...before, text })
    else if (kind === 'ranking') answers.set(code, { ...before, ranks: ranksOf(text) })
    else answers.set(code, { ...before, words: text.split('|').map((word) => word.trim()) })
    if (!columns.has(code)) columns.set(code, column)
  }
  return { answers: [...answers.values()], columns: [...answers.keys()].map((code) => columns.get(code) ?? '') }
}

/** `price|quality|service`: the options in their order, the most important first. */
function ranksOf(text: string): { option: string; rank: number }[] {
  return text.split('|').map((option, index) => ({ option: option.trim(), rank: index + 1 }))
}

function typeOf({ typeValues }: ImportGiven, text: string): ConsumerType | undefined {
  const told = typeValues?.find(({ value }) => value === text)?.consumerType
  return told ?? (text === 'endUser' || text === 'wholesaler' ? text : undefined)
}
