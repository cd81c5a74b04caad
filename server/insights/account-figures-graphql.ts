// Figures of one account in the graph.
import { Account } from '../accounts/graphql.ts'
import { label } from '../core/labels/label.ts'
import { LoyaltyPhase, ParetoClass } from '../graphql/account-words.ts'
import { builder } from '../graphql/builder.ts'
import { type AccountFigures as Row, readAccountFigures, type Wave } from './account-figures.ts'

const SatisfactionWave = builder.objectRef<Wave>('SatisfactionWave').implement({
  description: 'What a customer answered in one wave, on scales of 1 to 5.',
  policy: 'contract',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the wave.' }),
    mean: t.exposeFloat('mean', { description: 'Mean of all marks.' }),
    n: t.exposeInt('n', { description: 'How many people answered.' }),
  }),
})

const AccountFigures = builder.objectRef<Row>('AccountFigures').implement({
  description: 'What a customer comes to: deliveries, cases, talks, loyalty, class, satisfaction.',
  policy: 'contract',
  fields: (t) => ({
    tonnes: t.expose('tonnes', { type: 'Decimal', description: 'Tonnes delivered in twelve months.' }),
    tonnesBefore: t.expose('tonnes_before', { type: 'Decimal', description: 'Tonnes of the twelve months before.' }),
    growth: t.exposeFloat('growth', {
      nullable: true,
      description: 'Growth of them in percent; null where nothing was before.',
    }),
    needPercent: t.float({
      nullable: true,
      description: 'Share of its total need that we deliver, in percent; null while the need is unknown.',
      resolve: ({ share }) => share?.percent ?? null,
    }),
    potential: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Tonnes of its need that others deliver.',
      resolve: ({ share }) => share?.potential ?? null,
    }),
    claims: t.exposeInt('claims', { description: 'Claims opened in twelve months.' }),
    claimsPer1000: t.exposeFloat('claimsPer1000', {
      nullable: true,
      description: 'Claims per 1,000 t delivered; null without deliveries.',
    }),
    openClaims: t.exposeInt('open_claims', { description: 'Open claims.' }),
    openTrials: t.exposeInt('open_trials', { description: 'Open trial batches.' }),
    openVisits: t.exposeInt('open_visits', { description: 'Visits that are planned or not yet closed.' }),
    lateCases: t.exposeInt('late_cases', { description: 'Open cases of which a clock has passed.' }),
    nextDueAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the next clock of an open case passes.',
      resolve: ({ next_due_at }) => (next_due_at ? new Date(next_due_at) : null),
    }),
    nextVisitAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the next visit begins.',
      resolve: ({ next_visit_at }) => (next_visit_at ? new Date(next_visit_at) : null),
    }),
    dutiesLacking: t.exposeInt('duties_lacking', { description: 'Duties of it that are at risk or not fulfilled.' }),
    shortagesUntold: t.exposeInt('shortages_untold', { description: 'Shortages that it was not told of yet.' }),
    products: t.expose('products', { type: ['String'], description: 'Products that it ordered.' }),
    lastContactAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last spoken with.',
      resolve: ({ last_contact_at }) => (last_contact_at ? new Date(last_contact_at) : null),
    }),
    lastContact: t.exposeString('last_contact', { nullable: true, description: 'What that was about.' }),
    openPromises: t.exposeInt('promises', { description: 'Promises not yet kept, of cases and others.' }),
    overduePromises: t.exposeInt('promises_overdue', { description: 'Those that are overdue.' }),
    orders: t.exposeInt('orders', { description: 'Orders of twelve months.' }),
    referrals: t.exposeInt('referrals', { description: 'Recommendations of us.' }),
    phase: t.expose('phase', {
      type: LoyaltyPhase,
      description: 'How loyal it is by the rule: three orders in twelve months and a mean of 4, then a recommendation.',
    }),
    phaseLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ phase }, _args, { language }) => label(language, 'loyaltyPhase', phase),
    }),
    volumePercent: t.exposeFloat('volumePercent', {
      nullable: true,
      description: 'Share of our volume that it takes, in percent.',
    }),
    dependent: t.exposeBoolean('dependent', {
      description: 'Whether we depend on it: above 30 % of our volume, or it is much larger.',
    }),
    criteria: t.exposeInt('criteria', {
      description: 'Of the three criteria (competence, target segment, parity), how many hold.',
    }),
    byRule: t.field({
      type: ParetoClass,
      description: 'Class by what it ordered in twelve months.',
      resolve: ({ rule }) => rule ?? 'usefulMany',
    }),
    class: t.field({
      type: ParetoClass,
      description: 'Class that holds: the one set by hand, else the one by the rule.',
      resolve: ({ own_class, rule }) => own_class ?? rule ?? 'usefulMany',
    }),
    classLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ own_class, rule }, _args, { language }) =>
        label(language, 'paretoClass', own_class ?? rule ?? 'usefulMany'),
    }),
    classReason: t.exposeString('class_reason', { nullable: true, description: 'Why the class was set by hand.' }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description: 'Mean satisfaction of twelve months on a scale of 1 to 5; null without an answer.',
    }),
    waves: t.expose('waves', { type: [SatisfactionWave], description: 'Satisfaction wave by wave, the oldest first.' }),
  }),
})

builder.objectField(Account, 'figures', (t) =>
  t.field({
    type: AccountFigures,
    nullable: true,
    policy: 'contract',
    description: 'What it comes to in figures.',
    resolve: ({ id }, _args, context) => readAccountFigures(context, id),
  }),
)
