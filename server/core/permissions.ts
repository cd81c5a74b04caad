// The three questions to the permission table: may this viewer do it, which rows may he see, which fields.
import { type Expression, type ExpressionBuilder, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import { type Reach, type Row, reachWithin } from './permission-reach.ts'
import { type Action, actions, type Policy, policies } from './permission-table.ts'
import { type ScopeWords, scope } from './row-scope.ts'
import type { Grant, PersonViewer, Viewer } from './viewer.ts'

/** What is known of a row when a viewer's reach to it is asked; what is left out cannot be reached by it. */
export interface RowFacts {
  accountId?: string | null
  regionId?: string | null
  /** Departments with a task or a settlement line on the case, or the one of the row itself. */
  departmentIds?: readonly string[]
  caseId?: string | null
  personId?: string | null
}

/** The role in which the viewer may do `action` on `row`, or null. Without a row: whether there could be one. */
export function can(viewer: Viewer, action: Action, row?: RowFacts): Actor | null {
  return firstActor(viewer, actions[action], row)
}

/** Every role in which the viewer may do `action` on `row`. */
export function actorsFor(viewer: Viewer, action: Action, row: RowFacts): Actor[] {
  return allActors(viewer, actions[action], row)
}

/** Whether the viewer reads fields of `policy` on a row that is visible to him. */
export function mayRead(viewer: Viewer, policy: Policy, row?: RowFacts): boolean {
  return firstActor(viewer, policies[policy], row) !== null
}

/** Condition on `service_case`: the cases this viewer may see. */
export function caseScope(eb: ExpressionBuilder<Database, 'service_case'>, viewer: Viewer): Expression<SqlBool> {
  return scope(viewer, actions['case.read'], caseWords(eb))
}

/** Condition on `service_case`: the cases of which this viewer reads what the policy guards. */
export function policyScope(viewer: Viewer, policy: 'money' | 'knowledge'): Expression<SqlBool> {
  return scope(viewer, policies[policy], caseWords(expressionBuilder<Database, 'service_case'>()))
}

function caseWords(eb: ExpressionBuilder<Database, 'service_case'>): ScopeWords {
  return {
    account: (ids) => sql<SqlBool>`${sql.ref('service_case.account_id')} = any(${ids})`,
    region: (id) => eb('service_case.region_id', '=', id),
    department: ofDepartment,
    linked: (caseId) => eb('service_case.id', '=', caseId),
  }
}

/** Cases on which one of the departments has a task or a settlement line. */
function ofDepartment(ids: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`(exists (select from task where task.case_id = ${sql.ref('service_case.id')} and task.department_id = any(${ids}))
    or exists (select from settlement_line where settlement_line.case_id = ${sql.ref('service_case.id')} and settlement_line.department_id = any(${ids})))`
}

/** Condition on `account`: the accounts this viewer may see, or those of which he reads what `row` says. */
export function accountScope(
  eb: ExpressionBuilder<Database, 'account'>,
  viewer: Viewer,
  row: Row = actions['account.read'],
): Expression<SqlBool> {
  return scope(viewer, row, {
    account: (ids) => sql<SqlBool>`${sql.ref('account.id')} = any(${ids})`,
    region: (id) => eb('account.region_id', '=', id),
    department: (ids) =>
      sql<SqlBool>`exists (select from service_case where service_case.account_id = ${sql.ref('account.id')}
        and ${ofDepartment(ids)})`,
    linked: () => (viewer.kind === 'contact' ? eb('account.id', '=', viewer.accountId) : sql<SqlBool>`false`),
  })
}

/** Condition on a column that holds an account's id, for rows of material; `linked` says which belong to the case of a link. */
export function materialScope(
  accountIdColumn: string,
  viewer: Viewer,
  linked: ScopeWords['linked'] = () => sql<SqlBool>`false`,
): Expression<SqlBool> {
  return scope(viewer, actions['material.read'], {
    account: (ids) => sql<SqlBool>`${sql.ref(accountIdColumn)} = any(${ids})`,
    region: (id) => sql<SqlBool>`${sql.ref(accountIdColumn)} in (select id from account where region_id = ${id})`,
    department: () => sql<SqlBool>`false`,
    linked,
  })
}

/** Condition on a column that holds a region's id, for figures of many answers: a grant for one account reaches none. */
export function answerScope(regionIdColumn: string, viewer: Viewer): Expression<SqlBool> {
  return scope(viewer, actions['satisfaction.read'], {
    account: () => sql<SqlBool>`false`,
    region: (id) => sql<SqlBool>`${sql.ref(regionIdColumn)} = ${id}`,
    department: () => sql<SqlBool>`false`,
    linked: () => sql<SqlBool>`false`,
  })
}

/** Condition on `settlement_line` of visible cases: departments see their own lines, the customer those of an approved offer. */
export function lineScope(viewer: Viewer): Expression<SqlBool> {
  const ofCase = (condition: Expression<SqlBool>) =>
    sql<SqlBool>`settlement_line.case_id in (select id from service_case where ${condition})`
  return scope(viewer, policies.offer, {
    account: (ids) => ofCase(sql<SqlBool>`account_id = any(${ids})`),
    region: (id) => ofCase(sql<SqlBool>`region_id = ${id}`),
    department: (ids) => sql<SqlBool>`settlement_line.department_id = any(${ids})`,
    linked: (caseId) =>
      sql<SqlBool>`(settlement_line.case_id = ${caseId}
        and settlement_line.proposal_id in (select id from proposal where case_id = ${caseId} and state = 'approved'))`,
  })
}

function firstActor(viewer: Viewer, row: Row, facts?: RowFacts): Actor | null {
  return allActors(viewer, row, facts)[0] ?? null
}

function allActors(viewer: Viewer, row: Row, facts?: RowFacts): Actor[] {
  switch (viewer.kind) {
    case 'system':
      return row.system ? ['system'] : []
    case 'contact': {
      const reached = row.customerContact === 'linked' && (!facts?.caseId || facts.caseId === viewer.caseId)
      return reached && (!facts?.accountId || facts.accountId === viewer.accountId) ? ['customerContact'] : []
    }
    case 'person':
      return [
        ...new Set(
          viewer.grants.filter((grant) => reaches(row[grant.role], grant, viewer, facts)).map((grant) => grant.role),
        ),
      ]
    default:
      return viewer satisfies never
  }
}

function reaches(asked: Reach | undefined, grant: Grant, viewer: PersonViewer, facts?: RowFacts): boolean {
  const reach = reachWithin(asked, grant.office)
  if (!reach || reach === 'linked') return false
  if (!facts) return true
  if (!within(grant, facts)) return false
  switch (reach) {
    case 'granted':
      return true
    case 'managed':
      return facts.accountId != null && viewer.managedAccountIds.includes(facts.accountId)
    case 'department':
      return grant.departmentId != null && (facts.departmentIds ?? []).includes(grant.departmentId)
    case 'self':
      return facts.personId === viewer.id
    default:
      return reach satisfies never
  }
}

/** A row that lies in no account and no region, such as a person of the works, is within the limits of every grant. */
function within({ accountId, regionId }: Grant, facts: RowFacts): boolean {
  if (facts.accountId === undefined && facts.regionId === undefined) return true
  return (!accountId || facts.accountId === accountId) && (!regionId || facts.regionId === regionId)
}
