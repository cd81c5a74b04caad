// What the copies of a world are planned with: which template each claim follows, whose it is, when it began; seeded, set by set.

/**
 * How the claims lie over the states, in per mille: most are history, a fifth is at work. Merged claims are left out, since a copy
 * has nobody to be merged into.
 */
const SHARES: Readonly<Record<string, number>> = {
  registered: 30,
  screening: 40,
  collecting: 150,
  concluding: 50,
  decision: 40,
  approval: 30,
  offered: 40,
  disputed: 10,
  settlement: 40,
  closing: 30,
  closed: 430,
  closedDisputed: 20,
  declined: 40,
  lapsed: 30,
  withdrawn: 20,
}

const SLOTS = 10_000
const VOCABULARY = 4_000

/** A number in [0, 1) by row and purpose, the same in every run and under every plan. */
export const drawn = `create or replace function bench.u(i bigint, salt integer) returns float8 language sql immutable parallel safe
  return (hashint8extended(i, salt) & 2147483647)::float8 / 2147483648.0`

/** Once per database: the tables that plans stand in, and the templates with their weights. */
export const prepareStage: readonly string[] = [
  'drop schema if exists bench cascade',
  'create schema bench',
  drawn,
  `create function bench.word(i bigint, salt integer) returns text language sql immutable parallel safe
     return (select string_agg((array['ka','re','mo','li','su','ta','ne','vo','zi','pa','du','sho','gar','len','bri','kol'])[1 + (rank / (16 ^ place)::int) % 16], '')
               from (select (${VOCABULARY} ^ bench.u(i, salt))::int + 4096 as rank) as drawn, generate_series(0, 3) as place)`,
  `create unlogged table bench.slot as
     with share (state, weight) as (values ${Object.entries(SHARES)
       .map(([state, weight]) => `('${state}', ${weight})`)
       .join(', ')}),
     weighed as (
       select service_case.id, share.weight::float8 / count(*) over (partition by share.state) as weight
         from service_case join share using (state)
        where service_case.kind = 'claim'
          and (share.state not in ('collecting', 'concluding') or exists (select from task where task.case_id = service_case.id))),
     ranged as (
       select id, sum(weight) over (order by id) / sum(weight) over () * ${SLOTS} as upto from weighed)
     select slot, id as template
       from (select id, coalesce(lag(upto) over (order by upto), 0) as since, upto from ranged) as span
       cross join lateral generate_series(ceil(since)::int, least(ceil(upto)::int, ${SLOTS}) - 1) as slot`,
  `create unlogged table bench.line as
     select id as history_id, case_id as template, row_number() over (partition by case_id order by at desc, id desc) as rank from history`,
  `create unlogged table bench.clock as
     select id as deadline_id, case_id as template,
            row_number() over (partition by case_id, stopped_at is null order by started_at desc, id) as rank, stopped_at is null as running
       from deadline`,
  `create unlogged table bench.proposal_of as
     select distinct on (case_id) case_id as template, id as proposal_id from proposal order by case_id, number desc`,
  `create unlogged table bench.department as
     select row_number() over (order by count(*) desc, department_id) - 1 as at, department_id as id from task group by department_id`,
  'create unlogged table bench.account (at serial primary key, id uuid, region_id uuid)',
  'insert into bench.account (id, region_id) select id, region_id from account order by number',
  'create unlogged table bench.piece (at serial primary key, id uuid, number text, heat text, account_at integer)',
  `create unlogged table bench.clone (i bigint, id uuid, template uuid, account_id uuid, region_id uuid, piece_at integer, shift interval,
     number text, due_at timestamptz, lines integer, words text)`,
  'create unlogged table bench.task (i bigint, clone uuid, copy integer, template_task uuid, id uuid, number text)',
  'create unlogged table bench.proposal (clone uuid, template_proposal uuid, id uuid)',
]

