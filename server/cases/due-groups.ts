// Due times in the groups that people see: over, today, this week, later, waiting; days are those of the viewer's zone.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type DueGroup, dueGroups } from '../../schema/list-views.ts'
import { words } from '../../schema/vocabulary.ts'
import type { Reader } from '../core/selection-plans.ts'

/** Condition on a column with a due time; each group is one range of an index in the order of due times. */
export function inDueGroup(
  reader: Reader,
  column: 'service_case.due_at' | 'task.due_at' | 'survey_follow_up.due_at',
  group: DueGroup,
): Expression<SqlBool> {
  const due = sql.ref(column)
  const now = reader.engine.now()
  const [today, week] = ends(reader, now)
  switch (group) {
    case 'over':
      return sql<SqlBool>`${due} <= ${now}`
    case 'today':
      return sql<SqlBool>`(${due} > ${now} and ${due} < ${today})`
    case 'week':
      return sql<SqlBool>`(${due} >= ${today} and ${due} < ${week})`
    case 'later':
      return sql<SqlBool>`${due} >= ${week}`
    case 'waiting':
      return sql<SqlBool>`${due} is null`
    default:
      return group satisfies never
  }
}

export interface DueCount {
  group: DueGroup
  cases: number
  tasks: number
}

/** How many of the cases and of the tasks stand in each group, in one statement. */
export async function countByDueGroup(
  reader: Reader,
  cases: Expression<SqlBool>,
  tasks: Expression<SqlBool>,
): Promise<DueCount[]> {
  const groups = words(dueGroups)
  const counts = (column: 'service_case.due_at' | 'task.due_at') =>
    groups.map((group) => sql`count(*) filter (where ${inDueGroup(reader, column, group)})::int as ${sql.ref(group)}`)
  const { rows } = await sql<{ of: 'cases' | 'tasks' } & Record<DueGroup, number>>`
    select 'cases' as of, ${sql.join(counts('service_case.due_at'))} from service_case where ${cases}
    union all select 'tasks', ${sql.join(counts('task.due_at'))} from task where ${tasks}`.execute(reader.engine.db)
  const number = (of: 'cases' | 'tasks', group: DueGroup) => rows.find((row) => row.of === of)?.[group] ?? 0
  return groups.map((group) => ({ group, cases: number('cases', group), tasks: number('tasks', group) }))
}

/** Where today and the week end. */
function ends({ viewer }: Reader, now: RawBuilder<Date>): [RawBuilder<Date>, RawBuilder<Date>] {
  const zone = viewer.kind === 'system' ? 'UTC' : viewer.timeZone
  const day = sql`date_trunc('day', ${now} at time zone ${zone})`
  const weekday = sql`extract(isodow from ${now} at time zone ${zone})::int`
  const left = sql`(case when ${weekday} <= 5 then 8 - ${weekday} else 15 - ${weekday} end)`
  return [
    sql<Date>`((${day} + interval '1 day') at time zone ${zone})`,
    sql<Date>`((${day} + ${left} * interval '1 day') at time zone ${zone})`,
  ]
}
