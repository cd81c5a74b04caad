// The text by which a case is found, written anew; a case keeps the place that it was given when it was logged.
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'

/** As much of the words as a search text can hold. */
const LONGEST = 100_000

/** `texts`: a row `case_id, numbers, words`. */
export async function writeSearchText(trx: Transaction<Database>, texts: RawBuilder<unknown>): Promise<void> {
  await sql`
    merge into case_search using (
      select case_id, fold(numbers) as numbers, to_tsvector('simple', fold(left(words, ${sql.lit(LONGEST)}))) as lexemes from (${texts}) as texts
    ) as fresh on fresh.case_id = case_search.case_id
    when matched then update set numbers = fresh.numbers, lexemes = fresh.lexemes
    when not matched then insert (case_id, numbers, lexemes) values (fresh.case_id, fresh.numbers, fresh.lexemes)`.execute(
    trx,
  )
}
