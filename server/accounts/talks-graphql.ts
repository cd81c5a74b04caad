// Talks with a customer, promises to it, its hidden losses and its recommendations in the graph.
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedOneOrNull } from '../core/selection-related.ts'
import { ContactSide } from '../graphql/account-words.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { Channel } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { Contact } from './graphql.ts'
import { accountPromiseShape, contactEntryShape, hiddenLossShape, referralShape } from './key-account-queries.ts'
import { dayOf } from './key-plan-graphql.ts'
import { ofKnownAccounts, type WithRegion } from './queries.ts'
import { isOverdue } from './silence.ts'

export const ContactEntry = builder.objectRef<WithRegion<RowOf<'contact_entry'>>>('ContactEntry').implement({
  description: 'A talk with a customer.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    channel: t.expose('channel', { type: Channel, description: 'How.' }),
    channelLabel: t.string({
      description: "The same in the request's language.",
      resolve: (row, _args, { language }) => label(language, 'channel', row.channel),
    }),
    begunBy: t.expose('begun_by', { type: ContactSide, description: 'Who began it.' }),
    subject: t.exposeString('subject', { description: 'What it was about.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What was said.' }),
    nextContactOn: t.expose('next_contact_on', { type: 'Date', nullable: true, description: 'When to speak again.' }),
    technicalSupport: t.exposeBoolean('technical_support', {
      description: 'Whether it was with technical support, after which the contact is asked about it.',
    }),
    contact: t.field({
      type: Contact,
      nullable: true,
      description: 'With whom.',
      resolve: relatedOneOrNull<'contact', { region_id: string }>(contactEntryShape, 'contact'),
    }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'Who of us.',
      resolve: relatedOneOrNull<'person'>(contactEntryShape, 'person'),
    }),
  }),
})
answerNode(contactEntryShape, 'contract', ofKnownAccounts(contactEntryShape))

export const AccountPromise = builder.objectRef<WithRegion<RowOf<'account_promise'>>>('AccountPromise').implement({
  description: 'Something promised to a customer apart from any case.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What was promised.' }),
    dueOn: t.expose('due_on', { type: 'Date', description: 'Until when.' }),
    keptOn: t.expose('kept_on', { type: 'Date', nullable: true, description: 'When it was kept.' }),
    overdue: t.boolean({
      description: 'Whether its day is over and it was not kept.',
      resolve: (row) => isOverdue(row.due_on, row.kept_on, dayOf((row as unknown as { read_at: Date }).read_at)),
    }),
  }),
})
answerNode(accountPromiseShape, 'contract', ofKnownAccounts(accountPromiseShape))

export const HiddenLoss = builder.objectRef<WithRegion<RowOf<'hidden_loss'>>>('HiddenLoss').implement({
  description: 'A loss that a customer bears without noticing it.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What is lost, and why.' }),
    amount: t.expose('amount', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Estimated loss of a year.',
    }),
    currency: t.exposeString('currency', { nullable: true, policy: 'money', description: 'Its currency.' }),
  }),
})
answerNode(hiddenLossShape, 'contract', ofKnownAccounts(hiddenLossShape))

export const Referral = builder.objectRef<WithRegion<RowOf<'referral'>>>('Referral').implement({
  description: 'A recommendation of us by a customer.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    text: t.exposeString('text', { description: 'To whom, and how.' }),
    recommendedOn: t.expose('recommended_on', { type: 'Date', description: 'When.' }),
  }),
})
answerNode(referralShape, 'contract', ofKnownAccounts(referralShape))
