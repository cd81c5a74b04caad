// How a wave reaches contacts without an e-mail address, and answers taken in from files that can be taken back as a whole.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table survey_wave add mobile_channel text check (mobile_channel in ('sms', 'message'));

create table survey_import (
  id uuid primary key default uuidv7(),
  wave_id uuid not null references survey_wave,
  file_name text not null check (length(file_name) between 1 and 200),
  created_by uuid references person,
  created_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz
);
create index survey_import_wave on survey_import (wave_id, id);

alter table survey_response add import_id uuid references survey_import;
create index survey_response_import on survey_response (import_id) where import_id is not null;
`
