// What waits for a person: cases he runs, investigates or has the next step of; tasks of his departments or that he sent.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { DueGroup } from '../../schema/list-views.ts'
import type { GrantableRole } from '../../schema/vocabulary.ts'
import { type PageArgs, type RowOf, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import type { PersonViewer, Viewer } from '../core/viewer.ts'
import { countByDueGroup, type DueCount, inDueGroup } from './due-groups.ts'
import { byDue, caseShape, casesSeen, taskShape, tasksSeen } from './queries.ts'
import { trialNextSteps } from './trial-next-steps.ts'

/** Open cases that are the viewer's work, by due time. */
export function readMyCases(
  reader: Reader,
  info: GraphQLResolveInfo,
  clock: DueGroup | null,
  args: PageArgs,
): Promise<Page<RowOf<'service_case'>>> {
  const within = clock ? sql<SqlBool>` and ${inDueGroup(reader, 'service_case.due_at', clock)}` : sql``
  const where = sql<SqlBool>`${myCases(reader.viewer)}${within}`
  return readPage(reader, info, caseShape, { where, order: byDue, args })
}

/** Tasks that wait for the viewer: to be answered by his department, or to be looked at by him who sent them. */
export function readMyTasks(
  reader: Reader,
  info: GraphQLResolveInfo,
  clock: DueGroup | null,
  args: PageArgs,
): Promise<Page<RowOf<'task'>>> {
  const within = clock ? sql<SqlBool>` and ${inDueGroup(reader, 'task.due_at', clock)}` : sql``
  const where = sql<SqlBool>`${myTasks(reader.viewer)}${within}`
  return readPage(reader, info, taskShape, { where, order: byDue, args })
}

/** How much of the viewer's work stands in each group of due times. */
export function countMyWork(reader: Reader): Promise<DueCount[]> {
  return countByDueGroup(reader, myCases(reader.viewer), myTasks(reader.viewer))
}

function myCases(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`service_case.open and ${mine(viewer)} and ${casesSeen(viewer)}`
}

function myTasks(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`task.open and ${waitingFor(viewer)} and ${tasksSeen(viewer)}`
}

/** Whether the case is the viewer's work: he runs or investigates it, or its next step is his. */
export function mine(viewer: Viewer): Expression<SqlBool> {
  if (viewer.kind !== 'person') return sql<SqlBool>`true`
  const parts = [
    sql`service_case.owner_id = ${viewer.id}`,
    sql`service_case.id in (select case_id from claim where analyst_id = ${viewer.id})`,
    sql`service_case.id in (select case_id from visit where engineer_id = ${viewer.id})`,
    ...nextSteps(viewer),
    ...trialNextSteps(viewer),
  ]
  return sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}

/** Cases that stand where a lead, a key-customer manager, an approver or a department with a settlement line has to act. */
function nextSteps(viewer: PersonViewer): RawBuilder<unknown>[] {
  const roles = new Set(viewer.grants.map(({ role }) => role))
  const departments = viewer.grants.flatMap(({ departmentId }) => departmentId ?? [])
  const approving = [
    ...viewer.positions,
    ...['csLead', 'management'].filter((role) => roles.has(role as GrantableRole)),
  ]
  const steps: RawBuilder<unknown>[] = []
  if (roles.has('csLead')) {
    steps.push(sql`service_case.state in ('screening', 'decision', 'disputed')`)
    steps.push(sql`(service_case.kind = 'visit' and service_case.state = 'requested')`)
  }
  if (viewer.managedAccountIds.length > 0) {
    steps.push(
      sql`((service_case.state = 'decision' or (service_case.kind = 'visit' and service_case.state = 'requested')) and service_case.account_id = any(${viewer.managedAccountIds}))`,
    )
  }
  if (approving.length > 0) {
    steps.push(sql`(service_case.state = 'approval'
      and service_case.snapshot #>> '{context,proposal,proposedBy}' <> ${viewer.id}
      and (service_case.snapshot #> '{context,proposal,route}'
        -> (service_case.snapshot #>> '{context,proposal,step}')::int -> 'of') ?| ${approving}::text[])`)
  }
  if (departments.length > 0) {
    steps.push(sql`(service_case.state = 'settlement' and exists (select from settlement_line
      where settlement_line.case_id = service_case.id and settlement_line.executed_at is null
        and settlement_line.kind <> 'none' and settlement_line.department_id = any(${departments})))`)
  }
  return steps
}

function waitingFor(viewer: Viewer): Expression<SqlBool> {
  if (viewer.kind !== 'person') return sql<SqlBool>`false`
  const departments = viewer.grants.flatMap(({ departmentId }) => departmentId ?? [])
  return sql<SqlBool>`((task.department_id = any(${departments}) and task.state in ('open', 'inProgress'))
    or (task.sender_id = ${viewer.id} and task.state in ('returned', 'awaitingSender', 'answered')))`
}
