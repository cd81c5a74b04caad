// Reads what the events of a trial batch need to know from elsewhere: all facts by one statement.
import { expressionBuilder, type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { Office } from '../../schema/vocabulary.ts'
import type { FactsReader, FactsRequest } from '../core/engine.ts'
import { caseScope } from '../core/permissions.ts'
import { known, type Reading, readAll, reading } from '../core/reading.ts'
import type { TrialFactName, TrialFacts } from '../workflows/trial-facts.ts'
import { costOf } from './cost.ts'
import { inspectionFacts } from './inspection-facts.ts'
import { slotReadyBy } from './slot.ts'

/** Says how one fact of a trial batch is read, exact as `TrialFacts` describes it. */
export type TrialFactReader<N extends TrialFactName> = (
  request: FactsRequest,
  db: Kysely<Database>,
) => Reading<TrialFacts[N]>
type Readers = { [N in TrialFactName]: TrialFactReader<N> }

const readers: Readers = {
  reasonClaim: ({ payload, viewer }) => {
    if (typeof payload.claimId !== 'string') return known(null)
    const seen = caseScope(expressionBuilder<Database, 'service_case'>(), viewer)
    return reading(
      [
        sql<{ number: string; sameAccount: boolean }>`
          select number, account_id = ${payload.accountId}::uuid as "sameAccount" from service_case
          where id = ${payload.claimId} and kind = 'claim' and ${seen}`,
      ],
      ([row]) => row ?? null,
    )
  },

  askedOffices: ({ payload, subject }) => {
    const asked = (payload.tasks ?? []) as { departmentId: string }[]
    return reading(
      [
        sql<{ office: Office }>`
          select distinct office from department
          where active and office is not null and (id = any(${asked.map(({ departmentId }) => departmentId)}::uuid[])
            or id in (select department_id from task where case_id = ${subject.caseId} and state <> 'cancelled'))`,
      ],
      (rows) => rows.map(({ office }) => office),
    )
  },

  openFeasibilityTasks: ({ subject }) =>
    reading(
      [
        sql<{ id: string; number: string }>`
          select id, number from task where case_id = ${subject.caseId} and purpose = 'feasibility'
            and state in ('open', 'inProgress', 'awaitingSender', 'returned') order by number`,
      ],
      (rows) => rows,
    ),

  cost: costOf,
  slotReadyBy,

  givenMaterial: ({ payload }) => {
    const heatIds = ((payload.heats ?? []) as { heatId: string }[]).map(({ heatId }) => heatId)
    const pieceIds = (payload.pieceIds ?? []) as string[]
    return reading(
      [
        sql<{ known: boolean }>`
          select heat.id is not null as known from unnest(${heatIds}::uuid[]) with ordinality as given(id, place)
          left join heat on heat.id = given.id order by given.place`,
        sql<{ name: string | null; known: boolean; ofHeats: boolean }>`
          select piece.number as name, piece.id is not null as known,
            coalesce(piece.heat_id = any(${heatIds}::uuid[]), false) as "ofHeats"
          from unnest(${pieceIds}::uuid[]) with ordinality as given(id, place)
          left join piece on piece.id = given.id order by given.place`,
      ],
      (heats, pieces) => ({ heats: heats.map((heat) => heat.known), pieces }),
    )
  },

  ...inspectionFacts,
}

export const trialFacts: FactsReader = async (db, request) => {
  const readings = request.names.map((name) => [name, readers[name as TrialFactName](request, db)] as const)
  return (await readAll(db, Object.fromEntries<Reading<unknown>>(readings))) as JsonObject
}
