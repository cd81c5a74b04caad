// Sums of respondents' own levels and of chosen and ranked options, filled from the answers that there are.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table level_rollup (
  wave_id uuid not null references survey_wave,
  scale_min integer not null,
  scale_max integer not null,
  region_id uuid not null references region,
  consumer_type text not null check (consumer_type in ('endUser', 'wholesaler')),
  n integer not null,
  sum numeric(18, 6) not null,
  sum_of_squares numeric(26, 12) not null,
  primary key (wave_id, scale_min, scale_max, region_id, consumer_type)
);

create table option_rollup (
  wave_id uuid not null references survey_wave,
  item_id uuid not null references survey_item,
  option text not null,
  region_id uuid not null references region,
  consumer_type text not null check (consumer_type in ('endUser', 'wholesaler')),
  n integer not null,
  rank_sum integer not null,
  first_places integer not null,
  primary key (wave_id, item_id, option, region_id, consumer_type)
);

insert into level_rollup
select wave_id, scale_min, scale_max, region_id, consumer_type, count(*), sum(level), sum(level * level)
from (
  select response.wave_id, item.scale_min, item.scale_max, response.region_id, response.consumer_type, avg(answer.number)::numeric(9, 6) as level
  from survey_response as response
  join survey_answer as answer on answer.response_id = response.id and answer.number is not null
  join survey_item as item on item.id = answer.item_id and item.kind = 'rating'
  group by response.id, item.scale_min, item.scale_max) as levels
group by 1, 2, 3, 4, 5;

insert into option_rollup
select response.wave_id, answer.item_id, chosen.option, response.region_id, response.consumer_type,
  count(*), coalesce(sum(chosen.rank), 0), count(*) filter (where chosen.rank = 1)
from survey_response as response
join survey_answer as answer on answer.response_id = response.id and (answer.words is not null or answer.ranks is not null)
cross join lateral (
  select '' as option, null::integer as rank
  union all select unnest(answer.words), null
  union all select key, value::integer from jsonb_each_text(answer.ranks)) as chosen
group by 1, 2, 3, 4, 5;
`
