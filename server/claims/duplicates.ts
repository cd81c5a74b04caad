// Finds claims that may be the same matter, or the same defect again: offered, never forced.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { EffectScope } from '../core/engine.ts'
import { repeats } from './repeats.ts'

/** Links the claim to open claims of the account on the same piece or heat, and to repeats of the last 12 months. */
export async function linkDuplicates({ trx, subject, at }: EffectScope): Promise<void> {
  const duplicates = await duplicatesOf(trx, subject.caseId)
  const { rows: again } = await repeats(subject.caseId, at, 10).execute(trx)
  await trx
    .updateTable('claim')
    .set({ repeat: again.length > 0 })
    .where('case_id', '=', subject.caseId)
    .execute()
  const links = [
    ...duplicates.map(({ id }) => ({ to: id, kind: 'duplicate' as const })),
    ...again.map(({ id }) => ({ to: id, kind: 'repeat' as const })),
  ]
  await trx
    .deleteFrom('case_link')
    .where('from_case_id', '=', subject.caseId)
    .where('kind', 'in', ['duplicate', 'repeat'])
    .execute()
  if (links.length === 0) return
  await trx
    .insertInto('case_link')
    .values(links.map(({ to, kind }) => ({ from_case_id: subject.caseId, to_case_id: to, kind, at })))
    .execute()
}

/** Open claims of the same account with an item on the same piece, or on the same heat where no piece is named, newest first. */
export async function duplicatesOf(db: Kysely<Database>, caseId: string): Promise<{ id: string; number: string }[]> {
  const { rows } = await sql<{ id: string; number: string }>`
    select distinct other_case.id, other_case.number, other_case.opened_at
    from claim_item as own
    join service_case on service_case.id = own.case_id
    left join piece on piece.id = own.piece_id
    join claim_item as other on other.case_id <> own.case_id
    left join piece as other_piece on other_piece.id = other.piece_id
    join service_case as other_case on other_case.id = other.case_id
      and other_case.account_id = service_case.account_id and other_case.kind = 'claim' and other_case.open
    where own.case_id = ${caseId}
      and (other.piece_id = own.piece_id
        or ((own.piece_id is null or other.piece_id is null)
          and coalesce(other.heat_id, other_piece.heat_id) = coalesce(own.heat_id, piece.heat_id)))
    order by other_case.opened_at desc, other_case.id limit 10`.execute(db)
  return rows
}
