// Locks a case, and a task behind its case, for the viewer who may see it.
import { type Expression, type RawBuilder, sql } from 'kysely'
import type { JsonObject } from '../../schema/json.ts'
import type { CaseKind, Severity } from '../../schema/vocabulary.ts'
import { caseScope, type RowFacts } from './permissions.ts'
import { Refused } from './refusal.ts'
import type { Viewer } from './viewer.ts'
import type { Work } from './work.ts'

export interface LockedCase {
  id: string
  number: string
  kind: CaseKind
  accountId: string
  regionId: string
  departmentIds: string[]
  ownerId: string | null
  severity: Severity | null
  language: string
  open: boolean
  revision: number
  chartVersion: number
  snapshot: JsonObject
  /** Database time of the lock */
  now: Date
}

export interface LockedTask {
  id: string
  departmentId: string
  revision: number
  chartVersion: number
  snapshot: JsonObject
}

/**
 * Locks the case row until the transaction ends. Refuses `notFound` when there is none that the viewer may see. The lock lets
 * others refer to the case meanwhile: claims that are linked as repeats of each other would lock each other out for a second.
 */
export async function lockCase(
  clock: { now(): RawBuilder<Date> },
  work: Work,
  viewer: Viewer,
  caseId: string,
): Promise<LockedCase> {
  const row = await work.trx
    .selectFrom('service_case')
    .where('service_case.id', '=', caseId)
    .where((eb) => caseScope(eb, viewer))
    .select([
      'service_case.id',
      'service_case.number',
      'service_case.kind',
      'service_case.account_id as accountId',
      'service_case.region_id as regionId',
      'service_case.owner_id as ownerId',
      'service_case.severity',
      'service_case.language',
      'service_case.open',
      'service_case.revision',
      'service_case.chart_version as chartVersion',
      'service_case.snapshot',
      clock.now().as('now'),
    ])
    .select(departmentsOf(sql.ref('service_case.id')).as('departmentIds'))
    .forNoKeyUpdate('service_case')
    .executeTakeFirst()
  if (!row) throw new Refused({ kind: 'notFound' })
  return row
}

/** The task of a case that is locked already. */
export async function readTask(work: Work, caseId: string, taskId: string): Promise<LockedTask> {
  const row = await work.trx
    .selectFrom('task')
    .where('id', '=', taskId)
    .where('case_id', '=', caseId)
    .select(['id', 'department_id as departmentId', 'revision', 'chart_version as chartVersion', 'snapshot'])
    .executeTakeFirst()
  if (!row) throw new Refused({ kind: 'notFound' })
  return row
}

/** Departments that have a task or a settlement line on the case, as an array of ids. */
export function departmentsOf(caseId: Expression<unknown>) {
  return sql<string[]>`array(
    select department_id from task where task.case_id = ${caseId}
    union select department_id from settlement_line where settlement_line.case_id = ${caseId} and department_id is not null)`
}

export function rowFactsOf(locked: LockedCase, task: LockedTask | null): RowFacts {
  return {
    accountId: locked.accountId,
    regionId: locked.regionId,
    departmentIds: task ? [task.departmentId] : locked.departmentIds,
    caseId: locked.id,
  }
}
