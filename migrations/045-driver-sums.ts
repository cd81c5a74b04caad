// Sums of how each mark goes with the respondent's willingness to recommend, or his own level, filled from the answers that there are.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table driver_rollup (
  wave_id uuid not null references survey_wave,
  item_id uuid not null references survey_item,
  region_id uuid not null references region,
  consumer_type text not null check (consumer_type in ('endUser', 'wholesaler')),
  n integer not null,
  sum numeric(18, 3) not null,
  sum_of_squares numeric(20, 6) not null,
  aim_sum numeric(20, 6) not null,
  aim_squares numeric(28, 12) not null,
  products numeric(24, 9) not null,
  primary key (wave_id, item_id, region_id, consumer_type)
);

insert into driver_rollup
select wave_id, item_id, region_id, consumer_type, count(*), sum(number), sum(number * number), sum(aim), sum(aim * aim), sum(number * aim)
from (
  select response.wave_id, item.id as item_id, item.kind, response.region_id, response.consumer_type, answer.number,
    coalesce(max(answer.number) filter (where item.kind = 'recommendation') over (partition by response.id),
      avg(answer.number) filter (where item.kind = 'rating') over (partition by response.id))::numeric(9, 6) as aim
  from survey_response as response
  join survey_answer as answer on answer.response_id = response.id and answer.number is not null
  join survey_item as item on item.id = answer.item_id) as marked
where kind = 'rating'
group by 1, 2, 3, 4;
`
