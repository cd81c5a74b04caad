// Which column means what: guessed from its heading, changed by hand, and told to the server.
import type { AskedItem, ImportResponsesVariables } from '../generated/answers.ts'
import type { CsvFile } from './csv-file.ts'

/** Of a column: nothing, `item:<code>`, `importance:<code>`, or one of `besides`. */
export type Meaning = string

export const besides = ['region', 'type', 'account', 'kilotonnes', 'key', 'date'] as const

export interface Mapping {
  meanings: readonly Meaning[]
  decimalComma: boolean
  /** What stands in the column of regions, or of types → what it means. */
  regionValues: Readonly<Record<string, string>>
  typeValues: Readonly<Record<string, string>>
  /** Of all rows, where no column says it. */
  regionId: string
  consumerType: string
}

const names: Record<(typeof besides)[number], RegExp> = {
  region: /^(region|регион|өңір|منطقه)$/,
  type: /^(type|consumer ?type|customer ?type|тип|түрі|نوع)$/,
  account: /^(account|customer|customer ?no|number|потребитель|клиент|тұтынушы)$/,
  kilotonnes: /^(kt|kilotonnes|volume|тыс ?т|объ[её]м|көлем)$/,
  key: /^(id|key|row|respondent|no|№|ключ)$/,
  date: /^(date|day|answered|дата|күні|تاریخ)$/,
}

export function guessed(file: CsvFile, items: readonly AskedItem[]): Mapping {
  const taken = new Set<string>()
  const meanings = file.headings.map((heading) => {
    const found = guess(heading, items)
    if (found === '' || taken.has(found)) return ''
    taken.add(found)
    return found
  })
  const decimal =
    file.separator !== ',' && file.rows.some(({ cells }) => cells.some((cell) => /^-?\d+,\d+$/.test(cell)))
  const quoted = file.separator === ',' && file.rows.some(({ cells }) => cells.some((cell) => /^-?\d+,\d+$/.test(cell)))
  return { meanings, decimalComma: decimal || quoted, regionValues: {}, typeValues: {}, regionId: '', consumerType: '' }
}

function guess(heading: string, items: readonly AskedItem[]): Meaning {
  const plain = heading.trim().toLowerCase()
  const item = items.find(({ code, wording }) => code.toLowerCase() === plain || wording.toLowerCase() === plain)
  if (item) return `item:${item.code}`
  const important = /^(.+?)[ _.-]+importance$/.exec(plain)?.[1] ?? /^importance[ _.-]+(.+)$/.exec(plain)?.[1]
  const weighed = items.find(({ code, asksImportance }) => asksImportance && code.toLowerCase() === important)
  if (weighed) return `importance:${weighed.code}`
  return besides.find((name) => names[name].test(plain)) ?? ''
}

/** The different values of the column with this meaning, in the order they come. */
export function valuesOf(file: CsvFile, { meanings }: Mapping, meaning: Meaning): string[] {
  const at = meanings.indexOf(meaning)
  if (at < 0) return []
  return [...new Set(file.rows.map(({ cells }) => cells[at] ?? ''))].filter(Boolean).slice(0, 100)
}

type Input = ImportResponsesVariables['input']

/** Everything of the input that the columns say. */
export function mappedInput(file: CsvFile, mapping: Mapping): Omit<Input, 'waveId' | 'text' | 'dryRun'> {
  const { meanings, decimalComma } = mapping
  const columnOf = (meaning: Meaning) => file.headings[meanings.indexOf(meaning)] ?? null
  const items = meanings.flatMap((meaning, index) => {
    const [kind, code] = meaning.split(':')
    const column = file.headings[index]
    if (!code || !column) return []
    return [{ column, item: code, ...(kind === 'importance' && { importance: true }) }]
  })
  return {
    items,
    decimalComma,
    fileName: file.name.slice(0, 200) || null,
    regionColumn: columnOf('region'),
    regionValues: Object.entries(mapping.regionValues).flatMap(([value, regionId]) =>
      regionId ? [{ value, regionId }] : [],
    ),
    regionId: columnOf('region') ? null : mapping.regionId || null,
    typeColumn: columnOf('type'),
    typeValues: Object.entries(mapping.typeValues).flatMap(([value, type]) =>
      type === 'endUser' || type === 'wholesaler' ? [{ value, consumerType: type }] : [],
    ),
    consumerType:
      !columnOf('type') && (mapping.consumerType === 'endUser' || mapping.consumerType === 'wholesaler')
        ? mapping.consumerType
        : null,
    accountColumn: columnOf('account'),
    kilotonnesColumn: columnOf('kilotonnes'),
    keyColumn: columnOf('key'),
    dateColumn: columnOf('date'),
  }
}
