// What is worked out of what is known of an account: needs met, funnel of offers, credit, hidden losses.
import { sql } from 'kysely'
import { badInput } from '../core/keyset.ts'
import { computed } from '../core/selection-shape.ts'
import { builder } from '../graphql/builder.ts'
import { isDecimal } from '../workflows/decimal.ts'
import { creditCheck } from './credit-check.ts'
import { Account } from './graphql.ts'
import { netOfHunt } from './hidden-losses.ts'
import { coverage, funnel, type KeptNeed } from './need-coverage.ts'
import { accountShape } from './queries.ts'

interface Standing {
  unique: KeptNeed[]
  products: { id: string; supplied: boolean }[]
  offers: { need_id: string | null; furthest: string }[]
  losses: { currency: string; amount: string }[]
}

const AccountStanding = builder.objectRef<Standing>('AccountStanding').implement({
  description: 'How far the needs of a customer are met, and what became of offers to it.',
  policy: 'contract',
  fields: (t) => ({
    needs: t.int({ description: 'Needs beyond the standard.', resolve: ({ unique }) => unique.length }),
    needsMet: t.int({ description: 'How many of them are met.', resolve: ({ unique }) => coverage(unique).met }),
    needCoverage: t.float({
      nullable: true,
      description: 'Met needs in percent; null without needs.',
      resolve: ({ unique }) => coverage(unique).percent,
    }),
    opportunities: t.int({
      description: 'Products it can use and we do not supply, offered already or not.',
      resolve: ({ products, offers }) => funnel(products, offers).opportunities,
    }),
    offers: t.int({ description: 'Offers made.', resolve: ({ products, offers }) => funnel(products, offers).offers }),
    trials: t.int({
      description: 'Offers that came to a trial.',
      resolve: ({ products, offers }) => funnel(products, offers).trials,
    }),
    orders: t.int({
      description: 'Offers that came to an order.',
      resolve: ({ products, offers }) => funnel(products, offers).orders,
    }),
    hiddenLosses: t.field({
      type: [CurrencyAmount],
      nullable: true,
      policy: 'money',
      description: 'Its hidden losses of a year, by currency.',
      resolve: ({ losses }) => losses,
    }),
  }),
})

const CurrencyAmount = builder.objectRef<{ currency: string; amount: string }>('CurrencyAmount').implement({
  description: 'An amount of money.',
  policy: 'money',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'Code as in ISO 4217.' }),
    amount: t.expose('amount', { type: 'Decimal', description: 'The amount.' }),
  }),
})

const CreditCheck = builder.objectRef<ReturnType<typeof creditCheck> & { currency: string }>('CreditCheck').implement({
  description: 'Whether an order fits into the agreed sum.',
  policy: 'money',
  fields: (t) => ({
    owed: t.expose('owed', { type: 'Decimal', description: 'What it would owe with the order.' }),
    over: t.expose('over', { type: 'Decimal', nullable: true, description: 'By how much that is too much.' }),
    currency: t.exposeString('currency', { description: 'Currency of the credit line.' }),
  }),
})

const PriceHunt = builder.objectRef<ReturnType<typeof netOfHunt>>('PriceHunt').implement({
  description: 'What hunting for a lower price comes to.',
  policy: 'internal',
  fields: (t) => ({
    loss: t.expose('loss', { type: 'Decimal', description: 'Sum of what it costs.' }),
    net: t.expose('net', { type: 'Decimal', description: 'Gain less loss; below zero the customer loses.' }),
  }),
})

interface Loaded {
  standing: Standing
  credit: { currency: string; limit: string; outstanding: string } | null
}

accountShape.fields.set('standing', {
  kind: 'columns',
  columns: [],
  values: [computed('standing', 'plain', standingOf)],
})
accountShape.fields.set('creditCheck', {
  kind: 'columns',
  columns: [],
  values: [computed('credit', 'plain', creditOf)],
})

builder.objectFields(Account, (t) => ({
  standing: t.field({
    type: AccountStanding,
    nullable: true,
    policy: 'contract',
    description: 'How far its needs are met.',
    resolve: (row) => (row as unknown as Loaded).standing,
  }),
  creditCheck: t.field({
    type: CreditCheck,
    nullable: true,
    policy: 'money',
    description: 'Whether an order of this amount fits into its credit; null without a credit line.',
    args: { order: t.arg({ type: 'Decimal', required: true, description: "Amount in the line's currency." }) },
    resolve: (row, { order }) => {
      const { credit } = row as unknown as Loaded
      return credit && { ...creditCheck(credit, amount(order, 'order')), currency: credit.currency }
    },
  }),
}))

const priced = { type: 'Decimal', required: true } as const

builder.queryField('priceHunt', (t) =>
  t.field({
    type: PriceHunt,
    nullable: true,
    description: 'What a lower price is worth once time, travel, split deliveries and credit are counted.',
    args: {
      priceGain: t.arg({ ...priced, description: 'What the lower price saves.' }),
      hours: t.arg({ ...priced, description: 'Hours spent on finding it.' }),
      hourlyCost: t.arg({ ...priced, description: 'Cost of one of them.' }),
      travel: t.arg({ ...priced, description: 'Cost of travelling.' }),
      splitDeliveries: t.arg({ ...priced, description: 'Cost of buying from several suppliers.' }),
      creditCost: t.arg({ ...priced, description: 'Cost of deferrals and credit.' }),
    },
    resolve: (_root, args) => {
      for (const [name, value] of Object.entries(args)) amount(value, name)
      return netOfHunt(args)
    },
  }),
)

function amount(value: string, field: string): string {
  if (!isDecimal(value) || !/^\d{1,12}(\.\d{1,2})?$/.test(value)) throw badInput(field, 'is not an amount')
  return value
}

function standingOf(alias: string) {
  const of = (table: string) => sql`from ${sql.table(table)} as own where own.account_id = ${sql.ref(`${alias}.id`)}`
  const rows = (columns: ReturnType<typeof sql>, table: string) =>
    sql`coalesce((select jsonb_agg(jsonb_build_object(${columns})) ${of(table)}), '[]')`
  return sql`jsonb_build_object(
    'unique', ${rows(sql`'met', met, 'wanted_stock', wanted_stock::text, 'actual_stock', actual_stock::text`, 'unique_need')},
    'products', ${rows(sql`'id', own.id, 'supplied', supplied`, 'product_need')},
    'offers', ${rows(sql`'need_id', need_id, 'furthest', furthest`, 'account_offer')},
    'losses', coalesce((select jsonb_agg(jsonb_build_object('currency', currency, 'amount', amount) order by currency)
      from (select currency, sum(amount)::text as amount ${of('hidden_loss')} group by currency) as summed), '[]'))`
}

function creditOf(alias: string) {
  return sql`(select jsonb_build_object('currency', currency, 'limit', credit_limit::text,
      'outstanding', coalesce(outstanding, 0)::text)
    from account_terms where account_terms.account_id = ${sql.ref(`${alias}.id`)} and credit_limit is not null)`
}
