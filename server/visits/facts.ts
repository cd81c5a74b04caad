// Reads what the events of a visit need to know from elsewhere.
import { sql } from 'kysely'
import type { JsonObject } from '../../schema/json.ts'
import type { VisitBlock } from '../../schema/visit-vocabulary.ts'
import type { FactsReader, FactsRequest } from '../core/engine.ts'
import { known, type Reading, readAll, reading } from '../core/reading.ts'
import type { VisitFactName, VisitFacts } from '../workflows/visit-facts.ts'
import type { VisitPayloads } from '../workflows/visit-payloads.ts'
import { busyPeople } from './busy.ts'

type Readers = { [N in VisitFactName]: (request: FactsRequest) => Reading<VisitFacts[N]> }

const readers: Readers = {
  keyVisitsWaiting: ({ subject }) =>
    reading(
      [
        sql<{ number: string }>`
          select waiting.number from service_case as waiting join account on account.id = waiting.account_id
          where waiting.kind = 'visit' and waiting.state = 'requested' and account.key
            and not (select own.key from account as own
              join service_case on service_case.account_id = own.id where service_case.id = ${subject.caseId})
          order by waiting.number limit 20`,
      ],
      (rows) => rows.map(({ number }) => number),
    ),
  busy: ({ subject, payload }) => {
    const asked = payload as Partial<VisitPayloads['propose']>
    return asked.startsAt && asked.endsAt ? busyPeople(subject.caseId, asked as VisitPayloads['propose']) : known([])
  },
  filledBlocks: ({ subject }) =>
    reading(
      [
        sql<{ block: VisitBlock }>`
          select block from visit_block where case_id = ${subject.caseId} and btrim(body) <> '' order by block`,
      ],
      (rows) => rows.map(({ block }) => block),
    ),
  finding: ({ subject, payload }) =>
    typeof payload.findingId === 'string'
      ? reading(
          [
            sql<{ number: number }>`
              select number from visit_finding where id = ${payload.findingId} and case_id = ${subject.caseId}`,
          ],
          ([row]) => row ?? null,
        )
      : known(null),
  openFindings: ({ subject }) =>
    reading(
      [
        sql<{ number: number }>`
          select number from visit_finding where case_id = ${subject.caseId} and closed_at is null order by number`,
      ],
      (rows) => rows.map(({ number }) => number),
    ),
}

export const visitFacts: FactsReader = async (db, request) => {
  const readings = request.names.map((name) => [name, readers[name as VisitFactName](request)] as const)
  return (await readAll(db, Object.fromEntries(readings))) as JsonObject
}
