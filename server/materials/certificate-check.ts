/** What stands between the bytes of a certificate file and its reading: every check, in order, with the path of each fault. */

import { createRequire } from 'node:module'
import type { Ajv2019, ValidateFunction } from 'ajv/dist/2019.js'
import type { CertificateFile } from './certificate-file.ts'
import { certificateSchema } from './certificate-schema.ts'
import { pointer, type SchemaFault, schemaFaults } from './schema-faults.ts'

export type FullSchemas = ReadonlyMap<string, object>

const MOST_BYTES = 5 * 1024 * 1024
/** A certificate has some hundreds; this keeps a hostile file from costing seconds and memory. */
const MOST_PARTS = 50_000
const DEEPEST = 64
const MOST_FAULTS = 500
const VERSION = /\/en10168-schemas\/v(0\.[45]\.\d{1,4})(?:-\d{1,4})?\/schema\.json$/

/**
 * Checks the bytes of a certificate file: at most 5 MiB, UTF-8, at most 50,000 parts, JSON; then at most 64 levels, no text
 * that a database cannot store (NUL, half characters), a schema version we read (0.4.x, 0.5.x) and our own schema, these
 * together; and when all that holds, the full schema of that version where `fullSchemas` has one (last, because its patterns
 * are not ours and our schema bounds the lengths that reach them). All faults of the step that failed are listed, cut off
 * after 500. The file is returned with every number as written in it. Throws when a full schema itself cannot be used.
 */
export function checkCertificate(
  bytes: Uint8Array,
  fullSchemas?: FullSchemas,
): { ok: true; file: CertificateFile; version: string } | { ok: false; faults: SchemaFault[] } {
  if (bytes.byteLength > MOST_BYTES) return refused([{ path: '', message: 'is larger than 5 MB' }])
  const text = decode(bytes)
  if (text === null) return refused([{ path: '', message: 'is not UTF-8 text' }])
  if (parts(bytes) > MOST_PARTS) return refused([{ path: '', message: `has more than ${MOST_PARTS} parts` }])
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return refused([{ path: '', message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` }])
  }
  const textFaults = unstorable(data)
  const version = versionOf(data)
  const own = ownSchema()
  const met = own(data)
  if (textFaults.length > 0 || version === null || !met) {
    return refused([...textFaults, ...versionFaults(data, version), ...schemaFaults(own.errors)])
  }
  const full = fullSchemas?.get(version)
  const validate = full && compiled(full, version)
  if (validate && !validate(data)) return refused(schemaFaults(validate.errors))
  return { ok: true, file: asWritten(text), version }
}

function refused(faults: SchemaFault[]): { ok: false; faults: SchemaFault[] } {
  if (faults.length <= MOST_FAULTS) return { ok: false, faults }
  const more = { path: '', message: `has ${faults.length - MOST_FAULTS} more faults` }
  return { ok: false, faults: [...faults.slice(0, MOST_FAULTS), more] }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Commas and opening brackets, in texts too: an upper bound for the values of the file that needs no parse. */
function parts(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte === 0x2c || byte === 0x5b || byte === 0x7b) count++
  return count
}

/** Walks with a stack of its own: a recursive walk would be what the depth limit is there to prevent. */
function unstorable(data: unknown): SchemaFault[] {
  const faults: SchemaFault[] = []
  const open: { value: unknown; path: string; depth: number }[] = [{ value: data, path: '', depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next
    if (typeof value === 'string') {
      if (value.includes('\0')) faults.push({ path, message: 'contains a NUL character' })
      if (!value.isWellFormed()) faults.push({ path, message: 'contains half a character (a lone surrogate)' })
    } else if (typeof value === 'object' && value !== null) {
      if (depth === DEEPEST) {
        faults.push({ path, message: `is nested deeper than ${DEEPEST} levels` })
        continue
      }
      const below = Object.entries(value).map(([key, inner]) => ({
        value: inner,
        path: pointer(path, key),
        depth: depth + 1,
      }))
      for (const part of below.reverse()) open.push(part)
    }
  }
  return faults
}

function versionOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('RefSchemaUrl' in data)) return null
  const url = data.RefSchemaUrl
  return typeof url === 'string' && url.length <= 300 ? (VERSION.exec(url)?.[1] ?? null) : null
}

function versionFaults(data: unknown, version: string | null): SchemaFault[] {
  const states =
    typeof data === 'object' && data !== null && 'RefSchemaUrl' in data && typeof data.RefSchemaUrl === 'string'
  if (version !== null || !states) return []
  return [{ path: '/RefSchemaUrl', message: 'does not name an EN 10168 schema of version 0.4 or 0.5' }]
}

let ownCompiled: ValidateFunction | undefined

function ownSchema(): ValidateFunction {
  ownCompiled ??= ajv().compile(certificateSchema)
  return ownCompiled
}

const compiledSchemas = new WeakMap<object, ValidateFunction>()

/** Each schema gets an Ajv of its own, so that two files with one $id never meet. */
function compiled(schema: object, version: string): ValidateFunction {
  const known = compiledSchemas.get(schema)
  if (known) return known
  try {
    const validate = ajv().compile(schema)
    compiledSchemas.set(schema, validate)
    return validate
  } catch (cause) {
    throw new Error(`the full schema given for EN 10168 version ${version} cannot be used`, { cause })
  }
}

/** Loaded with the first certificate: it would be a tenth of every start. */
function ajv(): Ajv2019 {
  const { Ajv2019 } = createRequire(import.meta.url)('ajv/dist/2019.js') as typeof import('ajv/dist/2019.js')
  const made = new Ajv2019({ allErrors: true, verbose: true, strict: false, logger: false })
  made.addFormat('date', isDate)
  made.addFormat('email', /^[^\s@]{1,64}@[^\s@]{1,255}$/)
  return made
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Numbers become the text that stands in the file: '377.10' keeps its zero and no mass passes through a float. */
function asWritten(text: string): CertificateFile {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value,
  )
}
