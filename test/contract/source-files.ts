// The project's own TypeScript files, read once, with what each imports.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

export type SourceFile = {
  /** From the project's root, with `/`. */
  path: string
  text: string
  imports: Import[]
}

export type Import = {
  /** Path from the root where it is a file of ours, else the package or `node:` module as written. */
  target: string
  ours: boolean
  typeOnly: boolean
  reExport: boolean
}

/** TypeScript and TSX files under the folders, in order of their paths; a folder that does not exist has none. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap(pathsUnder).sort().map(read)
}

function pathsUnder(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true, encoding: 'utf8' })
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  return { path, text, imports: importsOf(path, text) }
}

const STATEMENT = /^\s*(import|export)\s+(type\s+)?(?:[\w*{},\s]+?\s+from\s+)?'([^']+)'/gm
const CALL = /\bimport\(\s*'([^']+)'\s*\)/g

/** Import and export-from statements, `import('…')` of a literal, and `import('…')` types. */
export function importsOf(path: string, text: string): Import[] {
  const statements = Array.from(text.matchAll(STATEMENT), ([, word, type, from = '']) => ({
    ...targetOf(path, from),
    typeOnly: type !== undefined,
    reExport: word === 'export',
  }))
  const calls = Array.from(text.matchAll(CALL), ([, from = '']) => ({
    ...targetOf(path, from),
    typeOnly: false,
    reExport: false,
  }))
  return [...statements, ...calls]
}

function targetOf(path: string, from: string): { target: string; ours: boolean } {
  if (!from.startsWith('.')) return { target: from, ours: false }
  return { target: join(dirname(path), from).replaceAll('\\', '/'), ours: true }
}
