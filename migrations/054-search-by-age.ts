// Words of cases are found tier by tier, the newest cases first: each word is indexed under the thousand and the 32 thousand that its case is of.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
drop index case_search_lexemes, case_search_numbers;
create sequence case_search_place;
alter table case_search add place bigint;
update case_search set place = ordered.place
  from (select case_id, nextval('case_search_place') as place from (select case_id from case_search order by case_id) as sorted) as ordered
  where ordered.case_id = case_search.case_id;
alter table case_search alter place set default nextval('case_search_place'), alter place set not null;
alter sequence case_search_place owned by case_search.place;
create unique index case_search_newest on case_search (place);

create function search_marks(place bigint, lexemes tsvector) returns tsvector language sql immutable strict parallel safe
  return array_to_tsvector(array(
    select tier || ' ' || left(word, 500)
      from unnest(tsvector_to_array(lexemes)) as word, unnest(array['f' || (place >> 10), 'c' || (place >> 15)]) as tier));
comment on function search_marks(bigint, tsvector) is
  'Each word under the two tiers of its case: f and the number of its 1,024 places, c and the number of its 32,768.';

create index case_search_numbers on case_search using gin (numbers gin_trgm_ops);
create index case_search_marks on case_search using gin (search_marks(place, lexemes));
alter index case_search_marks alter column 1 set statistics 0;
`
