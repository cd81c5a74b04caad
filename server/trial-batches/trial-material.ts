// Ties a claim to the trial batch whose coils it is about: such claims do not count in the ordinary claim rate.
import { sql } from 'kysely'
import type { EffectScope } from '../core/engine.ts'

/** Links the claim to each trial batch that made one of its pieces. */
export async function linkTrialMaterial({ trx, subject, at }: EffectScope): Promise<void> {
  await trx
    .deleteFrom('case_link')
    .where('from_case_id', '=', subject.caseId)
    .where('kind', '=', 'trialMaterial')
    .execute()
  await sql`
    insert into case_link (from_case_id, to_case_id, kind, at)
    select distinct ${subject.caseId}::uuid, trial_piece.case_id, 'trialMaterial', ${at}::timestamptz
    from claim_item join trial_piece on trial_piece.piece_id = claim_item.piece_id
    where claim_item.case_id = ${subject.caseId}
    on conflict do nothing`.execute(trx)
}
