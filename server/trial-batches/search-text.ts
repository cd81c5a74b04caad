// The text by which a trial batch is found: any part of its numbers, and the words of it.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'

/** Writes the search text of a trial batch from its rows. */
export async function indexTrial(trx: Transaction<Database>, caseId: string): Promise<void> {
  await sql`
    insert into case_search (case_id, numbers, body, lexemes)
    select service_case.id, fold(service_case.number), '', to_tsvector('simple', fold(left(concat_ws(' ',
      trial_batch.aim, trial_batch.reason_text, account.name, product.name, product.code, product.grade), 100000)))
    from service_case
    join trial_batch on trial_batch.case_id = service_case.id
    join product on product.id = trial_batch.product_id
    join account on account.id = service_case.account_id
    where service_case.id = ${caseId}
    on conflict (case_id) do update set numbers = excluded.numbers, lexemes = excluded.lexemes`.execute(trx)
}
