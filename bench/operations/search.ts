// Claims found by words, or by part of a number: of the newest 500 hits the best.
export const searchDocument = `query Search($text: String!) {
  search(text: $text, first: 20) {
    id number title kind stateLabel open openedAt
    account { id name }
  }
}`

/** The peer finds by a function of the database, as its manual advises; the limit asks the same function's query. */
export const searchOfPeer = `query Search($part: String!, $words: String!) {
  benchPeerSearchCases(part: $part, words: $words, first: 20) {
    nodes { rowId number title kind state open openedAt accountByAccountId { rowId name } }
  }
}`

const found = (part: string, words: string) => `
  select hit.case_id, ts_rank(hit.lexemes, to_tsquery('simple', ${words})) + case when hit.numbers like ${part} then 1 else 0 end as rank
    from (select case_id, numbers, lexemes from case_search where numbers like ${part} or lexemes @@ to_tsquery('simple', ${words})
           order by case_id desc limit 500) as hit
   order by rank desc, hit.case_id desc limit 20`

export const searchStatement = `
  select c.id, c.number, c.title, c.kind, c.state, c.open, c.opened_at, a.id as account_id, a.name as account_name
    from (${found('$1', '$2')}) as found
    join service_case as c on c.id = found.case_id join account as a on a.id = c.account_id
   order by found.rank desc, found.case_id desc`

/** A query with arguments in its text is planned for them: a common word and a rare one want different plans. */
export const searchFunction = `
  create schema bench_peer;
  create function bench_peer.search_cases(part text, words text) returns setof public.service_case language plpgsql stable as $$
  begin
    return query execute 'select c.* from (${found('$1', '$2').replaceAll("'", "''")}) as found
      join service_case as c on c.id = found.case_id order by found.rank desc, found.case_id desc' using part, words;
  end $$;
  grant usage on schema bench_peer to csg_app;
  grant execute on function bench_peer.search_cases to csg_app`

/** What is typed, as the database is asked for it. */
export function searchTerms(text: string): { part: string; words: string } {
  return {
    part: text.length >= 3 ? `%${text}%` : '',
    words: text
      .split(' ')
      .map((word) => `'${word}':*`)
      .join(' & '),
  }
}
