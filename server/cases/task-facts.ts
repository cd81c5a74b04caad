// Reads what the events of a task need to know from elsewhere.
import type { JsonObject } from '../../schema/json.ts'
import type { FactsReader } from '../core/engine.ts'

/** States of a claim in which its cause is not concluded yet. */
const unconcluded: ReadonlySet<string> = new Set(['registered', 'screening', 'collecting', 'concluding'])

export const taskFacts: FactsReader = async (db, { names, subject }): Promise<JsonObject> => {
  if (!names.includes('caseConcluded')) return {}
  const row = await db
    .selectFrom('service_case')
    .where('id', '=', subject.caseId)
    .select(['kind', 'state'])
    .executeTakeFirstOrThrow()
  return { caseConcluded: row.kind === 'claim' && !unconcluded.has(row.state) }
}
