// Search over many cases: read tier by tier it finds the very hits that reading all of them finds, however frequent the words are.
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../schema/database.ts'
import { newestHits } from '../../server/cases/newest-hits.ts'
import { everyRow } from '../../server/core/every-row.ts'
import { openWorld, type World } from '../stories/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** One in five of 40,000 places, so that there are tiers of both sizes. */
const CASES = 8_000
const APART = 5

/** A table of the same name before the real one; the first and the last tier are not full. */
async function fill(db: Kysely<Database>): Promise<void> {
  await sql`create temporary table case_search (like public.case_search including all)`.execute(db)
  await sql`insert into case_search (case_id, numbers, lexemes, place)
    select uuidv7(), 'c-2026-' || 100000 + n || ' t-' || n % 7,
      to_tsvector('simple', concat_ws(' ', 'steel', case when n % 3 = 0 then 'third thirdly' end, case when n % 40 = 0 then 'operator''s side' end,
        case when n % 41 = 0 then 'operator and s' end, case when n % 1000 = 0 then 'thousandth' end, case when n < 600 then 'old' end,
        case when n = 77 then 'single' end, case when n > 7990 then 'fresh' end)), n * ${sql.lit(APART)}
    from generate_series(1, ${sql.lit(CASES)}) as n`.execute(db)
  await sql`analyze case_search`.execute(db)
}

/** The definition: all hits, of which the newest 500. */
const plain = (words: string, part: string) => sql`
  select case_id, ts_rank(lexemes, ${asQuery(words)}) + case when ${part} <> '' and strpos(numbers, ${part}) > 0 then 1 else 0 end as rank
    from case_search where lexemes @@ ${asQuery(words)} or (${part} <> '' and strpos(numbers, ${part}) > 0) order by place desc limit 500`

const asQuery = (words: string) => sql`to_tsquery('simple', ${words})`

const asked: [words: string, part: string, hits: number][] = [
  ['steel:*', '', 500],
  ['third:*', '', 500],
  ['third:* & steel:*', '', 500],
  [`'operator''s':*`, '', 200],
  ['thousandth:*', '', 8],
  ['thousandth:* & third:*', '', 2],
  ['old:*', '', 500],
  ['single:*', '', 1],
  ['fresh:*', '2026-1', 500],
  ['single:*', '10007', 10],
  ['nothing:*', '', 0],
  ['nothing:*', 't-3', 500],
  ['nothing:*', '_%\\', 0],
]

it('finds what reading everything finds', async () => {
  await world.db.connection().execute(async (db) => {
    await fill(db)
    for (const [words, part, hits] of asked) {
      const tiers = newestHits({ words: asQuery(words), part: sql`${part}` }, sql`case_search`, everyRow)
      const { rows } = await sql`select case_id, rank from (${tiers}) as hit order by case_id`.execute(db)
      const { rows: all } =
        await sql`select case_id, rank from (${plain(words, part)}) as hit order by case_id`.execute(db)
      expect([words, part, rows.length]).toEqual([words, part, hits])
      expect(rows).toEqual(all)
    }
    await sql`drop table case_search`.execute(db)
  })
})
