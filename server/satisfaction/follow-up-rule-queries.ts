// The rule that opens follow-ups: as it was set, else the defaults of the product.
import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { FollowUpRuleRow } from '../../schema/database-acting.ts'

export async function followUpRule(db: Kysely<Database>): Promise<Selectable<FollowUpRuleRow>> {
  return (await db.selectFrom('follow_up_rule').selectAll().executeTakeFirst()) ?? notSet
}

const notSet: Selectable<FollowUpRuleRow> = {
  the_only: true,
  detractor_at_most: 6,
  low_mark: '2',
  on_no: true,
  working_days: 2,
  days_back: 30,
  revision: 1,
  set_by: null,
  set_at: null,
}
