// Deadline policies, approval bands and exchange rates in the graph.

import { settlementKinds } from '../../schema/claim-vocabulary.ts'
import type { RouteStep } from '../../schema/json.ts'
import { type Actor, positions, words } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { Clock, SettlementKind, Severity, TimeUnit } from '../graphql/words.ts'
import { approvers } from './inputs.ts'
import {
  approvalBandShape,
  deadlinePolicyShape,
  readApprovalBands,
  readDeadlinePolicies,
  readExchangeRates,
} from './policy-queries.ts'
import { people } from './visibility.ts'

export const DeadlinePolicy = builder.objectRef<RowOf<'deadline_policy'>>('DeadlinePolicy').implement({
  description: 'How long a clock runs and who hears of it; a running clock keeps the version it started under.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    clock: t.expose('clock', { type: Clock, description: 'The clock.' }),
    clockLabel: t.string({
      description: "The clock in the request's language.",
      resolve: ({ clock }, _args, { language }) => label(language, 'clock', clock),
    }),
    severity: t.expose('severity', {
      type: Severity,
      nullable: true,
      description: 'Severity it is for; null: all others.',
    }),
    settlementKind: t.field({
      type: SettlementKind,
      nullable: true,
      description: 'Kind of settlement it is for; null: all others.',
      resolve: ({ variant }) => words(settlementKinds).find((kind) => kind === variant) ?? null,
    }),
    version: t.exposeInt('version', { description: 'Counts up with each change.' }),
    amount: t.expose('amount', { type: 'Decimal', description: 'How long, in its unit.' }),
    unit: t.expose('unit', { type: TimeUnit, description: 'In what time it counts.' }),
    warnAt: t.field({
      type: ['Decimal'],
      description: 'Shares of the time at which is warned.',
      resolve: ({ warn_at }) => warn_at,
    }),
    remindAfterDays: t.exposeIntList('remind_after_days', {
      description: 'Working days after which the other side is reminded.',
    }),
    warnTo: t.exposeStringList('warn_to', { description: 'Who is warned.' }),
    breachTo: t.exposeStringList('breach_to', { description: 'Who hears of a breach, one after the other.' }),
    repeats: t.exposeBoolean('repeats', { description: 'Whether it starts anew when it has passed.' }),
    validFrom: t.expose('valid_from', { type: 'DateTime', description: 'Since when.' }),
  }),
})
answerNode(deadlinePolicyShape, 'internal', people)

const Approver = enumOf('Approver', 'Who approves a step: a position or a role.', approvers)

const ApprovalStep = builder.objectRef<RouteStep>('ApprovalStep').implement({
  description: 'One step of an approval route.',
  policy: 'open',
  fields: (t) => ({
    needed: t.exposeInt('needed', { description: 'How many different people must approve.' }),
    of: t.field({ type: [Approver], description: 'Positions or roles they are of.', resolve: ({ of }) => of }),
    labels: t.stringList({
      description: "The same in the request's language.",
      resolve: ({ of }, _args, { language }) => of.map((word) => holderLabel(language, word)),
    }),
  }),
})

export const ApprovalBand = builder.objectRef<RowOf<'approval_band'>>('ApprovalBand').implement({
  description: 'Up to which amount a settlement takes which route.',
  policy: 'administration',
  interfaces: [Node],
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Version of the whole matrix.' }),
    band: t.exposeInt('band', { description: 'From 1 upwards.' }),
    upTo: t.expose('up_to', {
      type: 'Decimal',
      nullable: true,
      description: 'Amount in USD up to which; null: no limit.',
    }),
    steps: t.field({ type: [ApprovalStep], description: 'The steps, in order.', resolve: ({ steps }) => steps }),
  }),
})
answerNode(approvalBandShape, 'administration', people)

export const ExchangeRate = builder.objectRef<RowOf<'exchange_rate'>>('ExchangeRate').implement({
  description: 'What one unit of a currency was worth on a day.',
  policy: 'open',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'Code as in ISO 4217.' }),
    day: t.expose('day', { type: 'Date', description: 'The day.' }),
    usdPerUnit: t.expose('usd_per_unit', { type: 'Decimal', description: 'US dollars per unit.' }),
  }),
})

builder.queryFields((t) => ({
  deadlinePolicies: t.field({
    type: [DeadlinePolicy],
    policy: 'internal',
    description: 'Deadline policies in force.',
    args: { past: t.arg.boolean({ description: 'All versions, also those no longer in force.' }) },
    resolve: (_root, { past }, context, info) => readDeadlinePolicies(context, info, past ?? false),
  }),
  approvalBands: t.field({
    type: [ApprovalBand],
    policy: 'administration',
    description: 'The approval matrix in force.',
    resolve: (_root, _args, context, info) => readApprovalBands(context, info),
  }),
  exchangeRates: t.field({
    type: [ExchangeRate],
    policy: 'internal',
    description: 'The newest rate of each currency.',
    args: { day: t.arg({ type: 'Date', description: 'As of this day; today where none is given.' }) },
    resolve: (_root, { day }, context, info) => readExchangeRates(context, info, day ?? null),
  }),
}))

function holderLabel(language: Parameters<typeof label>[0], word: RouteStep['of'][number]): string {
  return Object.hasOwn(positions, word)
    ? label(language, 'position', word as keyof typeof positions)
    : label(language, 'role', word as Actor)
}
