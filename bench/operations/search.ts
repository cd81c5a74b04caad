// Claims found by words, or by part of a number: of the newest 500 hits the best. All contestants find the hits by the same statement.
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import { newestHits } from '../../server/cases/newest-hits.ts'
import { everyRow } from '../../server/core/every-row.ts'

export const searchDocument = `query Search($text: String!) {
  search(text: $text, first: 20) {
    id number title kind stateLabel open openedAt
    account { id name }
  }
}`

/** The peer finds by a function of the database, as its manual advises. */
export const searchOfPeer = `query Search($part: String!, $words: String!) {
  benchPeerSearchCases(part: $part, words: $words, first: 20) {
    nodes { rowId number title kind state open openedAt accountByAccountId { rowId name } }
  }
}`

const found = `
  select case_id, rank from (${hitsStatement()}) as hit order by rank desc, case_id desc limit 20`

export const searchStatement = `
  select c.id, c.number, c.title, c.kind, c.state, c.open, c.opened_at, a.id as account_id, a.name as account_name
    from (${found}) as found
    join service_case as c on c.id = found.case_id join account as a on a.id = c.account_id
   order by found.rank desc, found.case_id desc`

/** Planned once on each connection, as it is for the others. */
export const searchFunction = `
  create schema bench_peer;
  create function bench_peer.search_cases(part text, words text) returns setof public.service_case
    language sql stable set plan_cache_mode = force_generic_plan as $$
    select c.* from (${found}) as found join service_case as c on c.id = found.case_id order by found.rank desc, found.case_id desc
  $$;
  grant usage on schema bench_peer to csg_app;
  grant execute on function bench_peer.search_cases to csg_app`

/** $1 is the part of a number, $2 the words. */
function hitsStatement(): string {
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const asked = { words: sql.raw("to_tsquery('simple', $2)"), part: sql.raw('$1') }
  return newestHits(asked, sql.table('case_search'), everyRow).compile(db).sql
}

/** What is typed, as the database is asked for it. */
export function searchTerms(text: string): { part: string; words: string } {
  return {
    part: text.length >= 3 ? text : '',
    words: text
      .split(' ')
      .map((word) => `'${word}':*`)
      .join(' & '),
  }
}
