// Reads assessments of customer focus, and what of the calendar is overdue (SAT-07).
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type SqlBool, sql } from 'kysely'
import { mayRead } from '../core/permissions.ts'
import { type PageArgs, type RowOf, readOne, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { personShape } from '../organization/queries.ts'
import { type Assessment, type Overdue, overdueAssessments } from './assessment-calendar.ts'

export const assessmentShape: Shape<'assessment'> = shape('Assessment', 'assessment', {
  fields: {
    method: 'method',
    methodLabel: 'method',
    area: 'area',
    areaLabel: 'area',
    heldOn: 'held_on',
    customers: 'customers',
    managers: 'managers',
    staff: 'staff',
    missingMembers: ['method', 'customers', 'managers', 'staff'],
    ledBy: 'led_by',
    results: 'results',
    recordedBy: one(() => personShape, 'recorded_by'),
    recordedAt: 'recorded_at',
  },
})

/** Condition on `assessment`: for who reads what single respondents said. */
export function assessmentScope(viewer: Viewer): Expression<SqlBool> {
  return mayRead(viewer, 'answers') ? sql<SqlBool>`true` : sql<SqlBool>`false`
}

export function readAssessments(
  reader: Reader,
  info: GraphQLResolveInfo,
  args: PageArgs,
): Promise<Page<RowOf<'assessment'>>> {
  const order = { columns: ['held_on', 'id'], direction: 'desc' } as const
  return readPage(reader, info, assessmentShape, { where: assessmentScope(reader.viewer), order, args })
}

export function readAssessment(
  reader: Reader,
  info: GraphQLResolveInfo,
  id: string,
): Promise<RowOf<'assessment'> | null> {
  return readOne(
    reader,
    info,
    assessmentShape,
    sql<SqlBool>`assessment.id = ${id} and ${assessmentScope(reader.viewer)}`,
  )
}

/**
 * What is missing in the twelve months up to today, or since a day. A month is surveyed when a wave of customers opened in it, answers of
 * one came in, or a survey was recorded.
 */
export async function readOverdue({ engine }: Reader, from: string | null): Promise<Overdue[]> {
  const { rows } = await sql<{ today: string; from: string; done: Assessment[] }>`
    with day as (select (${engine.now()} at time zone 'UTC')::date as today)
    select today::text, coalesce(${from}::date, (today - interval '1 year')::date)::text as "from", (
      select coalesce(json_agg(done), '[]') from (
        select method, held_on::text as on from assessment
        union all select 'survey', (opens_at at time zone 'UTC')::date::text from survey_wave
          where respondents = 'customers' and state in ('open', 'closed') and opens_at <= ${engine.now()}
        union all select distinct 'survey', to_char(answered_at at time zone 'UTC', 'YYYY-MM-01') from survey_response
          where person_id is null and answered_at >= today - interval '5 years') as done) as done
    from day`.execute(engine.db)
  const [row] = rows
  return row ? overdueAssessments(row.done, row.from, row.today) : []
}
