// Reads what the events of a visit need to know from elsewhere.
import { sql } from 'kysely'
import type { JsonObject } from '../../schema/json.ts'
import type { FactsReader, FactsRequest } from '../core/engine.ts'
import { known, type Reading, readAll, reading } from '../core/reading.ts'
import type { VisitFactName, VisitFacts } from '../workflows/visit-facts.ts'

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
  busy: () => known([]),
  filledBlocks: () => known([]),
  finding: () => known(null),
  openFindings: () => known([]),
}

export const visitFacts: FactsReader = async (db, request) => {
  const readings = request.names.map((name) => [name, readers[name as VisitFactName](request)] as const)
  return (await readAll(db, Object.fromEntries(readings))) as JsonObject
}
