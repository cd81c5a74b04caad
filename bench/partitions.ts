// What partitioning the history by year would bring: the same lines in one table and in yearly partitions, asked side by side.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../server/core/postgres.ts'
import { reachablePrograms } from '../test/programs.ts'

const ROWS = Number(process.argv[2] ?? 2_000_000)
const YEARS = [2022, 2023, 2024, 2025, 2026]
const LINES_PER_CASE = 10
const ROUNDS = 7
const QUERIES = 1_500

const columns = `id uuid not null default uuidv7(), case_id uuid not null, revision integer not null, at timestamptz not null, payload jsonb not null`
const lines = (table: string, bounds: string) =>
  `select id, revision, at, payload from ${table} where case_id = $1 ${bounds} order by case_id, at desc, id desc limit 10`
const within = `and at between (select opened_at from life where case_id = $1) and (select changed_at from life where case_id = $1)`
const insert = (table: string) =>
  `insert into ${table} (case_id, revision, at, payload) values ($1, 99, '2026-12-31T00:00:00Z', '{"event":"amend"}')`

const folder = await mkdtemp(join(tmpdir(), 'csg-partitions-'))
await chmod(folder, 0o711)
const server = await startPostgres({ directory: join(folder, 'postgres'), native: await reachablePrograms(folder) })
try {
  const client = new pg.Client(server.superuser)
  await client.connect()
  await fill(client)
  const { rows } = await client.query<{ case_id: string }>(
    `select case_id from life order by random() limit ${QUERIES}`,
  )
  const cases = rows.map(({ case_id }) => case_id)
  await compare(client, cases, 'last 10 lines of a case, µs', {
    'one table': lines('plain', ''),
    'by year, case alone': lines('parted', ''),
    'by year, within the life of the case': lines('parted', within),
  })
  await compare(client, cases, 'append a line, µs', { 'one table': insert('plain'), 'by year': insert('parted') })
  await sizes(client)
  await dropOldest(client)
  await client.end()
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function fill(client: pg.Client): Promise<void> {
  await client.query(`set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '1GB'`)
  await client.query(`create table plain (${columns}); create table parted (${columns}) partition by range (at)`)
  for (const year of YEARS) {
    await client.query(
      `create table parted_${year} partition of parted for values from ('${year}-01-01T00:00:00Z') to ('${year + 1}-01-01T00:00:00Z')`,
    )
  }
  const days = YEARS.length * 365 - 70
  await client.query(`create table life as
    select uuidv7() as case_id, opened_at, opened_at + random() * interval '60 days' as changed_at
    from (select timestamptz '2022-01-01T00:00:00Z' + random() * interval '${days} days' as opened_at
      from generate_series(1, ${ROWS / LINES_PER_CASE})) as opened`)
  await client.query(`insert into plain (case_id, revision, at, payload)
    select case_id, line, opened_at + (changed_at - opened_at) * (line / ${LINES_PER_CASE}.0),
      jsonb_build_object('event', 'amend', 'text', repeat('x', 200))
    from life, generate_series(1, ${LINES_PER_CASE}) as line order by 3`)
  await client.query(`insert into parted table plain`)
  await client.query(`create unique index on life (case_id)`)
  for (const table of ['plain', 'parted']) await client.query(`create index on ${table} (case_id, at desc, id desc)`)
  await client.query('vacuum analyze')
  tell(
    `${ROWS.toLocaleString('en')} lines of ${(ROWS / LINES_PER_CASE).toLocaleString('en')} cases over ${YEARS.length} years`,
  )
}

/** Rounds interleaved, each of the same cases; the median of the rounds' means. */
async function compare(client: pg.Client, cases: readonly string[], what: string, ways: Record<string, string>) {
  const times = new Map(Object.keys(ways).map((way) => [way, [] as number[]]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [way, text] of Object.entries(ways)) {
      await client.query('begin')
      const start = performance.now()
      for (const id of cases) await client.query({ name: `${way} ${what}`.slice(0, 60), text, values: [id] })
      times.get(way)?.push(((performance.now() - start) * 1_000) / cases.length)
      await client.query('rollback')
    }
  }
  for (const [way, taken] of times) tell(`${what}: ${way} ${median(taken.slice(1)).toFixed(0)}`)
}

async function sizes(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ whole: string; newest: string }>(`select
    pg_size_pretty(pg_indexes_size('plain')) as whole, pg_size_pretty(pg_indexes_size('parted_2026')) as newest`)
  tell(`index that new lines go into: one table ${rows[0]?.whole}, by year ${rows[0]?.newest}`)
}

async function dropOldest(client: pg.Client): Promise<void> {
  const timed = async (text: string) => {
    const start = performance.now()
    await client.query(text)
    return Math.round(performance.now() - start)
  }
  const deleted = await timed(`delete from plain where at < '2023-01-01T00:00:00Z'`)
  const vacuumed = await timed('vacuum plain')
  const detached = await timed('alter table parted detach partition parted_2022')
  tell(`put the oldest year away, ms: one table ${deleted} and vacuum ${vacuumed}, by year ${detached}`)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
