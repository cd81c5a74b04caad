// Reads the marks that customers gave to single people of the works after a contact (SAT-10).
import { type RawBuilder, sql } from 'kysely'
import { answerScope } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'
import { employeeDeviations } from './employee-deviation.ts'
import { fewest } from './few-answers.ts'

export interface EmployeeMarksRow {
  personId: string
  name: string
  n: number
  /** Null below five answers. */
  mean: number | null
  deviation: number | null
  flagged: boolean
  /** Share of a yes to "were all questions resolved" and "would you work with him again", 0 to 1; half for partly. */
  resolved: number | null
  again: number | null
}

interface Sums {
  personId: string
  name: string
  n: number
  mean: number
  resolved: number | null
  again: number | null
}

/**
 * Marks within twelve months, or since a moment, of answers from regions that the viewer sees. Nobody is compared, and nobody's mean is
 * told, with fewer than five answers: they are personal data of few people about one.
 */
export async function readEmployeeMarks(reader: Reader, since: Date | null): Promise<EmployeeMarksRow[]> {
  const { engine, viewer } = reader
  const share = (code: string): RawBuilder<unknown> =>
    sql`avg(case answer.words[1] when 'yes' then 1 when 'partly' then 0.5 when 'no' then 0 end) filter (where item.code = ${code})::float8`
  const { rows } = await sql<Sums>`
    select person.id as "personId", person.name, count(answer.number)::int as n,
      avg(answer.number) filter (where item.code = 'employee')::float8 as mean, ${share('resolved')} as resolved, ${share('again')} as again
    from survey_response as response
    join survey_wave on survey_wave.id = response.wave_id
    join questionnaire_version on questionnaire_version.id = survey_wave.version_id
    join questionnaire on questionnaire.id = questionnaire_version.questionnaire_id and questionnaire.instrument = 'threeQuestions'
    join person on person.id = response.employee_id
    join survey_answer as answer on answer.response_id = response.id
    join survey_item as item on item.id = answer.item_id and item.code in ('employee', 'resolved', 'again')
    where response.answered_at >= coalesce(${since}::timestamptz, ${engine.now()} - interval '1 year')
      and ${answerScope('response.region_id', viewer)}
    group by person.id, person.name having count(answer.number) > 0 order by person.name, person.id`.execute(engine.db)
  const compared = employeeDeviations(
    rows.filter(({ n }) => n >= fewest).map(({ personId, n, mean }) => ({ employee: personId, n, mean })),
  )
  return rows.map(({ personId, name, n, ...told }) => {
    const found = compared.find(({ employee }) => employee === personId)
    if (!found) return { personId, name, n, mean: null, deviation: null, flagged: false, resolved: null, again: null }
    return { personId, name, n, ...told, deviation: found.deviation, flagged: found.flagged }
  })
}
