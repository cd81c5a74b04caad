// The text by which a visit is found: its number and those of its tasks, the words of it, its report and comments.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { writeSearchText } from '../cases/search-text.ts'

/** Writes the search text of a visit anew from its rows. */
export async function indexVisit(trx: Transaction<Database>, caseId: string): Promise<void> {
  await writeSearchText(
    trx,
    sql`
    select service_case.id as case_id,
      concat_ws(' ', service_case.number,
        (select string_agg(task.number, ' ') from task where task.case_id = service_case.id)) as numbers,
      concat_ws(' ', visit.occasion, visit.place, account.name, service_case.title,
        (select string_agg(body, ' ') from visit_block where case_id = service_case.id),
        (select string_agg(body, ' ') from visit_finding where case_id = service_case.id),
        (select string_agg(body, ' ') from comment where case_id = service_case.id)) as words
    from service_case join visit on visit.case_id = service_case.id join account on account.id = service_case.account_id
    where service_case.id = ${caseId}`,
  )
}
