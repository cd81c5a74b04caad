// The class of a customer in lists, and how classes and target segments go together.
import { expressionBuilder, sql } from 'kysely'
import type { ParetoClass as Class } from '../../schema/account-vocabulary.ts'
import type { Database } from '../../schema/database.ts'
import { classesSql } from '../accounts/contribution.ts'
import { Account } from '../accounts/graphql.ts'
import { pareto } from '../accounts/pareto.ts'
import { batched } from '../core/batched.ts'
import { label } from '../core/labels/label.ts'
import { policies } from '../core/permission-table.ts'
import { accountScope } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'
import { ParetoClass } from '../graphql/account-words.ts'
import { builder } from '../graphql/builder.ts'

interface Classed {
  id: string
  class: Class
  target: boolean
  contribution: number
}

async function classesOf({ engine, viewer }: Reader, ids: readonly string[] | null): Promise<Classed[]> {
  const today = sql`(${engine.now()} at time zone 'UTC')::date`
  const known = accountScope(expressionBuilder<Database, 'account'>(), viewer, policies.contract)
  const { rows } = await sql<Classed>`
    with ruled as materialized (${classesSql(today)})
    select account.id, coalesce(account_class.class, ruled.class, 'usefulMany') as class,
      coalesce(segment.target, false) as target, coalesce(ruled.contribution, 0)::float as contribution
    from account left join ruled on ruled.account_id = account.id left join segment on segment.id = account.segment_id
    left join account_class on account_class.account_id = account.id
    where ${ids ? sql`account.id = any(${ids})` : sql`true`} and ${known}`.execute(engine.db)
  return rows
}

const readClass = batched(async (reader, ids) => {
  const rows = await classesOf(reader, ids)
  return new Map(rows.map((row) => [row.id, row.class]))
})

builder.objectFields(Account, (t) => ({
  class: t.field({
    type: ParetoClass,
    nullable: true,
    policy: 'contract',
    description: 'Class that holds: the one set by hand, else the one by the rule.',
    resolve: ({ id }, _args, context) => readClass(context, id),
  }),
  classLabel: t.string({
    nullable: true,
    policy: 'contract',
    description: "The same in the request's language.",
    resolve: async ({ id }, _args, context) => {
      const found = await readClass(context, id)
      return found && label(context.language, 'paretoClass', found)
    },
  }),
}))

const ParetoGroup = builder
  .objectRef<{ class: Class; target: boolean; accounts: number; share: number }>('ParetoGroup')
  .implement({
    description: 'Customers of one class, inside the target segments or outside them.',
    policy: 'contract',
    fields: (t) => ({
      class: t.expose('class', { type: ParetoClass, description: 'Class that holds.' }),
      classLabel: t.string({
        description: "The same in the request's language.",
        resolve: (row, _args, { language }) => label(language, 'paretoClass', row.class),
      }),
      target: t.exposeBoolean('target', { description: 'Whether their segment is a target segment.' }),
      accounts: t.exposeInt('accounts', { description: 'How many.' }),
      share: t.exposeFloat('share', { description: 'Of what all ordered in twelve months, in percent.' }),
    }),
  })

const AccountPareto = builder.objectRef<Classed[]>('AccountPareto').implement({
  description: 'How unevenly customers contribute, by what they ordered in twelve months.',
  policy: 'contract',
  fields: (t) => ({
    accounts: t.int({ description: 'Customers that ordered.', resolve: (rows) => contributing(rows).length }),
    share: t.float({
      nullable: true,
      description: 'Percent that the first fifth of them brings; null without orders.',
      resolve: (rows) => paretoOf(rows).share,
    }),
    confirmed: t.boolean({
      description: 'Whether the first fifth brings 80 %: else the principle does not hold here.',
      resolve: (rows) => paretoOf(rows).confirmed,
    }),
    vitalFew: t.int({
      description: 'Customers that together bring 80 %.',
      resolve: (rows) => paretoOf(rows).lines.filter((line) => line.class === 'vitalFew').length,
    }),
    groups: t.field({
      type: [ParetoGroup],
      description: 'All customers by class and target.',
      resolve: (rows) => groupsOf(rows),
    }),
  }),
})

builder.queryField('accountPareto', (t) =>
  t.field({
    type: AccountPareto,
    nullable: true,
    policy: 'contract',
    description: 'How unevenly the customers that the viewer may see contribute.',
    resolve: (_root, _args, context) => classesOf(context, null),
  }),
)

function contributing(rows: readonly Classed[]): Classed[] {
  return rows.filter(({ contribution }) => contribution > 0)
}

function paretoOf(rows: readonly Classed[]) {
  return pareto(contributing(rows), ({ contribution }) => contribution)
}

function groupsOf(rows: readonly Classed[]) {
  const whole = rows.reduce((sum, { contribution }) => sum + contribution, 0)
  return (['vitalFew', 'usefulMany'] as const).flatMap((wanted) =>
    [true, false].map((target) => {
      const own = rows.filter((row) => row.class === wanted && row.target === target)
      const part = own.reduce((sum, { contribution }) => sum + contribution, 0)
      const share = whole === 0 ? 0 : Math.round((part * 1_000) / whole) / 10
      return { class: wanted, target, accounts: own.length, share }
    }),
  )
}
