// The text by which a trial batch is found: any part of its numbers, and the words of it.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { writeSearchText } from '../cases/search-text.ts'

/** Writes the search text of a trial batch from its rows. */
export async function indexTrial(trx: Transaction<Database>, caseId: string): Promise<void> {
  await writeSearchText(
    trx,
    sql`
    select service_case.id as case_id, service_case.number as numbers,
      concat_ws(' ', trial_batch.aim, trial_batch.reason_text, account.name, product.name, product.code, product.grade) as words
    from service_case
    join trial_batch on trial_batch.case_id = service_case.id
    join product on product.id = trial_batch.product_id
    join account on account.id = service_case.account_id
    where service_case.id = ${caseId}`,
  )
}
