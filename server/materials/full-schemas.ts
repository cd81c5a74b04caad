// The published EN 10168 schemas that an operator supplies: a certificate of such a version is held against them in full.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FullSchemas } from './certificate-check.ts'

const VERSION = /\/en10168-schemas\/v(0\.[45]\.\d{1,4})(?:-\d{1,4})?\/schema\.json$/

let supplied: FullSchemas = new Map()

export function fullSchemas(): FullSchemas {
  return supplied
}

/** Reads every schema of the folder at the start of the server. @throws when a file is no schema of a version we read. */
export async function supplyFullSchemas(directory: string): Promise<readonly string[]> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.json'))
  const found = await Promise.all(files.map((name) => readSchema(join(directory, name))))
  supplied = new Map(found)
  return [...supplied.keys()]
}

async function readSchema(file: string): Promise<[string, object]> {
  const schema: unknown = JSON.parse(await readFile(file, 'utf8'))
  const id = typeof schema === 'object' && schema !== null && '$id' in schema ? String(schema.$id) : ''
  const version = VERSION.exec(id)?.[1]
  if (version === undefined || typeof schema !== 'object' || schema === null)
    throw new Error(`${file} is no EN 10168 schema of version 0.4 or 0.5`)
  return [version, schema]
}
