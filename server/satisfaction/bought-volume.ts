// What a customer buys a year, for answers that come without a word of it.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'

/**
 * Kilotonnes delivered to the customer in the twelve months before he answered, as decimal text; default of the product. Null where
 * nothing was, and where another of the customer answered in the same wave before: his volume counts once.
 */
export async function boughtVolume(
  trx: Transaction<Database>,
  { accountId, waveId, at }: { accountId: string; waveId: string; at: Date },
): Promise<string | null> {
  const { rows } = await sql<{ kilotonnes: string | null }>`
    select round(sum(piece.mass) / 1000, 3)::text as kilotonnes
    from piece join shipment on shipment.id = piece.shipment_id
    where piece.account_id = ${accountId}
      and shipment.dispatched_on > (${at}::timestamptz at time zone 'UTC')::date - interval '1 year'
      and shipment.dispatched_on <= (${at}::timestamptz at time zone 'UTC')::date
      and not exists (select from survey_response
        where account_id = ${accountId} and wave_id = ${waveId} and kilotonnes is not null)`.execute(trx)
  return rows[0]?.kilotonnes ?? null
}
