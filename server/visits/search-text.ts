// The text by which a visit is found: its number and those of its tasks, the words of it, its report and comments.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'

/** Writes the search text of a visit anew from its rows. */
export async function indexVisit(trx: Transaction<Database>, caseId: string): Promise<void> {
  await sql`
    insert into case_search (case_id, numbers, body, lexemes)
    select service_case.id, fold(concat_ws(' ', service_case.number,
        (select string_agg(task.number, ' ') from task where task.case_id = service_case.id))), '',
      to_tsvector('simple', fold(left(concat_ws(' ', visit.occasion, visit.place, account.name, service_case.title,
        (select string_agg(body, ' ') from visit_block where case_id = service_case.id),
        (select string_agg(body, ' ') from visit_finding where case_id = service_case.id),
        (select string_agg(body, ' ') from comment where case_id = service_case.id)), 100000)))
    from service_case join visit on visit.case_id = service_case.id join account on account.id = service_case.account_id
    where service_case.id = ${caseId}
    on conflict (case_id) do update set numbers = excluded.numbers, lexemes = excluded.lexemes`.execute(trx)
}
