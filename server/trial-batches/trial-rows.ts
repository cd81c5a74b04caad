// The row of a trial batch that is locked: which iteration and inspection it is in, and how its columns are set.
import type { Updateable } from 'kysely'
import type { TrialBatchRow } from '../../schema/database-trials.ts'
import type { EffectScope } from '../core/engine.ts'

/** The iteration that the trial is in, and the number of inspections it has had. */
export async function roundOf({ trx, subject }: EffectScope): Promise<{ iteration: number; inspection: number }> {
  return trx
    .selectFrom('trial_batch')
    .where('case_id', '=', subject.caseId)
    .select(['iteration', 'inspection'])
    .executeTakeFirstOrThrow()
}

/** Sets columns of the trial; none to set is nothing to do. */
export async function setTrial({ trx, subject }: EffectScope, columns: Updateable<TrialBatchRow>): Promise<void> {
  if (Object.keys(columns).length === 0) return
  await trx.updateTable('trial_batch').set(columns).where('case_id', '=', subject.caseId).execute()
}
