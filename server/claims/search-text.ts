// The text by which a claim is found: any part of its numbers, and the words of it and its comments.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { writeSearchText } from '../cases/search-text.ts'

/** Writes the search text of a claim anew from its rows. */
export async function indexClaim(trx: Transaction<Database>, caseId: string): Promise<void> {
  await writeSearchText(
    trx,
    sql`
    select service_case.id as case_id,
      concat_ws(' ', service_case.number,
        (select string_agg(task.number, ' ') from task where task.case_id = service_case.id),
        (select string_agg(distinct concat_ws(' ', piece.number, heat.number, customer_order.number, shipment.number), ' ')
          from claim_item
          left join piece on piece.id = claim_item.piece_id
          left join heat on heat.id = coalesce(claim_item.heat_id, piece.heat_id)
          left join customer_order on customer_order.id = piece.order_id
          left join shipment on shipment.id = piece.shipment_id
          where claim_item.case_id = service_case.id)) as numbers,
      concat_ws(' ', claim.what_happened, account.name, service_case.title,
        (select string_agg(note, ' ') from claim_item where case_id = service_case.id),
        (select string_agg(body, ' ') from comment where case_id = service_case.id)) as words
    from service_case
    join claim on claim.case_id = service_case.id
    join account on account.id = service_case.account_id
    where service_case.id = ${caseId}`,
  )
}
