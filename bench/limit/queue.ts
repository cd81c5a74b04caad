// The queue by hand: one range of the index for the page, what hangs on it joined after.
import type pg from 'pg'
import { encodeCursor } from '../../server/core/keyset.ts'
import { globalId } from '../../server/graphql/node.ts'

const text = (after: string) => `
select c.id, c.number, c.title, c.state, c.severity, c.due_at, c.revision, c.due_at::text as due_text, a.id as account_id, a.name as account_name,
  r.code as region_code, r.name ->> 'en' as region_name,
  (select coalesce(json_agg(x), '[]') from (
     select id, clock, started_at, due_at, stopped_at, breached_at from deadline
      where deadline.case_id = c.id and task_id is null order by started_at, id limit 200) as x) as deadlines
from (select * from service_case where kind = 'claim' and state = $1 and open ${after}
        and exists (select from task where task.case_id = service_case.id and task.department_id = $2)
       order by due_at, id limit 21) as c
join account as a on a.id = c.account_id join region as r on r.id = a.region_id
order by c.due_at, c.id`

const FIRST = { name: 'queue first', text: text('') }
const NEXT = { name: 'queue next', text: text('and (due_at, id) > ($3::timestamptz, $4::uuid)') }

export interface QueueQuestion {
  state: string
  department: string
  after: [string, string] | null
}

interface QueueRow {
  id: string
  number: string
  title: string
  state: string
  severity: string
  due_at: Date
  due_text: string
  revision: number
  account_id: string
  account_name: string
  region_code: string
  region_name: string
  deadlines: ClockRow[]
}

interface ClockRow {
  id: string
  clock: string
  started_at: string
  due_at: string | null
  stopped_at: string | null
  breached_at: string | null
}

export async function queueByHand(pool: pg.Pool, { state, department, after }: QueueQuestion) {
  const { rows } = await pool.query<QueueRow>(
    after ? { ...NEXT, values: [state, department, ...after] } : { ...FIRST, values: [state, department] },
  )
  const page = rows.slice(0, 20)
  const last = page.at(-1)
  return {
    claims: {
      nodes: page.map(claimOf),
      pageInfo: { hasNextPage: rows.length > 20, endCursor: last ? encodeCursor([last.due_text, last.id]) : null },
    },
  }
}

function claimOf(row: QueueRow) {
  return {
    id: globalId('Claim', row.id),
    number: row.number,
    title: row.title,
    state: row.state,
    severity: row.severity,
    dueAt: row.due_at,
    revision: row.revision,
    account: {
      id: globalId('Account', row.account_id),
      name: row.account_name,
      region: { code: row.region_code, name: row.region_name },
    },
    deadlines: row.deadlines.map((clock) => ({
      id: globalId('Deadline', clock.id),
      clock: clock.clock,
      state: stateOf(clock),
      startedAt: new Date(clock.started_at),
      dueAt: clock.due_at && new Date(clock.due_at),
    })),
  }
}

function stateOf({ stopped_at, breached_at, due_at }: ClockRow): string {
  if (stopped_at) return 'stopped'
  if (breached_at) return 'over'
  return due_at ? 'running' : 'paused'
}
