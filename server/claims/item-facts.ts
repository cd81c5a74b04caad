// Facts about the items of a claim: the material they name, what was delivered, sister pieces, repeats.
import { type RawBuilder, sql } from 'kysely'
import type { FactsRequest } from '../core/engine.ts'
import { known, type Reading, reading } from '../core/reading.ts'
import type { GivenItemFact, SisterFact, StoredItemFact } from '../workflows/claim-facts.ts'
import type { ItemInput } from '../workflows/claim-payloads.ts'
import { repeats } from './repeats.ts'

interface StoredItem {
  id: string
  identified: boolean
  defect: string | null
  claimed_mass: string | null
}

export const itemFacts = {
  givenItems: (request: FactsRequest): Reading<GivenItemFact[]> => {
    const given = (request.payload.items ?? []) as ItemInput[]
    if (given.length === 0) return known([])
    return reading([deliveredPieces(request, given), deliveredHeats(request, given)], (pieces, heats) => {
      const piecesById = new Map(pieces.map((piece) => [piece.id, piece]))
      const heatsById = new Map(heats.map((heat) => [heat.id, heat]))
      return given.map(({ pieceId, heatId }) => {
        if (pieceId) return givenPiece(pieceId, piecesById.get(pieceId))
        if (heatId) return givenHeat(heatId, heatsById.get(heatId))
        return { name: null, known: true, otherAccount: false, deliveredMass: null }
      })
    })
  },

  items: ({ subject }: FactsRequest): Reading<StoredItemFact[]> =>
    reading(
      [
        sql<StoredItem>`
          select id, defect, claimed_mass::text as claimed_mass,
            piece_id is not null or heat_id is not null or coalesce(unidentified_reason, '') <> '' as identified
          from claim_item where case_id = ${subject.caseId} order by claim_item.position, claim_item.id`,
      ],
      (rows) =>
        rows.map(({ id, identified, defect, claimed_mass }, index) => ({
          id,
          position: index + 1,
          identified,
          defect,
          claimedMass: claimed_mass,
        })),
    ),

  repeat: ({ subject, at }: FactsRequest) => reading([repeats(subject.caseId, at, 1)], (rows) => rows.length > 0),

  sisters: ({ subject }: FactsRequest) =>
    reading(
      [
        sql<SisterFact>`
          with own as (
            select claim_item.piece_id, coalesce(claim_item.heat_id, piece.heat_id) as heat_id
            from claim_item left join piece on piece.id = claim_item.piece_id where claim_item.case_id = ${subject.caseId})
          select piece.id as "pieceId", piece.number as name, heat.number as heat, containment.outcome
          from piece join heat on heat.id = piece.heat_id
          left join containment on containment.piece_id = piece.id and containment.case_id = ${subject.caseId}
          where piece.heat_id in (select heat_id from own)
            and piece.id not in (select piece_id from own where piece_id is not null)
          order by heat.number, piece.number limit 5000`,
      ],
      (sisters) => sisters,
    ),
}

interface DeliveredPiece {
  id: string
  number: string
  own: boolean
  mass: string
}

interface DeliveredHeat {
  id: string
  number: string
  pieces: number
  own: string | null
}

function givenPiece(id: string, piece: DeliveredPiece | undefined): GivenItemFact {
  if (!piece) return { name: id, known: false, otherAccount: false, deliveredMass: null }
  return { name: piece.number, known: true, otherAccount: !piece.own, deliveredMass: piece.own ? piece.mass : null }
}

function givenHeat(id: string, heat: DeliveredHeat | undefined): GivenItemFact {
  if (!heat) return { name: id, known: false, otherAccount: false, deliveredMass: null }
  const otherAccount = heat.own === null && heat.pieces > 0
  return { name: heat.number, known: true, otherAccount, deliveredMass: heat.own }
}

function deliveredPieces(request: FactsRequest, given: readonly ItemInput[]) {
  const ids = given.flatMap(({ pieceId }) => pieceId ?? [])
  return sql<DeliveredPiece>`
    select id, number, account_id is not distinct from ${account(request)} as own, mass::text as mass
    from piece where id = any(${ids}::uuid[])`
}

function deliveredHeats(request: FactsRequest, given: readonly ItemInput[]) {
  const ids = given.flatMap(({ heatId }) => heatId ?? [])
  return sql<DeliveredHeat>`
    select heat.id, heat.number, count(piece.id)::int as pieces,
      (sum(piece.mass) filter (where piece.account_id = ${account(request)}))::text as own
    from heat left join piece on piece.heat_id = heat.id where heat.id = any(${ids}::uuid[]) group by heat.id, heat.number`
}

/** The account that the claim is of, or is to be of. */
function account({ subject, payload }: FactsRequest): RawBuilder<unknown> {
  if (typeof payload.accountId === 'string') return sql`${payload.accountId}::uuid`
  return sql`(select account_id from service_case where id = ${subject.caseId || null}::uuid)`
}
