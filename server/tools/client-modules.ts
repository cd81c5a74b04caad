// Writes client/generated: made anew from the printed schema and the client's operations, never committed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { inputModules } from './client-inputs.ts'
import { labelModules } from './client-labels.ts'
import { operationModules } from './client-operations.ts'

const root = join(import.meta.dirname, '../..')
const client = join(root, 'client')
const generated = join(client, 'generated')

/** Leaves files alone that would not change, so that a build that is up to date stays so. */
export function writeClientModules(): void {
  const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'))
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(client, path), 'utf8') }))
  const modules = { ...operationModules(schema, files), ...inputModules(schema), ...labelModules() }
  mkdirSync(generated, { recursive: true })
  for (const name of readdirSync(generated)) if (!(name in modules)) rmSync(join(generated, name))
  for (const [name, text] of Object.entries(modules)) {
    const path = join(generated, name)
    if (read(path) !== text) writeFileSync(path, text)
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
