// What is asked, drawn from the world with a fixed seed: the same claims, departments and words of every contestant.
import pg from 'pg'
import { encodeCursor } from '../../server/core/keyset.ts'
import { globalId } from '../../server/graphql/node.ts'
import type { QueueQuestion } from '../limit/queue.ts'
import type { OwnCase } from '../load/script.ts'
import type { BenchDatabase } from '../world/open-world.ts'

export interface Questions {
  details: string[]
  queues: QueueQuestion[]
  /** The queue that reaches furthest, at its 500th page, or at its last full one where it has fewer. */
  deep: { question: QueueQuestion; page: number; first: QueueQuestion }
  searches: string[]
  /** Claims of one template and one state, with nothing awaited. */
  steps: OwnCase[]
}

export async function drawQuestions(database: BenchDatabase, clients: number): Promise<Questions> {
  const client = new pg.Client(database.app)
  await client.connect()
  const rows = async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await client.query<R>(text, values)).rows
  try {
    const details = await rows<{ id: string }>(
      `select id from service_case where kind = 'claim' and number like 'C-____-1______' order by hashtext(number) limit 2000`,
    )
    const queues = await rows<{ state: string; department: string }>(
      `select service_case.state, task.department_id as department
         from service_case join task on task.case_id = service_case.id
        where service_case.open and service_case.kind = 'claim' and service_case.state in ('collecting', 'concluding', 'settlement', 'decision')
        group by 1, 2 having count(distinct service_case.id) > 40 order by count(distinct service_case.id) desc`,
    )
    const words = await rows<{ text: string }>(
      `select case when n % 4 = 0 then right(number, 6) when n % 4 = 1 then split_part(title, ' ', -1)
                   when n % 4 = 2 then split_part(title, ' ', -3) else split_part(title, ' ', -5) || ' ' || split_part(title, ' ', -2) end as text
         from (select number, title, row_number() over (order by hashtext(number)) as n
                 from service_case where number like 'C-____-1______' order by n limit 1000) as drawn`,
    )
    const steps = await rows<{ id: string; revision: number }>(
      `with fit as (
         select id, revision, md5(snapshot::text) || account_id::text as same, md5(snapshot::text) as shape
           from service_case where state = 'collecting' and waiting = 'nothing' and number like 'C-____-1______')
       select id, revision from fit where shape = (select shape from fit group by 1 order by count(*) desc, shape limit 1)
        order by hashtext(id::text) limit $1`,
      [clients * 40],
    )
    const [largest] = queues
    if (!largest) throw new Error('The world has no queue')
    const [place] = await rows<{ due: string; id: string; page: string }>(
      `select due_at::text as due, id, (at / 20 + 1)::text as page from (
         select due_at, id, row_number() over (order by due_at, id) as at from service_case
          where kind = 'claim' and open and state = $1 and exists (select from task where task.case_id = service_case.id and task.department_id = $2)) as ordered
        where at % 20 = 0 and at <= 499 * 20 order by at desc offset 1 limit 1`,
      [largest.state, largest.department],
    )
    if (!place) throw new Error('The largest queue has no second page')
    const first = { ...largest, after: null }
    return {
      details: details.map(({ id }) => id),
      queues: queues.slice(0, 12).map((queue) => ({ ...queue, after: null })),
      deep: { question: { ...largest, after: [place.due, place.id] }, page: Number(place.page), first },
      searches: words.map(({ text }) => text),
      steps: steps.map(({ id, revision }) => ({ id: globalId('Claim', id), revision, gone: false })),
    }
  } finally {
    await client.end()
  }
}

/** Variables of the queue in the product's words. */
export function queueVariables({ state, department, after }: QueueQuestion): Record<string, unknown> {
  return { state, department: globalId('Department', department), after: after && encodeCursor(after) }
}
