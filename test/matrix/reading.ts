// Reads every field of a type as every viewer, for every relation of its row.
import type { Engine } from '../../server/core/engine.ts'
import { globalId } from '../graph.ts'
import { atRoot, below, documentOf } from './places.ts'
import { type Answer, prepared } from './prepared.ts'
import { everyField, fieldNames, isThere } from './selections.ts'
import { type Column, columnNames } from './viewers.ts'
import type { MatrixWorld } from './world.ts'

/** v read · - hidden, the row is seen · . the row is not seen. One sign for each relation. */
export interface Line {
  name: string
  cells: Record<Column, string>
}

export interface Group {
  label: string
  relations: string[]
  lines: Line[]
}

/** The lines of one type; `label` says its type first. */
export async function readType(
  engine: Engine,
  world: MatrixWorld,
  label: string,
  who: readonly Column[] = columnNames,
): Promise<Group> {
  const type = label.split(' ')[0] ?? label
  const { source, path } = documentOf(type, everyField(type))
  const asked = prepared(source)
  const rows = rowsOf(world, label)
  const relations = Object.keys(rows)
  const seen = new Map<Column, (Answer | null)[]>()
  for (const column of who) {
    const viewer = world.viewers[column]
    const answers = relations.map(async (relation) => {
      const id = rows[relation] === SELF ? globalId('Person', viewer.id) : rows[relation]
      return at(
        await asked(engine, viewer, {
          id,
          number: world.claims.own.number,
          task: world.rows.Task?.own,
          trial: world.rows.TrialBatch?.own,
          visit: world.rows.Visit?.own,
        }),
        path,
      )
    })
    seen.set(column, await Promise.all(answers))
  }
  const lines = fieldNames(type).map((name) => ({ name: `${type}.${name}`, cells: cellsOf(who, seen, name) }))
  return { label, relations, lines }
}

const SELF = 'self'

/** Ids of the rows of a type, or of the rows that it lies below. */
export function rowsOf({ rows, claims }: MatrixWorld, label: string): Record<string, string> {
  if (label === 'Query') return { own: globalId('Claim', claims.own.id) }
  if (label in atRoot) return { any: '' }
  if (label === 'Person') return { own: SELF, ...(rows.Person as Record<string, string>) }
  const found = rows[below[label]?.[0] ?? label]
  if (!found) throw new Error(`No rows of ${label}`)
  return found as Record<string, string>
}

function cellsOf(
  who: readonly Column[],
  seen: ReadonlyMap<Column, readonly (Answer | null)[]>,
  field: string,
): Line['cells'] {
  const sign = (row: Answer | null) => {
    if (row === null) return '.'
    return isThere(row[field]) ? 'v' : '-'
  }
  const cells = who.map((column) => [column, (seen.get(column) ?? []).map(sign).join('')])
  return Object.fromEntries(cells) as Line['cells']
}

function at(answer: Answer, path: readonly string[]): Answer | null {
  let value: unknown = answer
  for (const step of path) {
    value = (value as Answer)[step]
    if (Array.isArray(value)) value = value[0]
    if (value == null) return null
  }
  return value as Answer
}
