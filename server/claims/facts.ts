// Reads what the events of a claim need to know from elsewhere, fact by fact.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { FactsReader, FactsRequest } from '../core/engine.ts'
import type { ClaimFactName, ClaimFacts } from '../workflows/claim-facts.ts'
import { accountFacts } from './account-facts.ts'
import { investigationFacts } from './investigation-facts.ts'
import { itemFacts } from './item-facts.ts'
import { settlementFacts } from './settlement-facts.ts'

/** Reads one fact of a claim, exact as `ClaimFacts` describes it. */
export type ClaimFactReader<N extends ClaimFactName> = (
  db: Kysely<Database>,
  request: FactsRequest,
) => Promise<ClaimFacts[N]>
type Readers = { [N in ClaimFactName]: ClaimFactReader<N> }

const readers: Readers = { ...accountFacts, ...itemFacts, ...investigationFacts, ...settlementFacts }

export const claimFacts: FactsReader = async (db, request) => {
  const facts: JsonObject = {}
  for (const name of request.names) {
    facts[name] = (await readers[name as ClaimFactName](db, request)) as JsonObject[string]
  }
  return facts
}
