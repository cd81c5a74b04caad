// Regions, accounts and contacts in the graph.
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOne, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { labelIn, Translated } from '../graphql/labels.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { AccountStatus, Channel, ConsumerType } from '../graphql/words.ts'
import { Person, RoleGrant } from '../organization/graphql.ts'
import { roleGrantShape } from '../organization/queries.ts'
import {
  accountShape,
  contactScope,
  contactShape,
  regionScope,
  regionShape,
  visibleAccounts,
  type WithRegion,
} from './queries.ts'

export const Region = builder.objectRef<RowOf<'region'>>('Region').implement({
  description: 'A region of the world in which customers are served.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Short stable name.' }),
    name: t.string({
      description: "Name in the request's language.",
      resolve: ({ name }, _args, context) => labelIn(context, name),
    }),
    names: t.field({ type: Translated, description: 'Name in all languages.', resolve: ({ name }) => name }),
  }),
})
answerNode(regionShape, 'open', regionScope)

export const Contact = builder.objectRef<WithRegion<RowOf<'contact'>>>('Contact')

export const Account = builder.objectRef<RowOf<'account'>>('Account').implement({
  description: 'A customer: an end user of the material or a wholesaler.',
  policy: 'open',
  interfaces: [Node],
  facts: ({ id, region_id }) => ({ accountId: id, regionId: region_id }),
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number of the customer.' }),
    name: t.exposeString('name', { description: 'Name of the company.' }),
    region: t.field({
      type: Region,
      description: 'Region it belongs to.',
      resolve: relatedOne<'region'>(accountShape, 'region'),
    }),
    consumerType: t.expose('consumer_type', { type: ConsumerType, description: 'What it does with the material.' }),
    consumerTypeLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ consumer_type }, _args, { language }) => label(language, 'consumerType', consumer_type),
    }),
    status: t.expose('status', {
      type: AccountStatus,
      nullable: true,
      policy: 'internal',
      description: 'Where it stands in its life cycle.',
    }),
    statusLabel: t.string({
      nullable: true,
      policy: 'internal',
      description: "The same in the request's language.",
      resolve: ({ status }, _args, { language }) => label(language, 'accountStatus', status),
    }),
    key: t.exposeBoolean('key', { nullable: true, policy: 'internal', description: 'A key customer.' }),
    critical: t.exposeBoolean('critical', {
      nullable: true,
      policy: 'internal',
      description: 'A key customer that is critical to us.',
    }),
    manager: t.field({
      type: Person,
      nullable: true,
      policy: 'internal',
      description: 'The key-customer manager.',
      resolve: relatedOneOrNull<'person'>(accountShape, 'manager'),
    }),
    country: t.exposeString('country', { description: 'Country as in ISO 3166.' }),
    language: t.exposeString('language', { description: 'Language of letters.' }),
    timeZone: t.exposeString('time_zone', { description: 'IANA name of its time zone.' }),
    currency: t.exposeString('currency', {
      nullable: true,
      policy: 'contract',
      description: 'Currency of its contracts.',
    }),
    replacementDays: t.exposeInt('replacement_days', {
      nullable: true,
      policy: 'contract',
      description: 'Days in which it is to have replacement; null: the default.',
    }),
    silenceAccepts: t.exposeBoolean('silence_accepts', {
      nullable: true,
      policy: 'contract',
      description: 'Whether an offer that is not answered in time counts as accepted.',
    }),
    specialPolicy: t.exposeString('special_policy', {
      nullable: true,
      policy: 'contract',
      description: 'What is different with it.',
    }),
    contractNumber: t.exposeString('contract_number', {
      nullable: true,
      policy: 'contract',
      description: 'Number of its contract.',
    }),
    createdAt: t.expose('created_at', { type: 'DateTime', description: 'When it was entered.' }),
    contacts: t.field({
      type: [Contact],
      description: 'People of the customer.',
      resolve: relatedList<'contact', { region_id: string }>(accountShape, 'contacts'),
    }),
  }),
})
answerNode(accountShape, 'open', visibleAccounts)

Contact.implement({
  description: "A person of the customer's.",
  policy: 'open',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    account: t.field({
      type: Account,
      description: 'The customer.',
      resolve: relatedOne<'account'>(contactShape, 'account'),
    }),
    name: t.exposeString('name', { description: 'Name.' }),
    jobTitle: t.exposeString('job_title', { nullable: true, description: 'What the person does there.' }),
    email: t.exposeString('email', { nullable: true, policy: 'contactDetails', description: 'E-mail address.' }),
    phone: t.exposeString('phone', { nullable: true, policy: 'contactDetails', description: 'Telephone.' }),
    language: t.exposeString('language', { description: 'Language to write and speak in.' }),
    preferredChannel: t.expose('preferred_channel', {
      type: Channel,
      nullable: true,
      policy: 'contactDetails',
      description: 'How the person wants to be reached; null: as the customer.',
    }),
    active: t.exposeBoolean('active', { description: 'Whether the person is still there.' }),
  }),
})
answerNode(contactShape, 'open', contactScope)

builder.objectFields(RoleGrant, (t) => ({
  region: t.field({
    type: Region,
    nullable: true,
    description: 'The region it is limited to.',
    resolve: relatedOneOrNull<'region'>(roleGrantShape, 'region'),
  }),
  account: t.field({
    type: Account,
    nullable: true,
    description: 'The customer it is limited to.',
    resolve: relatedOneOrNull<'account'>(roleGrantShape, 'account'),
  }),
}))
