// The rows that a row of the permission table gives a viewer, as a condition on a table.
import { type Expression, type SqlBool, sql } from 'kysely'
import { everyRow } from './every-row.ts'
import { type Reach, type Row, reachWithin } from './permission-reach.ts'
import type { Grant, PersonViewer, Viewer } from './viewer.ts'

/** What the limits of a grant mean for the table. */
export interface ScopeWords {
  account(ids: readonly string[]): Expression<SqlBool>
  region(id: string): Expression<SqlBool>
  department(ids: readonly string[]): Expression<SqlBool>
  linked(caseId: string): Expression<SqlBool>
}

export function scope(viewer: Viewer, row: Row, say: ScopeWords): Expression<SqlBool> {
  if (viewer.kind === 'system') return everyRow
  if (viewer.kind === 'contact')
    return row.customerContact === 'linked' ? say.linked(viewer.caseId) : sql<SqlBool>`false`
  const parts: Expression<SqlBool>[] = []
  for (const grant of viewer.grants) {
    const part = grantCondition(row[grant.role], grant, viewer, say)
    if (part === everyRow) return everyRow
    if (part) parts.push(part)
  }
  return parts.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}

function grantCondition(
  asked: Reach | undefined,
  grant: Grant,
  viewer: PersonViewer,
  say: ScopeWords,
): Expression<SqlBool> | null {
  const limits: Expression<SqlBool>[] = []
  const reach = reachWithin(asked, grant.office)
  if (grant.accountId) limits.push(say.account([grant.accountId]))
  if (grant.regionId) limits.push(say.region(grant.regionId))
  switch (reach) {
    case 'granted':
      break
    case 'managed':
      limits.push(say.account(viewer.managedAccountIds))
      break
    case 'department':
      if (!grant.departmentId) return null
      limits.push(say.department([grant.departmentId]))
      break
    case 'linked':
    case 'self':
    case undefined:
      return null
    default:
      return reach satisfies never
  }
  return limits.length === 0 ? everyRow : sql<SqlBool>`(${sql.join(limits, sql` and `)})`
}
