// The newest cases that words or a part of a number find: read tier by tier from the newest on, as far as it takes.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

export interface Asked {
  /** The words, a tsquery without "or" and "not". */
  words: RawBuilder<unknown>
  /** Part of a number, folded; '' where none is asked for. */
  part: RawBuilder<unknown>
}

/** So many of the newest hits are ranked. */
const MOST = 500
/** A tier is 2^10 cases, or 2^15 where words are rare; as `search_marks` has them. */
const FINE = 10
const COARSE = 15
/** A part that so many of so many newest numbers have is looked for along the numbers, not by its index. */
const PROBED = 128
const COMMON = 4

/**
 * At most 500 rows `case_id, rank`: the newest hits among the cases that meet `seen`. `from` joins what `seen` speaks of to `case_search`.
 * Two fine tiers are read to learn how frequent the words are; from then on coarse ones where more than 16 fine ones would be needed.
 * Some conditions are written so that no index fits them: the tiers, the newest places and the pattern are what is to be read by.
 */
export function newestHits({ words, part }: Asked, from: RawBuilder<unknown>, seen: Expression<SqlBool>) {
  const hit = sql`case_search.case_id, case_search.place, ts_rank(case_search.lexemes, asked.words)`
  const byNumber = sql`strpos(case_search.numbers, asked.part) > 0`
  const ofNumbers = sql`select ${hit} + 1 as rank from ${from} cross join asked
    where ${byNumber} and not case_search.lexemes @@ asked.words and ${seen}`
  const newest = sql`order by case_search.place desc limit ${sql.lit(MOST)}`
  return sql`
    with recursive asked as materialized (
      select words, words::text like '%<%' as phrased, ${marked} as marked,
        nullif(part, '') as part, '%' || regexp_replace(part, '([\\\\%_])', '\\\\\\1', 'g') || '%' as pattern,
        coalesce((select place from case_search order by place desc limit 1), 0) + 1 as above
      from (select ${words} as words, ${part} as part) as given
    ), walk as (
      select above as below, 0 as total, null::uuid[] as ids, null::bigint[] as places, null::float8[] as ranks from asked
      union all
      select tier.bottom, walk.total + hits.count, hits.ids, hits.places, hits.ranks
        from walk cross join asked
        cross join lateral (select case when ${rare} then ${sql.lit(COARSE)} else ${sql.lit(FINE)} end as bits) as size
        cross join lateral (select (walk.below - 1) >> bits as number, ((walk.below - 1) >> bits) << bits as bottom) as tier
        cross join lateral (
          select count(*)::integer as count, array_agg(case_id) as ids, array_agg(place) as places, array_agg(rank) as ranks from (
            select ${hit} + case when ${byNumber} then 1 else 0 end as rank from ${from}
             where search_marks(case_search.place, case_search.lexemes)
                   @@ replace(asked.marked, chr(1), case bits when ${sql.lit(FINE)} then 'f' else 'c' end || tier.number)::tsquery
               and case_search.place - walk.below < 0 and (not asked.phrased or case_search.lexemes @@ asked.words) and ${seen}
             order by case_search.place desc limit ${sql.lit(MOST)} - walk.total) as hit) as hits
       where walk.below > 1 and walk.total < ${sql.lit(MOST)}
    ), probe as materialized (
      select count(*) >= ${sql.lit(COMMON)} as common
        from (select numbers from case_search order by place desc limit ${sql.lit(PROBED)}) as case_search cross join asked where ${byNumber}
    ), hits as (
      select hit.* from walk cross join unnest(ids, places, ranks) as hit(case_id, place, rank)
      union all (${ofNumbers} and (select common from probe) ${newest})
      union all (${ofNumbers} and not (select common from probe) and case_search.numbers like asked.pattern ${newest})
    )
    select case_id, rank from hits order by place desc limit ${sql.lit(MOST)}`
}

/** The words as `search_marks` has them, the tier left open: all must be there, and where they follow one another is looked up after. */
const marked = sql`regexp_replace(regexp_replace(words::text, '<(-|[0-9]+)>', '&', 'g'), '''((?:[^'']|'''')+)''', '''' || chr(1) || ' \\1''', 'g')`

/** Whether by what was read so far more than 16 fine tiers are still to read. */
const rare = sql`asked.above - walk.below >= 2048 and (${sql.lit(MOST)} - walk.total) * (asked.above - walk.below) > 16384 * walk.total`
