// Who of the people of a visit is in another one at that time.
import { sql } from 'kysely'
import { type Reading, reading } from '../core/reading.ts'
import type { VisitFacts } from '../workflows/visit-facts.ts'
import type { VisitPayloads } from '../workflows/visit-payloads.ts'

/** Visits whose time is set keep their people busy from beginning to end; one that ends when the other begins does not clash. */
export function busyPeople(
  caseId: string,
  { startsAt, endsAt, teamIds, hostId }: VisitPayloads['propose'],
): Reading<VisitFacts['busy']> {
  const asked = [...(teamIds ?? []), ...(hostId ? [hostId] : [])]
  return reading(
    [
      sql<{ person: string; visit: string }>`
        select distinct person.name as person, other.number as visit
        from person
        join (
          select case_id, engineer_id as person_id from visit
          union all select case_id, host_id from visit
          union all select case_id, person_id from visit_attendance) as taking on taking.person_id = person.id
        join visit on visit.case_id = taking.case_id
        join service_case as other on other.id = visit.case_id
        where (person.id = any(${asked}::uuid[]) or person.id = (select engineer_id from visit where case_id = ${caseId}))
          and other.id <> ${caseId} and other.state in ('proposed', 'confirmed', 'prepared', 'underway')
          and visit.starts_at < ${endsAt}::timestamptz and visit.ends_at > ${startsAt}::timestamptz
        order by 1, 2 limit 20`,
    ],
    (rows) => rows,
  )
}
