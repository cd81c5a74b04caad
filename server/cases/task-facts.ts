// Reads what the events of a task need to know from elsewhere.
import type { JsonObject } from '../../schema/json.ts'
import type { CaseKind } from '../../schema/vocabulary.ts'
import type { FactsReader } from '../core/engine.ts'

/** States of each kind of case in which what its tasks are for is not concluded yet. */
const unconcluded: Record<CaseKind, ReadonlySet<string>> = {
  claim: new Set(['registered', 'screening', 'collecting', 'concluding']),
  trialBatch: new Set(['requested', 'requirements', 'feasibility']),
  visit: new Set(['requested', 'triaged', 'proposed', 'confirmed', 'prepared', 'underway', 'reporting', 'followUp']),
}

export const taskFacts: FactsReader = async (db, { names, subject }): Promise<JsonObject> => {
  if (!names.includes('caseConcluded')) return {}
  const row = await db
    .selectFrom('service_case')
    .where('id', '=', subject.caseId)
    .select(['kind', 'state'])
    .executeTakeFirstOrThrow()
  return { caseConcluded: !unconcluded[row.kind].has(row.state) }
}
