// What waits for a person: the cases he runs or investigates, and the tasks of his departments or that he sent.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type SqlBool, sql } from 'kysely'
import { type PageArgs, type RowOf, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import type { Viewer } from '../core/viewer.ts'
import { byDue, caseShape, casesSeen, taskShape, tasksSeen } from './queries.ts'

/** Open cases that the viewer owns or investigates, by due time. */
export function readMyCases(
  reader: Reader,
  info: GraphQLResolveInfo,
  args: PageArgs,
): Promise<Page<RowOf<'service_case'>>> {
  const where = sql<SqlBool>`service_case.open and ${mine(reader.viewer)} and ${casesSeen(reader.viewer)}`
  return readPage(reader, info, caseShape, { where, order: byDue, args })
}

/** Tasks that wait for the viewer: to be answered by his department, or to be looked at by him who sent them. */
export function readMyTasks(reader: Reader, info: GraphQLResolveInfo, args: PageArgs): Promise<Page<RowOf<'task'>>> {
  const where = sql<SqlBool>`task.open and ${waitingFor(reader.viewer)} and ${tasksSeen(reader.viewer)}`
  return readPage(reader, info, taskShape, { where, order: byDue, args })
}

/** Whether a change of the case concerns the viewer's work. */
export function mine(viewer: Viewer): Expression<SqlBool> {
  if (viewer.kind !== 'person') return sql<SqlBool>`true`
  return sql<SqlBool>`(service_case.owner_id = ${viewer.id} or service_case.id in (select case_id from claim where analyst_id = ${viewer.id}))`
}

function waitingFor(viewer: Viewer): Expression<SqlBool> {
  if (viewer.kind !== 'person') return sql<SqlBool>`false`
  const departments = viewer.grants.flatMap(({ departmentId }) => departmentId ?? [])
  return sql<SqlBool>`((task.department_id = any(${departments}) and task.state in ('open', 'inProgress'))
    or (task.sender_id = ${viewer.id} and task.state in ('returned', 'awaitingSender', 'answered')))`
}
