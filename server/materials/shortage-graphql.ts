// Shortages in the graph: what runs short, which customers wait for it, and who of them knows.
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { Account } from '../accounts/graphql.ts'
import { accountShape, ofKnownAccounts, type WithRegion } from '../accounts/queries.ts'
import { day, text } from '../core/input.ts'
import { type RowOf, readOne } from '../core/selection.ts'
import { relatedList, relatedOne, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { people } from '../organization/visibility.ts'
import { Product } from './graphql.ts'
import { tellShortage, warnOfShortage } from './shortage-commands.ts'
import { shortageNoticeShape, shortageWarningShape } from './shortage-queries.ts'

type Counted = RowOf<'shortage_warning'> & { customers: number; told: number; read: number }

const ShortageWarning = builder.objectRef<RowOf<'shortage_warning'>>('ShortageWarning').implement({
  description: 'A product that runs short.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    product: t.field({
      type: Product,
      description: 'What runs short.',
      resolve: relatedOne<'product'>(shortageWarningShape, 'product'),
    }),
    text: t.exposeString('text', { description: 'What the customer is to know.' }),
    expectedUntil: t.expose('expected_until', {
      type: 'Date',
      nullable: true,
      description: 'Until when, as expected.',
    }),
    warnedAt: t.expose('warned_at', { type: 'DateTime', description: 'When it was warned of.' }),
    customers: t.int({ description: 'How many customers wait for it.', resolve: (row) => (row as Counted).customers }),
    told: t.int({ description: 'How many of them were told.', resolve: (row) => (row as Counted).told }),
    read: t.int({ description: 'How many confirmed that they read it.', resolve: (row) => (row as Counted).read }),
  }),
})
answerNode(shortageWarningShape, 'internal', people)

const ShortageNotice = builder.objectRef<WithRegion<RowOf<'shortage_notice'>>>('ShortageNotice').implement({
  description: 'That a customer with an open order is to know of a shortage.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    warning: t.field({
      type: ShortageWarning,
      nullable: true,
      description: 'The shortage.',
      resolve: relatedOneOrNull<'shortage_warning'>(shortageNoticeShape, 'warning'),
    }),
    account: t.field({
      type: Account,
      description: 'The customer.',
      resolve: relatedOne<'account'>(shortageNoticeShape, 'account'),
    }),
    toldAt: t.expose('told_at', { type: 'DateTime', nullable: true, description: 'When the customer was told.' }),
    readAt: t.expose('read_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When he confirmed that he read it.',
    }),
  }),
})
answerNode(shortageNoticeShape, 'contract', ofKnownAccounts(shortageNoticeShape))

builder.objectField(Account, 'shortages', (t) =>
  t.field({
    type: [ShortageNotice],
    description: 'Shortages that it is to know of, the newest first.',
    resolve: relatedList<'shortage_notice', { region_id: string }>(accountShape, 'shortages'),
  }),
)

command({
  name: 'warnOfShortage',
  description: 'Warns of a product that runs short: each customer with an open order of it is to be told.',
  action: 'shortage.warn',
  input: z.object({
    productId: nodeId('Product').describe('What runs short.'),
    text: text(2_000).describe('What the customer is to know.'),
    expectedUntil: day().nullish().describe('Until when, as expected.'),
  }),
  success: ShortageWarning,
  run: async (work, input, { engine, viewer }) => ({ id: await warnOfShortage(work, engine, viewer, input) }),
  read: (context, info, { id }) =>
    readOne(context, info, shortageWarningShape, sql<SqlBool>`shortage_warning.id = ${id}`),
})

command({
  name: 'tellShortage',
  description: 'Records that a customer was told of a shortage, and whether he confirmed that he read it.',
  action: 'account.talk',
  input: z.object({
    id: nodeId('ShortageNotice').describe('The notice.'),
    read: z.boolean().describe('Whether he confirmed that he read it.'),
  }),
  success: ShortageNotice,
  run: async (work, input, { engine, viewer }) => ({ id: await tellShortage(work, engine, viewer, input) }),
  read: async (context, info, { id }) =>
    (await readOne(context, info, shortageNoticeShape, sql<SqlBool>`shortage_notice.id = ${id}`)) as WithRegion<
      RowOf<'shortage_notice'>
    > | null,
})
