// Talks with technical support are asked about, each by the way its contact prefers; people are told of follow-ups, by mail too.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table contact add preferred_channel text
  check (preferred_channel in ('visit', 'phone', 'online', 'message', 'email', 'sms'));

alter table contact_entry add technical_support boolean not null default false;
alter table contact_entry add case_id uuid references service_case;
create index contact_entry_case on contact_entry (case_id, at desc, id desc) where case_id is not null;

alter table survey_invitation add talk_id uuid references contact_entry on delete set null;
create unique index survey_invitation_talk on survey_invitation (talk_id) where talk_id is not null;
drop index survey_invitation_once;
create unique index survey_invitation_once on survey_invitation (wave_id, contact_id) where case_id is null and contact_type is null;

alter table survey_follow_up add warned_at timestamptz;
alter table survey_follow_up add passed_at timestamptz;

alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('mention', 'comment', 'step', 'watched', 'task',
  'approval', 'clockWarned', 'clockPassed', 'exportReady', 'followUp'));
alter table notification_choice drop constraint notification_choice_kind_check;
alter table notification_choice add constraint notification_choice_kind_check check (kind in ('mention', 'comment', 'step', 'watched',
  'task', 'approval', 'clockWarned', 'clockPassed', 'exportReady', 'followUp'));

alter table mail_message drop constraint mail_message_purpose_check;
alter table mail_message add constraint mail_message_purpose_check check (purpose in ('letter', 'invitation', 'reminder', 'notice'));
alter table mail_message add person_id uuid references person;
alter table mail_message add follow_up_id uuid references survey_follow_up on delete cascade;
`
