// The condition of a viewer who sees every row: one object, so that it is known where it stands.
import { type Expression, type SqlBool, sql } from 'kysely'

export const everyRow: Expression<SqlBool> = sql<SqlBool>`true`
