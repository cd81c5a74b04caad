// Links given to customers are listed for staff: when each was last opened, and who took it back.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table customer_link add last_opened_at timestamptz;
alter table customer_link add revoked_by uuid references person;
create index customer_link_case on customer_link (case_id, created_at desc, id desc);
`
