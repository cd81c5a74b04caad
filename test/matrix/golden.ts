// The permission matrix as a text that a reviewer reads: a line for each field and mutation, a column for each viewer.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Group } from './reading.ts'
import { columnNames, columns } from './viewers.ts'
import { relations } from './world.ts'

const FILE = new URL('permissions.golden.md', import.meta.url)
const nameWidth = 36

export function printed(sections: Readonly<Record<string, readonly Group[]>>): string {
  const parts = Object.entries(sections).map(([title, groups]) => `## ${title}\n\n\`\`\`text\n${table(groups)}\n\`\`\``)
  return `${[legend(), ...parts].join('\n\n')}\n`
}

/** The committed text; with UPDATE_GOLDEN=1 it is written first. */
export function golden(text: string): string {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(FILE, text)
  return readFileSync(FILE, 'utf8')
}

/** The lines in which two texts differ, each with its place. */
export function differences(expected: string, actual: string): string[] {
  const [before, after] = [expected.split('\n'), actual.split('\n')]
  const length = Math.max(before.length, after.length)
  return Array.from({ length }, (_, index) => index).flatMap((index) =>
    before[index] === after[index]
      ? []
      : [`${index + 1} golden  ${before[index] ?? '(nothing)'}`, `${index + 1} now     ${after[index] ?? '(nothing)'}`],
  )
}

function legend(): string {
  const list = (entries: object) =>
    Object.entries(entries)
      .map(([word, meaning]) => `* \`${word}\`: ${meaning}`)
      .join('\n')
  return `# Who sees and does what

Executed through the schema, not written by hand: \`UPDATE_GOLDEN=1 npx vitest run test/contract/permission-matrix.test.ts\`.
A cell has one sign for each row that its group names, in that order.

Fields: \`v\` read · \`-\` the row is seen, the field is hidden or empty · \`.\` the row does not exist for the viewer.
Mutations: \`y\` allowed · \`n\` NotAllowed · \`.\` NotFound.

Viewers:

${list(columns)}

Rows:

${list({
  ...relations,
  any: 'a row to which all stand the same',
  other: 'another person (own is the viewer himself)',
  shared: 'a task of another department on the claim `own`',
  late: 'the account Own, the third round of everything and critical',
})}`
}

function table(groups: readonly Group[]): string {
  return groups
    .flatMap(({ label, relations: signs, lines }) => [...heading(label, signs), ...lines.map(row)])
    .join('\n')
}

function heading(label: string, signs: readonly string[]): string[] {
  const width = Math.max(signs.length, 2)
  const names = columnNames.map((name) => name.padEnd(width)).join(' ')
  return ['', `# ${label} [${signs.join(' ')}]`, `${''.padEnd(nameWidth)}${names}`.trimEnd()]
}

function row({ name, cells }: Group['lines'][number]): string {
  const signs = columnNames.map((column) => cells[column].padEnd(2)).join(' ')
  return `${name.padEnd(nameWidth)}${signs}`.trimEnd()
}
