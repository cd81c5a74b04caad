// Facts about the items of a claim: the material they name, what was delivered, sister pieces, repeats.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { FactsRequest } from '../core/engine.ts'
import type { GivenItemFact, SisterFact, StoredItemFact } from '../workflows/claim-facts.ts'
import type { ItemInput } from '../workflows/claim-payloads.ts'

type Db = Kysely<Database>

export const itemFacts = {
  givenItems: async (db: Db, request: FactsRequest): Promise<GivenItemFact[]> => {
    const given = (request.payload.items ?? []) as ItemInput[]
    if (given.length === 0) return []
    const accountId = await accountOf(db, request)
    const pieces = await deliveredPieces(
      db,
      given.flatMap(({ pieceId }) => pieceId ?? []),
    )
    const heats = await deliveredHeats(
      db,
      given.flatMap(({ heatId }) => heatId ?? []),
      accountId,
    )
    return given.map(({ pieceId, heatId }) => {
      if (pieceId) {
        const piece = pieces.get(pieceId)
        if (!piece) return { name: pieceId, known: false, otherAccount: false, deliveredMass: null }
        const otherAccount = piece.account_id !== accountId
        return { name: piece.number, known: true, otherAccount, deliveredMass: otherAccount ? null : piece.mass }
      }
      if (heatId) {
        const heat = heats.get(heatId)
        if (!heat) return { name: heatId, known: false, otherAccount: false, deliveredMass: null }
        return {
          name: heat.number,
          known: true,
          otherAccount: heat.own === null && heat.pieces > 0,
          deliveredMass: heat.own,
        }
      }
      return { name: null, known: true, otherAccount: false, deliveredMass: null }
    })
  },

  items: async (db: Db, { subject }: FactsRequest): Promise<StoredItemFact[]> => {
    const rows = await db
      .selectFrom('claim_item')
      .where('case_id', '=', subject.caseId)
      .orderBy('position')
      .orderBy('id')
      .select(['id', 'piece_id', 'heat_id', 'unidentified_reason', 'defect', 'claimed_mass'])
      .execute()
    return rows.map((row, index) => ({
      id: row.id,
      position: index + 1,
      identified: Boolean(row.piece_id ?? row.heat_id ?? row.unidentified_reason),
      defect: row.defect,
      claimedMass: row.claimed_mass,
    }))
  },

  repeat: async (db: Db, { subject, at }: FactsRequest) => {
    const { rows } = await repeats(db, subject.caseId, at, 1)
    return rows.length > 0
  },

  sisters: async (db: Db, { subject }: FactsRequest): Promise<SisterFact[]> => {
    const { rows } = await sql<SisterFact>`
      with own as (
        select claim_item.piece_id, coalesce(claim_item.heat_id, piece.heat_id) as heat_id
        from claim_item left join piece on piece.id = claim_item.piece_id where claim_item.case_id = ${subject.caseId})
      select piece.id as "pieceId", piece.number as name, heat.number as heat, containment.outcome
      from piece join heat on heat.id = piece.heat_id
      left join containment on containment.piece_id = piece.id and containment.case_id = ${subject.caseId}
      where piece.heat_id in (select heat_id from own)
        and piece.id not in (select piece_id from own where piece_id is not null)
      order by heat.number, piece.number limit 5000`.execute(db)
    return rows
  },
}

/** Claims of the last 12 months with the same defect on the same line, grade, heat or account, newest first. */
export function repeats(db: Db, caseId: string, at: Date, limit: number) {
  return sql<{ id: string; number: string }>`
    with own as (
      select claim_item.defect, coalesce(claim_item.heat_id, piece.heat_id) as heat_id, piece.line, heat.grade, service_case.account_id
      from claim_item join service_case on service_case.id = claim_item.case_id
      left join piece on piece.id = claim_item.piece_id
      left join heat on heat.id = coalesce(claim_item.heat_id, piece.heat_id)
      where claim_item.case_id = ${caseId} and claim_item.defect is not null)
    select distinct other_case.id, other_case.number, other_case.opened_at
    from own
    join claim_item as other on other.defect = own.defect and other.case_id <> ${caseId}
    join service_case as other_case on other_case.id = other.case_id
    left join piece as other_piece on other_piece.id = other.piece_id
    left join heat as other_heat on other_heat.id = coalesce(other.heat_id, other_piece.heat_id)
    where other_case.opened_at between ${at}::timestamptz - interval '12 months' and ${at}::timestamptz
      and other_case.state not in ('merged', 'withdrawn', 'discarded')
      and (other_case.account_id = own.account_id or other_heat.id = own.heat_id or other_piece.line = own.line or other_heat.grade = own.grade)
    order by other_case.opened_at desc, other_case.id limit ${sql.lit(limit)}`.execute(db)
}

async function accountOf(db: Db, { subject, payload }: FactsRequest): Promise<string | null> {
  if (typeof payload.accountId === 'string') return payload.accountId
  const row = await db
    .selectFrom('service_case')
    .where('id', '=', subject.caseId)
    .select('account_id')
    .executeTakeFirst()
  return row?.account_id ?? null
}

async function deliveredPieces(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('piece')
    .where('id', '=', sql<string>`any(${ids})`)
    .select(['id', 'number', 'account_id', 'mass'])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function deliveredHeats(db: Db, ids: string[], accountId: string | null) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('heat')
    .leftJoin('piece', 'piece.heat_id', 'heat.id')
    .where('heat.id', '=', sql<string>`any(${ids})`)
    .groupBy(['heat.id', 'heat.number'])
    .select(['heat.id', 'heat.number'])
    .select(sql<number>`count(piece.id)::int`.as('pieces'))
    .select(sql<string | null>`sum(piece.mass) filter (where piece.account_id = ${accountId}::uuid)`.as('own'))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
