// Finds cases by words of them and their comments, and by any part of a number; without diacritics, newest hits first to be ranked.
import type { GraphQLResolveInfo } from 'graphql'
import { type RawBuilder, sql } from 'kysely'
import { everyRow } from '../core/every-row.ts'
import { type RowOf, run } from '../core/selection.ts'
import { planned, type Reader } from '../core/selection-plans.ts'
import { rowOf } from '../core/selection-rows.ts'
import { selectList } from '../core/selection-statement.ts'
import { DIRECT_PATHS, needsOf } from '../core/selection-walk.ts'
import { newestHits } from './newest-hits.ts'
import { caseShape, casesSeen } from './queries.ts'

/** A part of a number has at least so many characters; shorter ones are words. */
const shortestPart = 3

/** At most `limit` cases that the viewer may see, best first. */
export async function searchCases(
  reader: Reader,
  info: GraphQLResolveInfo,
  text: string,
  limit: number,
): Promise<RowOf<'service_case'>[]> {
  const words = text.trim().split(/\s+/).slice(0, 8)
  const list = planned(reader, info, 'search', () =>
    selectList(caseShape, needsOf(info, info.fieldNodes, caseShape, DIRECT_PATHS), reader, []),
  )
  const part = text.trim().length >= shortestPart ? sql`fold(${text.trim()})` : sql`''`
  const hits = newestHits({ words: queryOf(words), part }, searched(reader), casesSeen(reader.viewer))
  const rows = await run(
    reader,
    list,
    sql`(select case_id, rank from (${hits}) as hit order by rank desc, case_id desc limit ${sql.lit(limit)}) as found
      join service_case on service_case.id = found.case_id ${list.joins}
      order by found.rank desc, found.case_id desc`,
  )
  return rows.map((row) => rowOf(list.layout, row)) as RowOf<'service_case'>[]
}

/** What a viewer who sees every case finds needs no look at the cases. */
function searched({ viewer }: Reader): RawBuilder<unknown> {
  return casesSeen(viewer) === everyRow
    ? sql`case_search`
    : sql`case_search join service_case on service_case.id = case_search.case_id`
}

/** Every word as the beginning of a lexeme. Quoted after folding, which makes an apostrophe of letters such as ʼ and ŉ. */
function queryOf(words: readonly string[]): RawBuilder<unknown> {
  const letters = words.map((word) => word.replace(/[^\p{L}\p{N}-]/gu, '')).filter((word) => word !== '')
  if (letters.length === 0) return sql`''::tsquery`
  const lexemes = letters.map((word) => sql`quote_literal(fold(${word})) || ':*'`)
  return sql`to_tsquery('simple', ${sql.join(lexemes, sql` || ' & ' || `)})`
}
