// The people behind the words of a visit's chart and policies: its engineer, its contact, or as for every case.
import { partyOf, present } from '../cases/parties.ts'
import type { EffectScope } from '../core/engine.ts'

/** Ids of the people to tell; before somebody is chosen to go, the engineer is whoever runs it. */
export async function visitParty(scope: EffectScope, word: string): Promise<string[]> {
  if (word !== 'engineer') return partyOf(scope, word)
  const { engineer_id } = await visitOf(scope)
  return engineer_id ? present([engineer_id]) : partyOf(scope, 'owner')
}

/** Who asked for the visit, where that is known. */
export async function visitContact(scope: EffectScope): Promise<string | null> {
  return (await visitOf(scope)).asked_by_id
}

async function visitOf({ trx, subject }: EffectScope) {
  return trx
    .selectFrom('visit')
    .where('case_id', '=', subject.caseId)
    .select(['engineer_id', 'asked_by_id'])
    .executeTakeFirstOrThrow()
}
