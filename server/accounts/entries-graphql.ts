// What hangs on an account in the graph: plan, profile, terms, talks, needs, offers, duties.
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { Channel } from '../graphql/words.ts'
import { Account } from './graphql.ts'
import { AccountProfile, AccountTerms, KeyPlan, Obligation } from './key-plan-graphql.ts'
import { AccountOffer, AccountPlan, ProductNeed, UniqueNeed } from './needs-graphql.ts'
import { accountShape } from './queries.ts'
import { AccountPromise, ContactEntry, HiddenLoss, Referral } from './talks-graphql.ts'

builder.objectFields(Account, (t) => ({
  convertedOn: t.expose('converted_on', {
    type: 'Date',
    nullable: true,
    policy: 'internal',
    description: 'Day of the first order of a customer that was potential.',
  }),
  preferredChannel: t.expose('preferred_channel', {
    type: Channel,
    nullable: true,
    description: 'How it wants to be reached.',
  }),
  keyPlan: t.field({
    type: KeyPlan,
    nullable: true,
    description: 'Its key plan, once begun.',
    resolve: relatedOneOrNull<'key_plan', { region_id: string }>(accountShape, 'keyPlan'),
  }),
  profile: t.field({
    type: AccountProfile,
    nullable: true,
    description: 'What is known of it, once begun.',
    resolve: relatedOneOrNull<'account_profile', { region_id: string }>(accountShape, 'profile'),
  }),
  terms: t.field({
    type: AccountTerms,
    nullable: true,
    description: 'Figures of trade with it, once entered.',
    resolve: relatedOneOrNull<'account_terms', { region_id: string }>(accountShape, 'terms'),
  }),
  contactEntries: t.field({
    type: [ContactEntry],
    description: 'The last twenty talks, the newest first.',
    resolve: relatedList<'contact_entry', { region_id: string }>(accountShape, 'contactEntries'),
  }),
  promises: t.field({
    type: [AccountPromise],
    description: 'What was promised to it, by day.',
    resolve: relatedList<'account_promise', { region_id: string }>(accountShape, 'promises'),
  }),
  uniqueNeeds: t.field({
    type: [UniqueNeed],
    description: 'What it needs beyond the standard.',
    resolve: relatedList<'unique_need', { region_id: string }>(accountShape, 'uniqueNeeds'),
  }),
  productNeeds: t.field({
    type: [ProductNeed],
    description: 'Products it can use.',
    resolve: relatedList<'product_need', { region_id: string }>(accountShape, 'productNeeds'),
  }),
  offers: t.field({
    type: [AccountOffer],
    description: 'Offers of other products.',
    resolve: relatedList<'account_offer', { region_id: string }>(accountShape, 'offers'),
  }),
  plans: t.field({
    type: [AccountPlan],
    description: 'Plans of both sides.',
    resolve: relatedList<'account_plan', { region_id: string }>(accountShape, 'plans'),
  }),
  obligations: t.field({
    type: [Obligation],
    description: 'Its duties, as far as they were judged.',
    resolve: relatedList<'obligation', { region_id: string }>(accountShape, 'obligations'),
  }),
  hiddenLosses: t.field({
    type: [HiddenLoss],
    description: 'Losses it bears without noticing.',
    resolve: relatedList<'hidden_loss', { region_id: string }>(accountShape, 'hiddenLosses'),
  }),
  referrals: t.field({
    type: [Referral],
    description: 'Its recommendations of us.',
    resolve: relatedList<'referral', { region_id: string }>(accountShape, 'referrals'),
  }),
}))
