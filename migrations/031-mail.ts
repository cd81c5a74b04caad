// Messages with their state of delivery; how a wave samples and reaches people; a second survey of a case after 30 days.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table mail_message (
  id uuid primary key default uuidv7(),
  purpose text not null check (purpose in ('letter', 'invitation', 'reminder')),
  channel text not null check (channel in ('email', 'sms', 'message')),
  receiver text check (length(receiver) <= 320),
  account_id uuid references account,
  contact_id uuid references contact,
  letter_id uuid references letter,
  invitation_id uuid references survey_invitation,
  state text not null default 'queued' check (state in ('queued', 'sent', 'dropped', 'dead')),
  tries integer not null default 0,
  last_error text check (length(last_error) <= 500),
  queued_at timestamptz not null,
  next_try_at timestamptz,
  sent_at timestamptz
);
create index mail_message_state on mail_message (state, queued_at, id);
create index mail_message_queued on mail_message (queued_at, id);
create index mail_message_invitation on mail_message (invitation_id) where invitation_id is not null;
create unique index mail_message_letter on mail_message (letter_id) where letter_id is not null;

alter table survey_wave add column sample_seed integer not null default 1 check (sample_seed between 0 and 2147483647);

alter table survey_invitation drop constraint survey_invitation_wave_id_contact_id_case_id_key;
create unique index survey_invitation_once on survey_invitation (wave_id, contact_id) where case_id is null;
create index survey_invitation_case on survey_invitation (case_id, contact_id, queued_at) where case_id is not null;
create index survey_invitation_waiting on survey_invitation (wave_id, id) where state = 'queued' and channel <> 'phone';
create index survey_invitation_state on survey_invitation (wave_id, state, id);
`
