// Reads of campaigns of thank-you calls, and which of their calls a viewer sees.
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { accountShape, regionOfAccount, visibleAccounts } from '../accounts/queries.ts'
import { policies } from '../core/permission-table.ts'
import { accountScope, mayRead } from '../core/permissions.ts'
import { computed, connection, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { personShape } from '../organization/queries.ts'

/** What the calls of a campaign brought. */
export interface Counts {
  customers: number
  called: number
  questions: number
  problems: number
  talks: number
  claims: number
}

const counted = computed(
  'counts',
  'plain',
  (alias) => sql`(select jsonb_build_object('customers', count(*), 'called', count(called_at),
    'questions', count(*) filter (where result = 'question'), 'problems', count(*) filter (where result = 'problem'),
    'talks', count(entry_id), 'claims', count(claim_id)) from gratitude_call where campaign_id = ${sql.ref(`${alias}.id`)})`,
)

export const campaignShape: Shape<'gratitude_campaign'> = shape('GratitudeCampaign', 'gratitude_campaign', {
  fields: {
    name: 'name',
    beginsOn: 'begins_on',
    cost: 'cost',
    currency: 'currency',
    extraMargin: 'extra_margin',
    marginKnownOn: 'margin_known_on',
    recovered: ['cost', 'extra_margin'],
    counts: [counted],
    calls: connection(() => callShape, 'campaign_id', {
      order: { columns: ['id'], direction: 'asc' },
      scope: callScope,
    }),
  },
})

export const callShape: Shape<'gratitude_call'> = shape('GratitudeCall', 'gratitude_call', {
  always: ['account_id', computed('region_id', 'plain', regionOfAccount)],
  fields: {
    account: one(() => accountShape, 'account_id', visibleAccounts),
    result: 'result',
    resultLabel: 'result',
    said: 'said',
    calledBy: one(() => personShape, 'called_by'),
    calledAt: 'called_at',
    entryId: 'entry_id',
    claimId: 'claim_id',
  },
})

export function callScope(viewer: Viewer): Expression<SqlBool> {
  const read = accountScope(expressionBuilder<Database, 'account'>(), viewer, policies.answers)
  return sql<SqlBool>`gratitude_call.account_id in (select account.id from account where ${read} and ${visibleAccounts(viewer)})`
}
export const campaignScope = (viewer: Viewer): Expression<SqlBool> =>
  mayRead(viewer, 'answers') ? sql<SqlBool>`true` : sql<SqlBool>`false`
