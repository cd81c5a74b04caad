// The cadence of visits to an account in the graph: reading and setting it.
import { sql } from 'kysely'
import { z } from 'zod'
import { Account } from '../accounts/graphql.ts'
import { accountShape, readAccount } from '../accounts/queries.ts'
import { whole } from '../core/input.ts'
import { computed } from '../core/selection-shape.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { setVisitCadence } from './cadence-commands.ts'
import { nextOn } from './cadence-queries.ts'

interface Cadence {
  days: number
  next_on: string
}

const VisitCadence = builder.objectRef<Cadence>('VisitCadence').implement({
  description: 'How often we visit a customer of our own accord; the next visit is planned three weeks ahead.',
  policy: 'knowledge',
  fields: (t) => ({
    days: t.exposeInt('days', { description: 'Days from one visit to the next.' }),
    nextOn: t.expose('next_on', { type: 'Date', description: 'When the next one is due.' }),
  }),
})

accountShape.fields.set('visitCadence', {
  kind: 'columns',
  columns: [],
  values: [
    computed(
      'visit_cadence',
      'plain',
      (alias) => sql`(select json_build_object('days', cadence.days, 'next_on', ${nextOn('cadence')})
        from visit_cadence as cadence where cadence.account_id = ${sql.ref(`${alias}.id`)})`,
    ),
  ],
})

builder.objectField(Account, 'visitCadence', (t) =>
  t.field({
    type: VisitCadence,
    nullable: true,
    policy: 'knowledge',
    description: 'How often we visit it of our own accord; null where that is not set.',
    resolve: (row) => (row as unknown as { visit_cadence: Cadence | null }).visit_cadence,
  }),
)

command({
  name: 'setVisitCadence',
  description: 'Sets how often we visit a customer of our own accord, or ends that.',
  action: 'account.develop',
  input: z.object({
    accountId: nodeId('Account').describe('The customer.'),
    days: whole(7, 730).nullish().describe('Days from one visit to the next; left out: no regular visits.'),
  }),
  success: Account,
  run: (work, { accountId, days }, { engine, viewer }) =>
    setVisitCadence(engine, work, viewer, { accountId, days: days ?? null }),
  read: (context, info, { id }) => readAccount(context, info, id),
})
