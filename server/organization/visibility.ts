// Which rows of the organization a viewer sees: they are the same for everybody of the works.
import { type Expression, type SqlBool, sql } from 'kysely'
import { can } from '../core/permissions.ts'
import type { Viewer } from '../core/viewer.ts'

export const everything = (): Expression<SqlBool> => sql<SqlBool>`true`

/** People and rules of the works; a customer's contact sees none of them by id. */
export const people = (viewer: Viewer): Expression<SqlBool> =>
  can(viewer, 'organization.read') ? sql<SqlBool>`true` : sql<SqlBool>`false`