/** Accounts, heats and pieces for claims `from` up to `to`: some customers buy much, most little. */
export function growMaterial(from: number, to: number): string[] {
  const claims = to - from
  return [
    `with fresh as (
       insert into account (number, name, region_id, consumer_type, country, language, time_zone, currency, key)
       select 'B-' || ${from} + n, initcap(bench.word(${from} + n, 1) || ' ' || bench.word(${from} + n, 2)) || ' Works', region.id,
              case when bench.u(${from} + n, 3) < 0.6 then 'endUser' else 'wholesaler' end, 'DE', 'en', 'UTC', 'USD', n % 25 = 0
         from generate_series(1, ${Math.ceil(claims / 250)}) as n
         join lateral (select id from region order by position offset (bench.u(${from} + n, 4) * (select count(*) from region))::int % (select count(*) from region) limit 1) as region on true
       returning id, region_id)
     insert into bench.account (id, region_id) select id, region_id from fresh`,
    `insert into contact (account_id, name, language)
       select id, 'Mx Sample', 'en' from bench.account where not exists (select from contact where contact.account_id = bench.account.id)`,
    `insert into heat (number, grade, cast_on)
       select 'H' || 1000000 + ${from} + n, (array['DX51D', 'S235JR', 'DC01', 'S355J2', 'HC340LA'])[1 + (bench.u(${from} + n, 5) * 4)::int], current_date - 400
         from generate_series(1, ${Math.ceil(claims / 20)}) as n`,
    `with fresh as (
       insert into piece (number, kind, heat_id, account_id, line, mass)
       select 'K' || 10000000 + ${from} + n, 'coil', heat.id, owner.id, 'HDG-' || 1 + (bench.u(${from} + n, 6) * 3)::int, 8 + round((bench.u(${from} + n, 7) * 10)::numeric, 3)
         from generate_series(1, ${Math.ceil(claims / 2)}) as n
         join heat on heat.number = 'H' || 1000001 + ${from} + (n - 1) / 10
         join bench.account as owner on owner.at = 1 + floor((select count(*) from bench.account) * (n::float8 / ${Math.ceil(claims / 2) + 1}) ^ 2)::int
       returning id, number, heat_id, account_id)
     insert into bench.piece (id, number, heat, account_at)
     select fresh.id, fresh.number, heat.number, owner.at from fresh join heat on heat.id = fresh.heat_id join bench.account as owner on owner.id = fresh.account_id
      order by fresh.number`,
  ]
}

/** Which claims are made: template, customer, age, number, due time, how much of the template's history. */
export function planClones(from: number, to: number): string[] {
  return [
    'truncate bench.clone, bench.task, bench.proposal',
    `insert into bench.clone (i, id, template, account_id, region_id, piece_at, shift, number, due_at, lines, words)
       select i, uuidv7(template.opened_at + moved.shift - now()), template.id, owner.id, owner.region_id, piece.at, moved.shift,
              'C-' || extract(year from template.opened_at + moved.shift) || '-' || 1000000 + i,
              case when template.due_at is not null then now() + interval '2 days' + bench.u(i, 14) * interval '58 days' end,
              1 + (-ln(1 - bench.u(i, 15)) * 4.6)::int,
              concat_ws(' ', bench.word(i, 16), bench.word(i, 17), bench.word(i, 18), bench.word(i, 19), bench.word(i, 20), bench.word(i, 21))
         from generate_series(${from}::bigint, ${to - 1}) as i
         join bench.slot on slot.slot = (bench.u(i, 11) * ${SLOTS})::int % ${SLOTS}
         join service_case as template on template.id = slot.template
         join bench.piece as piece on piece.at = 1 + floor(bench.u(i, 12) * (select max(at) from bench.piece))::int
         join bench.account as owner on owner.at = piece.account_at
         cross join lateral (select -bench.u(i, 13) * (case when template.open then interval '60 days' else interval '3 years' end) as shift) as moved`,
    `insert into bench.task (i, clone, copy, template_task, id, number)
       select clone.i, clone.id, copy, task.id, uuidv7(), 'T-' || right(clone.number, 7) || '-' || row_number() over (partition by clone.i order by copy, task.sent_at)
         from bench.clone join task on task.case_id = clone.template
         cross join lateral generate_series(0, case when bench.u(clone.i, 22) < 0.35 then 1 else 0 end) as copy`,
    `insert into bench.proposal select clone.id, proposal_of.proposal_id, uuidv7() from bench.clone join bench.proposal_of using (template)`,
    'create index on bench.task (clone)',
    'analyze bench.clone, bench.task, bench.proposal',
  ]
}
