// A small graph over cases for the tests of the selection: every kind of relation, with a world of its own.
import { buildSchema, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import { expressionBuilder, type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { caseScope } from '../../server/core/permissions.ts'
import { type PageArgs, type RowOf, readOne, readPage } from '../../server/core/selection.ts'
import type { Reader } from '../../server/core/selection-plans.ts'
import { relatedList, relatedOne, relatedOneOrNull, relatedPage } from '../../server/core/selection-related.ts'
import type { Page } from '../../server/core/selection-rows.ts'
import {
  addVariant,
  computed,
  connection,
  hang,
  list,
  one,
  type Shape,
  shape,
} from '../../server/core/selection-shape.ts'

const regionShape = shape('Region', 'region', { fields: { code: 'code' } })
const accountShape = shape('Account', 'account', {
  fields: { name: 'name', region: one(() => regionShape, 'region_id') },
})
const personShape = shape('Person', 'person', { fields: { name: 'name' } })
const historyShape = shape('Line', 'history', {
  fields: { event: 'event', at: 'at', by: one(() => personShape, 'by_id') },
})
const itemShape = shape('Item', 'claim_item', { fields: { mass: 'claimed_mass' } })
const newest = { columns: ['at', 'id'], direction: 'desc' } as const
const caseFields = {
  number: 'number',
  openedAt: 'opened_at',
  dueAt: 'due_at',
  account: one(() => accountShape, 'account_id'),
  owner: one(() => personShape, 'owner_id'),
  history: connection(() => historyShape, 'case_id', { order: newest }),
  lineCount: computed(
    'line_count',
    'plain',
    (alias) => sql`(select count(*)::int from history h where h.case_id = ${sql.ref(`${alias}.id`)})`,
  ),
} as const
const caseShape = shape('Case', 'service_case', { always: ['kind'], fields: caseFields })
const claimShape = shape('Claim', 'service_case', {
  always: ['kind'],
  beside: { claim: 'case_id' },
  fields: {
    ...caseFields,
    whatHappened: 'claim.what_happened',
    receivedAt: 'claim.received_at',
    analyst: one(() => personShape, 'claim.analyst_id'),
    items: list(() => itemShape, 'case_id', { order: { columns: ['position', 'id'], direction: 'asc' } }),
  },
})
addVariant(caseShape, claimShape)
hang(
  accountShape,
  'cases',
  connection(() => caseShape, 'account_id', { order: { columns: ['due_at', 'id'], direction: 'asc', nullable: true } }),
)

const sdl = `
  interface Case { id: ID! number: String! openedAt: String! dueAt: String account: Account! owner: Person lineCount: Int! history(first: Int!, after: String): Lines! }
  type Claim implements Case { id: ID! number: String! openedAt: String! dueAt: String account: Account! owner: Person lineCount: Int! history(first: Int!, after: String): Lines!
    whatHappened: String! receivedAt: String! analyst: Person items: [Item!]! }
  type Account { id: ID! name: String! region: Region! cases(first: Int!, after: String): Cases! }
  type Region { code: String! }  type Person { name: String! }  type Item { mass: String }
  type Line { event: String at: String! by: Person }  type Lines { nodes: [Line!]! edges: [LineEdge!]! more: Boolean! }  type LineEdge { node: Line! }
  type Cases { nodes: [Case!]! edges: [CaseEdge!]! more: Boolean! }  type CaseEdge { node: Case! }
  type Query { case(number: String!): Case cases(first: Int!, after: String): Cases! account(name: String!): Account }
`

type Row = Record<string, unknown>
const given = (column: string) => (row: Row) => row[column]
const moment = (column: string) => (row: Row) => (row[column] instanceof Date ? row[column].toISOString() : row[column])
const pageFields = {
  nodes: (page: Page<Row>) => page.rows,
  edges: (page: Page<Row>) => page.rows.map((node) => ({ node })),
  more: (page: Page<Row>) => page.hasNextPage,
}
const caseResolvers = (of: Shape) => ({
  openedAt: moment('opened_at'),
  dueAt: moment('due_at'),
  lineCount: given('line_count'),
  account: relatedOne(of, 'account'),
  owner: relatedOneOrNull(of, 'owner'),
  history: relatedPage(of, 'history'),
})
const resolvers: Record<string, Record<string, unknown>> = {
  Query: {
    case: (_: unknown, args: { number: string }, reader: Reader, info: Parameters<typeof readOne>[1]) =>
      readOne(reader, info, caseShape, sql<boolean>`service_case.number = ${args.number} and ${visible(reader)}`),
    cases: (_: unknown, args: PageArgs, reader: Reader, info: Parameters<typeof readOne>[1]) =>
      readPage(reader, info, caseShape, {
        where: visible(reader),
        order: { columns: ['due_at', 'id'], direction: 'asc', nullable: true },
        args,
      }),
    account: (_: unknown, args: { name: string }, reader: Reader, info: Parameters<typeof readOne>[1]) =>
      readOne(reader, info, accountShape, sql<boolean>`account.name = ${args.name}`),
  },
  Claim: {
    ...caseResolvers(claimShape),
    whatHappened: given('what_happened'),
    receivedAt: moment('received_at'),
    analyst: relatedOneOrNull(claimShape, 'analyst'),
    items: relatedList(claimShape, 'items'),
  },
  Account: { region: relatedOne(accountShape, 'region'), cases: relatedPage(accountShape, 'cases') },
  Item: { mass: given('claimed_mass') },
  Line: { at: moment('at'), by: relatedOneOrNull(historyShape, 'by') },
  Lines: pageFields,
  Cases: pageFields,
}

function visible(reader: Reader) {
  return caseScope(expressionBuilder<Database, 'service_case'>(), reader.viewer)
}

export function selectionSchema(): GraphQLSchema {
  const schema = buildSchema(sdl)
  for (const [name, fields] of Object.entries(resolvers)) {
    const type = schema.getType(name) as GraphQLObjectType
    for (const [field, resolve] of Object.entries(fields)) {
      const known = type.getFields()[field]
      if (known) known.resolve = resolve as GraphQLFieldResolver<unknown, unknown>
    }
  }
  const type = schema.getType('Case')
  if (type && 'resolveType' in type)
    type.resolveType = (row: RowOf<'service_case'>) => (row.kind === 'claim' ? 'Claim' : undefined)
  return schema
}

/** Five claims C-1 … C-5 of one account, due on days 1 … 3 and never (C-4, C-5); C-1 has 12 lines of history and two items. */
export async function selectionWorld(db: Kysely<Database>): Promise<void> {
  await sql
    .raw(`
    insert into region (code, name) values ('europe', '{"en":"Europe"}');
    insert into person (name, email) values ('Ada Sample', 'ada@example.test');
    insert into account (number, name, region_id, consumer_type, country) select 'A-1', 'Nordwind Tubes', id, 'endUser', 'DE' from region;
    insert into service_case (number, kind, account_id, owner_id, title, state, waiting, improvement, chart_version, snapshot, due_at, opened_at, changed_at)
      select 'C-' || n, 'claim', account.id, person.id, 'Claim ' || n, 'registered', 'nothing', 'notRequired', 1, '{}',
        case when n <= 3 then timestamptz '2026-03-01T08:00:00.123456Z' + n * interval '1 day' end, '2026-02-01T10:00:00.5Z', '2026-02-01T10:00:00Z'
      from generate_series(1, 5) n, account, person;
    insert into claim (case_id, received_at, what_happened, analyst_id) select c.id, '2026-02-01T09:59:00Z', 'Edge crack on ' || number, p.id from service_case c, person p;
    insert into claim_item (case_id, origin_case_id, position, claimed_mass) select id, id, n, n * 1.5 from service_case, generate_series(1, 2) n where number = 'C-1';
    insert into history (case_id, revision, kind, event, by_id, by_name, as_role, at)
      select c.id, n, 'event', 'step' || n, p.id, p.name, 'csLead', timestamptz '2026-02-01T10:00:00Z' + n * interval '1 hour'
      from service_case c, person p, generate_series(1, 12) n where number = 'C-1';`)
    .execute(db)
}
