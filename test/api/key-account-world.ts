// Nine key accounts as the domain's checks have them: four in Europe, three in East Asia, one in Iran, one in the Middle East; three are M's.
import type { PersonViewer } from '../../server/core/viewer.ts'
import { type CommandAnswer, sendCommand } from '../command-answer.ts'
import { givenAccount, givenPerson } from '../given.ts'
import { ask, globalId } from '../graph.ts'
import { type SurveyWorld, surveyWorld } from './survey-world.ts'

export interface KeyAccountWorld extends Omit<SurveyWorld, 'run'> {
  manager: PersonViewer
  keys: string[]
  write(name: string, success: string, input: object, more?: string, viewer?: PersonViewer): Promise<CommandAnswer>
  /** Names of the list with these arguments. */
  names(filter: string, viewer?: PersonViewer): Promise<string[]>
  account(id: string | undefined, fields: string, viewer?: PersonViewer): Promise<Record<string, unknown>>
  order(accountId: string | undefined, number: string, more?: object): Promise<{ id: string }>
  product(code: string): Promise<string>
}

const places = ['europe', 'europe', 'europe', 'europe', 'eastAsia', 'eastAsia', 'eastAsia', 'iran', 'middleEast']

export async function keyAccountWorld(): Promise<KeyAccountWorld> {
  const world = await surveyWorld(new Date('2026-06-11T08:00:00Z'))
  const { lead, regions, engine } = world
  const db = world.database.owner
  const m = await givenPerson(db, { name: 'Mira Manager', role: 'keyCustomerManager' })
  const keys: string[] = []
  for (const [index, place] of places.entries()) {
    const own = index === 0 || index === 4 || index === 7
    const given = { name: `Key ${index + 1}`, regionId: regions[place] ?? '', key: true }
    keys.push((await givenAccount(db, own ? { ...given, managerId: m.id } : given)).id)
  }
  await givenAccount(db, { name: 'Other', regionId: regions.europe ?? '' })
  const row = <T extends 'customer_order' | 'product'>(table: T, values: object) =>
    db
      .insertInto(table)
      .values(values as never)
      .returning('id')
      .executeTakeFirstOrThrow() as Promise<{ id: string }>
  return {
    ...world,
    keys,
    manager: { ...m, managedAccountIds: [keys[0] ?? '', keys[4] ?? '', keys[7] ?? ''] },
    write: (name, success, input, more = 'id', viewer = lead) =>
      sendCommand(engine, viewer, { name, success, more, input: { ...input } }),
    async names(filter, viewer = lead) {
      const query = `{ accounts(first: 20, ${filter}) { nodes { name } } }`
      const { accounts } = await ask<{ accounts: { nodes: { name: string }[] } }>(engine, viewer, query)
      return accounts.nodes.map(({ name }) => name)
    },
    async account(id, fields, viewer = lead) {
      const query = `query($id: ID!) { node(id: $id) { ... on Account { ${fields} } } }`
      const { node } = await ask<{ node: Record<string, unknown> }>(engine, viewer, query, {
        id: globalId('Account', id ?? ''),
      })
      return node
    },
    order: (account_id, number, more = {}) =>
      row('customer_order', { number, account_id, placed_on: '2026-05-03', ...more }),
    product: async (code) => (await row('product', { code, name: code })).id,
  }
}
