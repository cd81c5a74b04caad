// Prints the permission table as Markdown: actions and policies down, roles across, the reach in each cell.
import { type Actor, actors, words } from '../../schema/vocabulary.ts'
import { type Row, reaches } from '../core/permission-reach.ts'
import { actions, policies, policyMeanings } from '../core/permission-table.ts'

export function permissionTables(): string {
  return [
    '## Permissions',
    'Who may do what. A cell says how far the role reaches; an empty cell means: not at all.',
    list(reaches),
    '### Actions',
    table('action', actions),
    '### Policies: what of a visible row is read',
    list(policyMeanings),
    table('policy', policies),
  ].join('\n\n')
}

function list(meanings: Readonly<Record<string, string>>): string {
  return Object.entries(meanings)
    .map(([word, meaning]) => `* \`${word}\`: ${meaning}`)
    .join('\n')
}

function table(head: string, rows: Readonly<Record<string, Row>>): string {
  const roles = words(actors)
  const lines = [
    [head, ...roles],
    ['---', ...roles.map(() => '---')],
    ...Object.entries(rows).map(([name, row]) => [`\`${name}\``, ...roles.map((role: Actor) => row[role] ?? '')]),
  ]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
