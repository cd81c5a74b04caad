// Which rows of the organization a viewer sees: they are the same for everybody of the works.
import { type Expression, type SqlBool, sql } from 'kysely'
import { can, mayRead } from '../core/permissions.ts'
import type { Viewer } from '../core/viewer.ts'

export const everything = (): Expression<SqlBool> => sql<SqlBool>`true`

/** People and rules of the works; a customer's contact sees none of them by id. */
export const people = (viewer: Viewer): Expression<SqlBool> =>
  can(viewer, 'organization.read') ? sql<SqlBool>`true` : sql<SqlBool>`false`

/** Who holds which role is for administration to know; everybody knows his own. */
export const grantsSeen = (viewer: Viewer): Expression<SqlBool> => {
  if (mayRead(viewer, 'administration')) return sql<SqlBool>`true`
  return viewer.kind === 'person' ? sql<SqlBool>`role_grant.person_id = ${viewer.id}` : sql<SqlBool>`false`
}
