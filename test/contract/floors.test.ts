// Holds the floors of the house: imports only downward, no circles, each file small and in its place.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mayImport, packages, roomOf, slices, stepOf } from './floor-table.ts'
import { importsOf, ROOT, type SourceFile, sourceFiles } from './source-files.ts'

const present = readdirSync(ROOT)
const folders = ['schema', 'server', 'migrations', 'client', 'test', 'bench'].filter((name) => present.includes(name))
const files = sourceFiles(...folders)
const product = files.filter(({ path }) => !/^(test|bench)\//.test(path))
const known = new Set(files.map(({ path }) => path))

describe('imports', () => {
  it('are read whatever their form', () => {
    const text = [
      "import { a } from './a.ts'",
      "import type {\n  B,\n} from '../core/b.ts'",
      "import './c.ts'",
      "export * from './d.ts'",
      "const e = await import('./e.ts')",
      "type F = import('./f.ts').F",
      "import xstate, * as g from 'xstate'",
    ].join('\n')
    const targets = importsOf('server/cases/x.ts', text).map(({ target }) => target)
    expect(targets.sort()).toEqual([
      'server/cases/a.ts',
      'server/cases/c.ts',
      'server/cases/d.ts',
      'server/cases/e.ts',
      'server/cases/f.ts',
      'server/core/b.ts',
      'xstate',
    ])
  })

  it('stand in files that have a floor', () => {
    expect(files.filter(({ path }) => roomOf(path) === null).map(({ path }) => path)).toEqual([])
  })

  it('lead to files that are there', () => {
    const lost = edges(product).filter(([, target]) => !known.has(target) && !/\.(json|css)(\?inline)?$/.test(target))
    expect(lost.map(arrow)).toEqual([])
  })

  it('lead downward', () => {
    expect(
      edges(product)
        .filter(([from, to]) => !isDownward(from, to))
        .map(arrow),
    ).toEqual([])
  })

  it('lead from graphql to commands to queries inside a slice, and never to the commands of another', () => {
    expect(
      edges(product)
        .filter(([from, to]) => climbsInSlice(from, to) || commandsOther(from, to))
        .map(arrow),
    ).toEqual([])
  })

  it('name only the packages that a floor may use', () => {
    const strange = product.flatMap(({ path, imports }) => {
      const allowed = packages[roomOf(path) ?? '']
      const outside = imports.filter(({ ours, target, typeOnly }) => {
        return !ours && allowed && !(typeOnly ? allowed.types : allowed.values).includes(target)
      })
      return outside.map(({ target }) => `${path} → ${target}`)
    })
    expect(strange).toEqual([])
  })

  it('close no circle, type-only imports included', () => {
    expect(circles(edges(files))).toEqual([])
  })
})

describe('circles', () => {
  it('are found and named', () => {
    expect(
      circles([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
        ['d', 'a'],
      ]),
    ).toEqual(['b → c → b'])
    expect(
      circles([
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'd'],
        ['c', 'd'],
      ]),
    ).toEqual([])
  })
})

describe('files', () => {
  it('keep to 200 lines, tests and row types to 300', () => {
    const ceiling = (path: string) => (/^(test|bench)\/|^schema\/database/.test(path) ? 300 : 200)
    const lines = ({ text }: SourceFile) => text.trimEnd().split('\n').length
    const long = files.filter((file) => lines(file) > ceiling(file.path))
    expect(long.map((file) => `${file.path} ${lines(file)}`)).toEqual([])
  })

  it('say in their names what they hold', () => {
    const vague = /(^|-)(managers?|helpers?|utils?)(-|\.)|^(types|common|services?|index|misc|shared)\./
    const named = files.filter(({ path }) => {
      const name = path.split('/').at(-1) ?? ''
      const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/
      const component = /^client\//.test(path) && /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/.test(name)
      return vague.test(name.toLowerCase()) || !(kebab.test(name) || component)
    })
    expect(named.map(({ path }) => path)).toEqual([])
  })

  it('open with what they are for', () => {
    expect(product.filter(({ text }) => !/^(\/\/ |\/\*\*)/.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('export by name and only what they define', () => {
    const passing = files.filter(({ text, imports }) => {
      return /^export default\b/m.test(text) || imports.some(({ reExport }) => reExport)
    })
    expect(passing.map(({ path }) => path)).toEqual([])
  })

  it('silence no check', () => {
    const silenced = product.filter(({ text }) => /@ts-(ignore|expect-error|nocheck)|\bas any\b/.test(text))
    expect(silenced.map(({ path }) => path)).toEqual([])
  })
})

describe('the root', () => {
  it('holds only what a newcomer expects', () => {
    const ignored = readFileSync(`${ROOT}/.gitignore`, 'utf8')
      .split('\n')
      .map((line) => line.replaceAll('/', ''))
    const expected = [
      ...['.ci', '.dockerignore', '.git', '.gitignore', 'LICENSE', 'README.md', 'Dockerfile', 'docker-compose.yml'],
      ...['package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', 'vitest.config.ts'],
      ...['schema', 'server', 'migrations', 'client', 'test', 'bench'],
    ]
    expect(present.filter((name) => !expected.includes(name) && !ignored.includes(name))).toEqual([])
  })
})

type Edge = readonly [from: string, to: string]

function edges(from: readonly SourceFile[]): Edge[] {
  return from.flatMap(({ path, imports }) =>
    imports.filter(({ ours }) => ours).map(({ target }): Edge => [path, target]),
  )
}

function arrow([from, to]: Edge): string {
  return `${from} → ${to}`
}

function isDownward(from: string, to: string): boolean {
  const room = roomOf(from)
  const target = roomOf(to)
  return (
    room !== null && target !== null && (room === target ? room !== 'migrations' : mayImport(room).includes(target))
  )
}

function climbsInSlice(from: string, to: string): boolean {
  const room = roomOf(from) ?? ''
  if (!slices.includes(room) || room !== roomOf(to)) return false
  const order = ['rules', 'queries', 'commands', 'graphql']
  const step = stepOf(from)
  return step !== 'rules' && order.indexOf(stepOf(to)) > order.indexOf(step)
}

function commandsOther(from: string, to: string): boolean {
  const room = roomOf(from) ?? ''
  return slices.includes(room) && slices.includes(roomOf(to) ?? '') && room !== roomOf(to) && stepOf(to) === 'commands'
}

/** Each circle once, as the path that closes it, found depth first. */
function circles(all: readonly Edge[]): string[] {
  const next = Map.groupBy(all, ([from]) => from)
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file)
    if (start >= 0) found.push([...path.slice(start), file].join(' → '))
    if (start >= 0 || done.has(file)) return
    for (const [, target] of next.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return found
}
