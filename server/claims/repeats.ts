// Finds claims of the same defect that came before: what makes a claim a repeat.
import { sql } from 'kysely'

/**
 * Claims of the last 12 months with the same defect on the same line, grade, heat or account, newest first. Walks the claims of the
 * defect from the last registered one back and stops at the first that fit, so that a defect of ten thousand claims costs no more.
 */
export function repeats(caseId: string, at: Date, limit: number) {
  return sql<{ id: string; number: string }>`
    with own as (
      select claim_item.defect, coalesce(claim_item.heat_id, piece.heat_id) as heat_id, piece.line, heat.grade, service_case.account_id
      from claim_item join service_case on service_case.id = claim_item.case_id
      left join piece on piece.id = claim_item.piece_id
      left join heat on heat.id = coalesce(claim_item.heat_id, piece.heat_id)
      where claim_item.case_id = ${caseId} and claim_item.defect is not null)
    select distinct again.id, again.number, again.opened_at
    from own cross join lateral (
      select other_case.* from claim_item as other
      cross join lateral (
        select id, number, opened_at, account_id from service_case
        where id = other.case_id and opened_at between ${at}::timestamptz - interval '12 months' and ${at}::timestamptz
          and state not in ('merged', 'withdrawn', 'discarded') limit 1) as other_case
      left join piece as other_piece on other_piece.id = other.piece_id
      left join heat as other_heat on other_heat.id = coalesce(other.heat_id, other_piece.heat_id)
      where other.defect = own.defect and other.case_id <> ${caseId}
        and (other_case.account_id = own.account_id or other_heat.id = own.heat_id or other_piece.line = own.line or other_heat.grade = own.grade)
      order by other.case_id desc limit ${sql.lit(limit * itemsOfCase)}) as again
    order by again.opened_at desc, again.id limit ${sql.lit(limit)}`
}

/** A claim may fit by several of its items; so many are looked at for each claim wanted. */
const itemsOfCase = 5
