// How what is known of a customer and agreed with it lies in the database.
import type { Table } from '../core/column-kinds.ts'
import { computed, list, one, type Shape, type ShapeSpec, shape } from '../core/selection-shape.ts'
import { departmentShape, personShape } from '../organization/queries.ts'
import { accountShape, contactShape, regionOfAccount } from './queries.ts'

const owned = ['account_id', computed('region_id', 'plain', regionOfAccount)] as const

/** Tables whose rows belong to one account. */
export type EntryTable =
  | 'contact_entry'
  | 'account_promise'
  | 'unique_need'
  | 'product_need'
  | 'account_offer'
  | 'account_plan'
  | 'obligation'
  | 'hidden_loss'
  | 'referral'

export const keyPlanShape = single('KeyPlan', 'key_plan', {
  definition: 'definition',
  successFactors: 'success_factors',
  attraction: 'attraction',
  problems: 'problems',
  satisfaction: 'satisfaction',
  control: 'control',
  reviewOn: 'review_on',
  reviewResult: 'review_result',
  percent: ['definition', 'success_factors', 'attraction', 'problems', 'satisfaction', 'control', 'review_on'],
  reviewOverdue: ['review_on', 'review_result', { kind: 'now', name: 'read_at' }],
})

export const accountProfileShape = single('AccountProfile', 'account_profile', {
  expectations: 'expectations',
  buyingHabits: 'buying_habits',
  motives: 'motives',
  stereotypes: 'stereotypes',
  hiddenLosses: 'hidden_losses',
  totalNeed: 'total_need',
  priceStructureOn: 'price_structure_on',
  muchLarger: 'much_larger',
  percent: ['expectations', 'buying_habits', 'motives', 'stereotypes', 'hidden_losses'],
})

export const accountTermsShape = single('AccountTerms', 'account_terms', {
  currency: 'currency',
  yearlySales: 'yearly_sales',
  yearlyGrowth: 'yearly_growth',
  years: 'years',
  marginPercent: 'margin_percent',
  creditLimit: 'credit_limit',
  outstanding: 'outstanding',
})

export const contactEntryShape = entry('ContactEntry', 'contact_entry', {
  at: 'at',
  channel: 'channel',
  channelLabel: 'channel',
  begunBy: 'begun_by',
  subject: 'subject',
  summary: 'summary',
  nextContactOn: 'next_contact_on',
  technicalSupport: 'technical_support',
  contact: one(() => contactShape, 'contact_id'),
  person: one(() => personShape, 'person_id'),
})

export const accountPromiseShape = entry('AccountPromise', 'account_promise', {
  text: 'text',
  dueOn: 'due_on',
  keptOn: 'kept_on',
  overdue: ['due_on', 'kept_on', { kind: 'now', name: 'read_at' }],
})

export const uniqueNeedShape = entry('UniqueNeed', 'unique_need', {
  kind: 'kind',
  kindLabel: 'kind',
  text: 'text',
  howMet: 'how_met',
  department: one(() => departmentShape, 'department_id'),
  evidence: 'evidence',
  wantedStock: 'wanted_stock',
  actualStock: 'actual_stock',
  met: ['met', 'wanted_stock', 'actual_stock'],
  stockGap: ['wanted_stock', 'actual_stock'],
})

export const productNeedShape = entry('ProductNeed', 'product_need', {
  product: 'product',
  size: 'size',
  grade: 'grade',
  yearlyMass: 'yearly_mass',
  requirements: 'requirements',
  supplied: 'supplied',
  budget: 'budget',
  currency: 'currency',
  special: 'special',
})

export const accountOfferShape = entry('AccountOffer', 'account_offer', {
  product: 'product',
  need: one(() => productNeedShape, 'need_id'),
  reason: 'reason',
  state: 'state',
  stateLabel: 'state',
  offeredOn: 'offered_on',
})

export const accountPlanShape = entry('AccountPlan', 'account_plan', {
  side: 'side',
  sideLabel: 'side',
  text: 'text',
  plannedFor: 'planned_for',
  sharedOn: 'shared_on',
})

export const obligationShape = entry('Obligation', 'obligation', {
  kind: 'kind',
  kindLabel: 'kind',
  state: 'state',
  stateLabel: 'state',
  note: 'note',
})

export const hiddenLossShape = entry('HiddenLoss', 'hidden_loss', {
  text: 'text',
  amount: 'amount',
  currency: 'currency',
})

export const referralShape = entry('Referral', 'referral', { text: 'text', recommendedOn: 'recommended_on' })

const byKey = { columns: ['id'], direction: 'asc' } as const
const fields = accountShape.fields
fields.set(
  'keyPlan',
  one(() => keyPlanShape, 'id'),
)
fields.set(
  'profile',
  one(() => accountProfileShape, 'id'),
)
fields.set(
  'terms',
  one(() => accountTermsShape, 'id'),
)
fields.set(
  'contactEntries',
  list(() => contactEntryShape, 'account_id', { order: { columns: ['at', 'id'], direction: 'desc' }, limit: 20 }),
)
fields.set(
  'promises',
  list(() => accountPromiseShape, 'account_id', { order: { columns: ['due_on', 'id'], direction: 'asc' }, limit: 50 }),
)
for (const [name, other] of [
  ['uniqueNeeds', uniqueNeedShape],
  ['productNeeds', productNeedShape],
  ['offers', accountOfferShape],
  ['plans', accountPlanShape],
  ['obligations', obligationShape],
  ['hiddenLosses', hiddenLossShape],
  ['referrals', referralShape],
] as const)
  fields.set(
    name,
    list(() => other as Shape, 'account_id', { order: byKey, limit: 100 }),
  )

/** One row at most for each account, under the account's key. */
function single<T extends 'key_plan' | 'account_profile' | 'account_terms'>(
  type: string,
  table: T,
  fields: ShapeSpec<T, never>['fields'],
): Shape<T> {
  return shape(type, table, { key: 'account_id', always: owned, fields } as unknown as ShapeSpec<T, never>)
}

function entry<T extends EntryTable & Table>(type: string, table: T, fields: ShapeSpec<T, never>['fields']): Shape<T> {
  return shape(type, table, { always: owned, fields } as unknown as ShapeSpec<T, never>)
}
