// People are told behind the bell when an export they asked for has ended.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in
  ('mention', 'comment', 'step', 'watched', 'task', 'approval', 'clockWarned', 'clockPassed', 'exportReady'));
alter table notification_choice drop constraint notification_choice_kind_check;
alter table notification_choice add constraint notification_choice_kind_check check (kind in
  ('mention', 'comment', 'step', 'watched', 'task', 'approval', 'clockWarned', 'clockPassed', 'exportReady'));
`
