// Locks an account for a write.
import { expressionBuilder, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Action } from '../core/permission-table.ts'
import { accountScope, can } from '../core/permissions.ts'
import { Refused } from '../core/refusal.ts'
import type { RowOf } from '../core/selection.ts'
import type { Viewer } from '../core/viewer.ts'

/** The account, locked. What the viewer does not see is not found; what he may not change is not allowed. */
export async function writableAccount(
  trx: Transaction<Database>,
  viewer: Viewer,
  action: Action,
  id: string,
): Promise<RowOf<'account'>> {
  const account = await trx
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id)
    .where(accountScope(expressionBuilder<Database, 'account'>(), viewer))
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!account) throw new Refused({ kind: 'notFound' })
  if (!can(viewer, action, { accountId: account.id, regionId: account.region_id }))
    throw new Refused({ kind: 'notAllowed' })
  return account
}
