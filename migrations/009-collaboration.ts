// Collaboration: people named in comments, comments that are edited or taken back, and what each person wants to be told.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table comment add column edited_at timestamptz, add column deleted_at timestamptz;

create table comment_mention (
  comment_id uuid not null references comment on delete cascade,
  person_id uuid not null references person on delete cascade,
  primary key (comment_id, person_id)
);

alter table notification
  add column by_id uuid references person,
  add column comment_id uuid references comment on delete cascade;
update notification set
  detail = detail || jsonb_build_object('what', kind),
  comment_id = (detail ->> 'commentId')::uuid,
  kind = case
    when kind = 'comment' then 'comment'
    when kind in ('clock.warning', 'clock.reminder') then 'clockWarned'
    when kind in ('clock.due', 'clock.escalation', 'deadlinePassed') then 'clockPassed'
    when kind = 'propose' then 'approval'
    when task_id is not null then 'task'
    else 'step' end;
alter table notification add check (kind in
  ('mention', 'comment', 'step', 'watched', 'task', 'approval', 'clockWarned', 'clockPassed'));
create index notification_unread on notification (person_id) where read_at is null;
create index notification_at on notification (at);
create index watcher_person on watcher (person_id);

create table notification_choice (
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in
    ('mention', 'comment', 'step', 'watched', 'task', 'approval', 'clockWarned', 'clockPassed')),
  channel text not null check (channel in ('inApp', 'mail')),
  wanted boolean not null,
  primary key (person_id, kind, channel)
);
`
