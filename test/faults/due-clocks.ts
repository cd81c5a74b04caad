// Copies of two claims whose clocks come due one after the other from a moment on: of one that was registered, of one that waits.
import { type Kysely, sql } from 'kysely'
import type { Clock } from '../../schema/clock.ts'
import type { Database } from '../../schema/database.ts'

export interface DueOrder {
  /** The claim that is copied. */
  template: string
  clock: Clock
  copies: number
  perSecond: number
  /** Seconds until the first one is due. */
  lead: number
}

const TABLES = ['service_case', 'claim', 'case_search', 'history'] as const

/** Returns the ids in the order in which they come due. */
export async function copyDueClaims(owner: Kysely<Database>, order: DueOrder): Promise<string[]> {
  return owner.connection().execute(async (db) => {
    await sql`create temporary table copy as
      select uuidv7() as id, i, clock_timestamp() + make_interval(secs => ${order.lead} + i / ${order.perSecond}::float8) as due
      from generate_series(1, ${sql.lit(order.copies)}) as i`.execute(db)
    for (const table of TABLES) {
      const changes = {
        service_case: sql`jsonb_build_object('id', copy.id, 'number', ${order.clock} || '-' || copy.i, 'due_at', copy.due)`,
        claim: sql`jsonb_build_object('case_id', copy.id)`,
        case_search: sql`jsonb_build_object('case_id', copy.id, 'place', nextval('case_search_place'))`,
        history: sql`jsonb_build_object('id', uuidv7(), 'case_id', copy.id)`,
      }[table]
      const own = table === 'service_case' ? sql.ref('t.id') : sql.ref('t.case_id')
      await sql`insert into ${sql.table(table)} select made.* from ${sql.table(table)} as t cross join copy
        cross join lateral jsonb_populate_record(t, ${changes}) as made
        where ${own} = ${order.template}`.execute(db)
    }
    await sql`insert into deadline select made.* from deadline as t cross join copy
      cross join lateral jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'case_id', copy.id,
        'not_after', copy.due, 'due_at', copy.due, 'next_at', copy.due, 'sent', 0)) as made
      where t.case_id = ${order.template} and t.clock = ${order.clock} and t.stopped_at is null`.execute(db)
    const { rows } = await sql<{ id: string }>`select id from copy order by i`.execute(db)
    await sql`drop table copy`.execute(db)
    return rows.map(({ id }) => id)
  })
}
