// What `me.actions` tells a viewer that he can do at all: every row of the table's actions, used by a mutation or not.
import { words } from '../../schema/vocabulary.ts'
import type { Engine } from '../../server/core/engine.ts'
import { actions } from '../../server/core/permission-table.ts'
import { prepared } from './prepared.ts'
import type { Group, Line } from './reading.ts'
import { type Column, columnNames } from './viewers.ts'
import type { MatrixWorld } from './world.ts'

export const OWN_ACTIONS = 'me.actions'

const asked = prepared('{ me { actions } }')

export async function readActions(
  engine: Engine,
  { viewers }: MatrixWorld,
  who: readonly Column[] = columnNames,
): Promise<Group> {
  const told = new Map<Column, string[]>()
  for (const column of who) {
    const { me } = (await asked(engine, viewers[column])) as { me: { actions: string[] } }
    told.set(column, me.actions)
  }
  const lines = words(actions).map((name): Line => {
    const cells = who.map((column) => [column, told.get(column)?.includes(name) ? 'y' : 'n'])
    return { name, cells: Object.fromEntries(cells) as Line['cells'] }
  })
  return { label: OWN_ACTIONS, relations: ['any'], lines }
}
