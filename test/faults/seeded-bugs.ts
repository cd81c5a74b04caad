// `npm run faults -- --seeded-bugs`: plants one known bug after the other in a copy of the sources and sees that a check catches it.
import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { table } from '../../bench/report/tables.ts'
import { type SeededBug, seededBugs } from './bug-list.ts'

const PROJECT = join(import.meta.dirname, '../..')
const COPIED = [
  'server',
  'schema',
  'migrations',
  'test',
  'bench',
  'client',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'biome.json',
]
const WITHIN_MS = 240_000
/** What a check says where it judged and found fault, as opposed to having broken off for another reason. */
const JUDGED = /MISSED|AssertionError|Tests .*failed|FAIL /
/** A server that never came up was not tried. */
const UNTRIED = /The server was not ready|ended before it was ready/

/** Returns whether every bug was caught; each copy is removed. */
export async function catchSeededBugs(tell: (message: string) => void): Promise<boolean> {
  const lines: string[][] = []
  for (const bug of seededBugs) {
    tell(`planting: ${bug.name}`)
    const caught = await caughtBy(bug)
    lines.push([bug.family, bug.name, bug.check.join(' '), caught ? 'caught' : 'MISSED'])
    tell(caught ? 'caught' : 'MISSED')
  }
  const caught = lines.filter((line) => line.at(-1) === 'caught').length
  process.stdout.write(
    `\n${table([['family', 'bug', 'check', ''], ...lines])}\n\ncaught ${caught} of ${lines.length}\n`,
  )
  return caught === lines.length
}

async function caughtBy(bug: SeededBug): Promise<boolean> {
  const copy = await mkdtemp(join(tmpdir(), 'csg-bug-'))
  try {
    for (const name of COPIED)
      await cp(join(PROJECT, name), join(copy, name), {
        recursive: true,
        verbatimSymlinks: true,
        preserveTimestamps: true,
      })
    await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'))
    await plant(copy, bug)
    const { code, said } = await run(copy, bug.check)
    return code !== 0 && JUDGED.test(said) && !UNTRIED.test(said)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** The text must stand there exactly once: a bug that cannot be planted any more is mended here, not passed over. */
async function plant(copy: string, { name, file, text, instead }: SeededBug): Promise<void> {
  const path = join(copy, file)
  const parts = (await readFile(path, 'utf8')).split(text)
  if (parts.length !== 2) throw new Error(`${name}: the text stands ${parts.length - 1} times in ${file}`)
  await writeFile(path, parts.join(instead))
}

async function run(folder: string, [program, ...args]: SeededBug['check']): Promise<{ code: number; said: string }> {
  const file = program === 'faults' ? 'test/faults/run.ts' : 'node_modules/vitest/vitest.mjs'
  const child = spawn(process.execPath, [file, ...(program === 'faults' ? [...args, '--short'] : ['run', ...args])], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const parts: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part.toString()))
  const late = setTimeout(() => child.kill('SIGINT'), WITHIN_MS)
  const code = await new Promise<number>((resolve) => child.on('close', (exit) => resolve(exit ?? 1)))
  clearTimeout(late)
  return { code, said: parts.join('') }
}
