// The trail of what happened to a person's means of signing in: who, what, by whom. Only added to.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { SignInChangeKind } from '../../schema/sign-in-vocabulary.ts'

export async function noteSignInChange(
  db: Kysely<Database>,
  change: { personId: string; kind: SignInChangeKind; byId: string | null },
): Promise<void> {
  const { personId, kind, byId } = change
  await db.insertInto('sign_in_change').values({ person_id: personId, kind, by_person_id: byId }).execute()
}
