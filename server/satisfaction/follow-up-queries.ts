// Reads of follow-ups: one's own, those of a filter, and how many respondents were called in time.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { FollowUpReason, FollowUpState } from '../../schema/acting-vocabulary.ts'
import type { Database } from '../../schema/database.ts'
import type { DueGroup } from '../../schema/list-views.ts'
import { accountShape, regionOfAccount, visibleAccounts } from '../accounts/queries.ts'
import { inDueGroup } from '../cases/due-groups.ts'
import { policies } from '../core/permission-table.ts'
import { accountScope } from '../core/permissions.ts'
import { type PageArgs, type RowOf, readOne, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { computed, list, now, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { personShape } from '../organization/queries.ts'
import { responseScope, surveyResponseShape } from './answer-queries.ts'
import { chosenWaves, groupsAsked, type OverviewFilter } from './overview-filter.ts'
import { surveyItemShape } from './queries.ts'

/** Rows of the shape carry the region of their account, and the time of the statement where it was asked for. */
export type FollowUpRow = RowOf<'survey_follow_up'> & { region_id: string; read_at?: Date }

export const followUpShape: Shape<'survey_follow_up'> = shape('FollowUp', 'survey_follow_up', {
  always: ['account_id', computed('region_id', 'plain', regionOfAccount)],
  fields: {
    response: one(() => surveyResponseShape, 'response_id', responseScope),
    account: one(() => accountShape, 'account_id', visibleAccounts),
    reason: 'reason',
    reasonLabel: 'reason',
    item: one(() => surveyItemShape, 'item_id'),
    mark: 'mark',
    owner: one(() => personShape, 'owner_id'),
    state: 'state',
    stateLabel: 'state',
    openedAt: 'opened_at',
    dueAt: 'due_at',
    late: ['due_at', 'called_at', 'state', now('read_at')],
    calledAt: 'called_at',
    calledBy: one(() => personShape, 'called_by'),
    said: 'said',
    outcome: 'outcome',
    outcomeLabel: 'outcome',
    done: 'done',
    closedAt: 'closed_at',
    closedBy: one(() => personShape, 'closed_by'),
    revision: 'revision',
  },
})

/** Condition on `survey_follow_up`: those of visible accounts whose answers the viewer reads. */
export function followUpScope(viewer: Viewer): Expression<SqlBool> {
  const read = accountScope(expressionBuilder<Database, 'account'>(), viewer, policies.answers)
  return sql<SqlBool>`survey_follow_up.account_id in
    (select account.id from account where ${read} and ${visibleAccounts(viewer)})`
}

surveyResponseShape.fields.set(
  'followUps',
  list(() => followUpShape, 'response_id', {
    order: { columns: ['opened_at', 'id'], direction: 'asc' },
    scope: followUpScope,
  }),
)

const byDue = { columns: ['due_at', 'id'], direction: 'asc' } as const

/** Open ones that are the viewer's to call; a lead has those of nobody and those that are late besides. */
export function readMyFollowUps(
  reader: Reader,
  info: GraphQLResolveInfo,
  clock: DueGroup | null,
  args: PageArgs,
): Promise<Page<FollowUpRow>> {
  const within = clock ? sql<SqlBool>` and ${inDueGroup(reader, 'survey_follow_up.due_at', clock)}` : sql``
  const where = sql<SqlBool>`${mine(reader)}${within}`
  return readPage(reader, info, followUpShape, { where, order: byDue, args }) as Promise<Page<FollowUpRow>>
}

/** How many of them are in each group of due times. */
export async function countMyFollowUps(reader: Reader, groups: readonly DueGroup[]): Promise<Record<DueGroup, number>> {
  const counts = groups.map(
    (group) =>
      sql`count(*) filter (where ${inDueGroup(reader, 'survey_follow_up.due_at', group)})::int as ${sql.ref(group)}`,
  )
  const { rows } = await sql<Record<DueGroup, number>>`
    select ${sql.join(counts)} from survey_follow_up where ${mine(reader)}`.execute(reader.engine.db)
  return rows[0] ?? ({} as Record<DueGroup, number>)
}

function mine({ viewer, engine }: Reader): RawBuilder<SqlBool> {
  if (viewer.kind !== 'person') return sql<SqlBool>`false`
  const leads = viewer.grants.some(({ role }) => role === 'csLead')
  const lead = leads
    ? sql`or (survey_follow_up.state = 'open' and (survey_follow_up.owner_id is null or survey_follow_up.due_at < ${engine.now()}))`
    : sql``
  return sql<SqlBool>`(survey_follow_up.state <> 'closed' and (survey_follow_up.owner_id = ${viewer.id} ${lead})
    and ${followUpScope(viewer)})`
}

export interface FollowUpFilter extends OverviewFilter {
  states?: readonly FollowUpState[] | null
  reasons?: readonly FollowUpReason[] | null
  accountId?: string | null
}

export function readFollowUps(
  reader: Reader,
  info: GraphQLResolveInfo,
  filter: FollowUpFilter,
  args: PageArgs,
): Promise<Page<FollowUpRow>> {
  return readPage(reader, info, followUpShape, { where: meant(reader, filter), order: byDue, args }) as Promise<
    Page<FollowUpRow>
  >
}

export function readFollowUp(reader: Reader, info: GraphQLResolveInfo, id: string): Promise<FollowUpRow | null> {
  const where = sql<SqlBool>`survey_follow_up.id = ${id} and ${followUpScope(reader.viewer)}`
  return readOne(reader, info, followUpShape, where) as Promise<FollowUpRow | null>
}

/** Of an account all of them; else those of the answers that the filter means, and those of silent customers in its regions. */
function meant({ viewer }: Reader, { states, reasons, accountId, ...filter }: FollowUpFilter): Expression<SqlBool> {
  const stated = states?.length ? sql`survey_follow_up.state = any(${states})` : sql`true`
  const because = reasons?.length ? sql`survey_follow_up.reason = any(${reasons})` : sql`true`
  const which = accountId
    ? sql`survey_follow_up.account_id = ${accountId}`
    : sql`(survey_follow_up.response_id in (select survey_response.id from survey_response
          where ${groupsAsked('survey_response', filter)} and survey_response.wave_id in (select id from (${chosenWaves(filter)}) as wave))
        or (survey_follow_up.reason = 'silence' and survey_follow_up.account_id in
          (select account.id from account where ${groupsAsked('account', filter)})))`
  return sql<SqlBool>`${followUpScope(viewer)} and ${stated} and ${because} and ${which}`
}

export interface LoopFigures {
  opened: number
  called: number
  /** Called before their clock ended. */
  inTime: number
  /** Called too late, or not called though the clock has ended. */
  late: number
  closed: number
}

/** How the loop to respondents is closed (SAT-09): of detractors, and of all who answered. */
export async function readLoopFigures(
  reader: Reader,
  filter: OverviewFilter,
): Promise<{ detractors: LoopFigures; all: LoopFigures }> {
  const counts = sql`count(*)::int as opened, count(called_at)::int as called,
    count(*) filter (where called_at <= due_at)::int as "inTime",
    count(*) filter (where coalesce(called_at, ${reader.engine.now()}) > due_at and (called_at is not null or state <> 'closed' or closed_at > due_at))::int as late,
    count(closed_at)::int as closed`
  const { rows } = await sql<LoopFigures & { of: string }>`
    with asked as (select * from survey_follow_up where ${meant(reader, filter)} and survey_follow_up.response_id is not null)
    select 'all' as of, ${counts} from asked union all select 'detractors', ${counts} from asked where reason = 'detractor'`.execute(
    reader.engine.db,
  )
  const of = (name: string): LoopFigures =>
    rows.find((row) => row.of === name) ?? { opened: 0, called: 0, inTime: 0, late: 0, closed: 0 }
  return { detractors: of('detractors'), all: of('all') }
}
