/** The tested values of an EN 10168 certificate: one row per value, with its code, its text as written, number and unit. */

import type { CertificateFile, InspectionPart, Section } from './certificate-file.ts'
import { decimalOf } from './decimal-text.ts'

export type ValueGroup = 'chemistry' | 'tensile' | 'impact' | 'hardness' | 'otherMechanical' | 'other'

export interface CertificateValue {
  /** EN 10168 field: C01–C120 for inspections, D01–D99 for other tests. */
  code: string
  /** What was measured, in the certificate's words: symbol, property or key. */
  name: string
  /** The heat it belongs to; null where the certificate names several and does not say which. */
  heat: string | null
  /** C00 of the inspection: the sample, piece or melt that was tested, as the mill numbers it. */
  piece: string | null
  group: ValueGroup
  rawText: string
  /** Plain decimal string; null where the text is not one unambiguous number. */
  number: string | null
  unit: string | null
  /** Limits where the certificate says them; an open limit ('<', '>') is given by its bound. */
  min?: string
  max?: string
  interpretation?: string
  /** Test standard, or the formula of a calculated chemical value. */
  method?: string
}

type Found = Omit<CertificateValue, 'heat' | 'piece' | 'group'>

/** Names for values whose entry carries none (field names of EN 10168). */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  C01: 'Location of the sample',
  C02: 'Direction of the test piece',
  C03: 'Test temperature',
  C10: 'Shape of the test piece',
  C11: 'Yield or proof strength',
  C12: 'Tensile strength',
  C13: 'Elongation after fracture',
  C30: 'Method of test',
  C31: 'Individual value',
  C32: 'Mean value',
  C40: 'Type of test piece',
  C41: 'Width of test piece',
  C42: 'Individual value',
  C43: 'Mean value',
  C70: 'Steelmaking process',
  D01: 'Marking and identification, surface, shape and dimensions',
}

/**
 * All values of a checked certificate, in the order of the file; a list (C31, C42) gives one row per entry. A value belongs
 * to the only heat, else to the heat that its C00 names. Chemistry without a unit is in percent where the schema version is
 * 0.4 (that schema defines it so).
 */
export function certificateValues(
  file: CertificateFile,
  heats: readonly string[],
  version: string,
): CertificateValue[] {
  const { Inspection, OtherTests } = file.Certificate
  const inspections = Inspection === undefined ? [] : Array.isArray(Inspection) ? Inspection : [Inspection]
  const onlyHeat = heats.length === 1 ? (heats[0] ?? null) : null
  const { D01, NonDestructiveTests, OtherProductTests } = OtherTests ?? {}
  const others = [{ ...(D01 !== undefined && { D01 }) }, NonDestructiveTests, OtherProductTests].flatMap(found)
  return [
    ...inspections.flatMap((inspection) => inspected(inspection, heats, onlyHeat, version)),
    ...others.map((value) => ({ ...value, heat: onlyHeat, piece: null, group: 'other' as const })),
  ]
}

function inspected(
  inspection: InspectionPart,
  heats: readonly string[],
  onlyHeat: string | null,
  version: string,
): CertificateValue[] {
  const { C00, C01, C02, C03, SupplementaryInformation } = inspection
  const piece = C00?.trim() || null
  const heat = onlyHeat ?? heats.find((one) => one === piece) ?? null
  const conditions = Object.entries({ C01, C02, C03 }).filter(([, text]) => text !== undefined)
  const percent = (value: Found): Found =>
    /^C(7[1-9]|[89]\d|10\d)$/.test(value.code) && version.startsWith('0.4.')
      ? { ...value, unit: value.unit ?? '%' }
      : value
  const groups: [ValueGroup, Found[]][] = [
    ['other', [...found(Object.fromEntries(conditions)), ...found(SupplementaryInformation)]],
    ['chemistry', found(inspection.ChemicalComposition).map(percent)],
    ['tensile', found(inspection.TensileTest)],
    ['impact', found(inspection.NotchedBarImpactTest)],
    ['hardness', found(inspection.HardnessTest)],
    ['otherMechanical', found(inspection.OtherMechanicalTests)],
  ]
  return groups.flatMap(([group, values]) => values.map((value) => ({ ...value, heat, piece, group })))
}

function found(section: Section | undefined): Found[] {
  return Object.entries(section ?? {}).flatMap(([code, entry]) => {
    if (code === 'SupplementaryInformation') return isSection(entry) ? found(entry) : []
    return (Array.isArray(entry) ? entry : [entry]).map((one: unknown) => readEntry(code, one))
  })
}

function isSection(entry: unknown): entry is Section {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry)
}

/** An entry is plain text, a measurement (Property, Value), a chemical element (Symbol, Actual) or a key with a value. */
function readEntry(code: string, entry: unknown): Found {
  const fallback = FIELD_NAMES[code] ?? code
  if (!isSection(entry)) return { code, name: fallback, rawText: String(entry), number: null, unit: null }
  const rawText = writtenText(entry.Actual ?? entry.Value) ?? ''
  const min = limit(entry.Minimum)
  const max = limit(entry.Maximum)
  const interpretation = writtenText(entry.Interpretation)
  const method = writtenText(entry.Method ?? entry.Formula)
  return {
    code,
    name: writtenText(entry.Symbol ?? entry.Property ?? entry.Key)?.trim() || fallback,
    rawText,
    number: entry.Type === undefined || entry.Type === 'number' ? decimalOf(rawText) : null,
    unit: writtenText(entry.Unit)?.trim() ?? null,
    ...(min !== null && { min }),
    ...(max !== null && { max }),
    ...(interpretation !== null && { interpretation }),
    ...(method !== null && { method }),
  }
}

/** `{ Value, Operator }` of version 0.5 as one would write it: '<0.002'; the operator '=' goes without saying. */
function writtenText(part: unknown): string | null {
  if (typeof part === 'string') return part
  if (!isSection(part) || typeof part.Value !== 'string') return null
  const operator = typeof part.Operator === 'string' && part.Operator !== '=' ? part.Operator : ''
  return operator + part.Value
}

function limit(part: unknown): string | null {
  const text = isSection(part) ? part.Value : part
  return typeof text === 'string' ? decimalOf(text) : null
}
