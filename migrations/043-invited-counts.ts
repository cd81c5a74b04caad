// Counts of the invited and of those who answered by invitation, kept with waves and sums, so that no report counts invitations.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table survey_wave add column invited integer not null default 0;
update survey_wave set invited = (select count(*) from survey_invitation where survey_invitation.wave_id = survey_wave.id);

alter table respondent_rollup add column by_invitation integer not null default 0;
update respondent_rollup as rollup set by_invitation = (
  select count(response.invitation_id) from survey_response as response
  where response.wave_id = rollup.wave_id and response.region_id = rollup.region_id and response.consumer_type = rollup.consumer_type);
`
