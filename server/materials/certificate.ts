/** Reads an EN 10168 inspection certificate (JSON, schema versions 0.4 and 0.5) into what the product keeps of it. */

import { createHash } from 'node:crypto'
import { checkCertificate, type FullSchemas } from './certificate-check.ts'
import type { CertificateFile, CompanyPart, ProductPart } from './certificate-file.ts'
import { type CertificateValue, certificateValues } from './certificate-values.ts'
import { decimalOf, tonnesOf } from './decimal-text.ts'
import type { SchemaFault } from './schema-faults.ts'

export type DocumentTypeEn10204 = '2.1' | '2.2' | '3.1' | '3.2'

export interface ReadCertificate {
  /** SHA-256 of the raw bytes, lower-case hex. */
  sha256: string
  schemaVersion: string
  /** A03 */
  number: string
  /** A02 in the mill's words. */
  documentType: string
  /** The EN 10204 type that A02 names; null where it names none, several, or one of the 1991 edition (3.1.B). */
  en10204: DocumentTypeEn10204 | null
  /** A01 */
  issuer: string
  /** A06 or A06.1, the purchaser. */
  customerName: string | null
  /** A07 */
  purchaserOrder: string
  /** A08 */
  worksOrder: string | null
  /** B01; B02 steel designations; B02 product, material and mass norms. */
  product: { name: string; grades: string[]; norms: string[] }
  /** B06 */
  marking: string | null
  /** B07: distinct, in the order of the file; empty where the certificate names none. */
  heats: string[]
  /** B08 */
  pieceCount: number | null
  /** B09–B11 on one line: 'RectangularTube 200 × 150 × 6.5 mm, Length 12000 mm'. */
  dimensions: string | null
  /** B12, B13 in tonnes, three decimals, rounded half up; null where absent or in a unit we do not know. */
  theoreticalMass: string | null
  actualMass: string | null
  /** Z02, yyyy-mm-dd. */
  issuedOn: string | null
  values: CertificateValue[]
}

/**
 * Reads the bytes of a certificate file. Pure: no clock, no network; a schema is never fetched from the address in the file.
 * Refuses with all faults found, each with its JSON pointer (see `checkCertificate` for the checks and their order).
 * `fullSchemas` maps a version ('0.5.0') to the published schema an operator supplies; a version without one is held
 * against our own schema only. Throws when a supplied schema itself cannot be used.
 */
export function readCertificate(
  bytes: Uint8Array,
  options: { fullSchemas?: FullSchemas } = {},
): { ok: true; certificate: ReadCertificate } | { ok: false; faults: SchemaFault[] } {
  const checked = checkCertificate(bytes, options.fullSchemas)
  if (!checked.ok) return checked
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    ok: true,
    certificate: { sha256, schemaVersion: checked.version, ...readFile(checked.file, checked.version) },
  }
}

function readFile(file: CertificateFile, version: string): Omit<ReadCertificate, 'sha256' | 'schemaVersion'> {
  const { CommercialTransaction: deal, ProductDescription: product, Validation } = file.Certificate
  const customer = deal.A06 ?? deal['A06.1']
  const heats = distinct(typeof product.B07 === 'string' ? [product.B07] : (product.B07 ?? []))
  return {
    number: deal.A03.trim(),
    documentType: deal.A02.trim(),
    en10204: en10204Of(deal.A02),
    issuer: companyName(deal.A01),
    customerName: customer ? companyName(customer) : null,
    purchaserOrder: deal.A07.trim(),
    worksOrder: deal.A08?.trim() ?? null,
    product: { name: product.B01.trim(), ...designations(product.B02) },
    marking: product.B06?.trim() || null,
    heats,
    pieceCount: product.B08 === undefined ? null : Number(product.B08),
    dimensions: dimensionsText(product),
    theoreticalMass: product.B12 ? tonnesOf(product.B12.Value, product.B12.Unit) : null,
    actualMass: product.B13 ? tonnesOf(product.B13.Value, product.B13.Unit) : null,
    issuedOn: Validation?.Z02 ?? null,
    values: certificateValues(file, heats, version),
  }
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()))]
}

const EN_10204_TYPES: readonly DocumentTypeEn10204[] = ['2.1', '2.2', '3.1', '3.2']

function en10204Of(documentType: string): DocumentTypeEn10204 | null {
  const named = distinct(documentType.match(/(?<![\d.])[23]\.[12](?!\.?\w)/g) ?? [])
  return named.length === 1 ? (EN_10204_TYPES.find((type) => type === named[0]) ?? null) : null
}

function companyName(company: CompanyPart): string {
  return (company.Name ?? company.CompanyName ?? '').trim()
}

function designations(part: ProductPart['B02']): { grades: string[]; norms: string[] } {
  if (part === undefined) return { grades: [], norms: [] }
  if (typeof part === 'string') return { grades: [], norms: distinct([part]) }
  const { SteelDesignation = [], ProductNorm = [], MaterialNorm = [], MassNorm = [] } = part
  return { grades: distinct(SteelDesignation), norms: distinct([...ProductNorm, ...MaterialNorm, ...MassNorm]) }
}

function dimensionsText({ B09, B10, B11 }: ProductPart): string | null {
  const { Form, Description, Unit, ...sizes } = B09 ?? {}
  const numbers = Object.values(sizes).filter((size) => typeof size === 'string' && decimalOf(size) !== null)
  const form = [Form, Description, numbers.join(' × '), numbers.length > 0 ? Unit : undefined]
  const extras = [B10, B11].map((extra) => (extra ? [extra.Property, extra.Value, extra.Unit] : []))
  const parts = [form, ...extras].map((words) => words.filter((word) => word).join(' ')).filter((part) => part)
  return parts.join(', ') || null
}
