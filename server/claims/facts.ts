// Reads what the events of a claim need to know from elsewhere: all facts by one statement.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { FactsReader, FactsRequest } from '../core/engine.ts'
import { known, type Reading, readAll } from '../core/reading.ts'
import type { ClaimFactName, ClaimFacts } from '../workflows/claim-facts.ts'
import { accountFacts } from './account-facts.ts'
import { investigationFacts } from './investigation-facts.ts'
import { itemFacts } from './item-facts.ts'
import { settlementFacts } from './settlement-facts.ts'

/** Says how one fact of a claim is read, exact as `ClaimFacts` describes it. */
export type ClaimFactReader<N extends ClaimFactName> = (
  request: FactsRequest,
  db: Kysely<Database>,
) => Reading<ClaimFacts[N]>
type Readers = { [N in ClaimFactName]: ClaimFactReader<N> }

const readers: Readers = { ...accountFacts, ...itemFacts, ...investigationFacts, ...settlementFacts }

/** Facts that steer the chart but are asked by no rule: not read when a screen asks what is possible. */
const steering: ReadonlySet<string> = new Set<ClaimFactName>(['repeat', 'replacementDays', 'silenceAccepts'])

export const claimFacts: FactsReader = async (db, request) => {
  const readings = request.names.map((name): [string, Reading<unknown>] => {
    const idle = request.event === null && steering.has(name)
    return [name, idle ? known(null) : readers[name as ClaimFactName](request, db)]
  })
  return (await readAll(db, Object.fromEntries(readings))) as JsonObject
}
