// Which lots do not conform: of product scorecards, and of what satisfaction is held against.
import { sql } from 'kysely'

/**
 * Keys of heats that do not conform: a certificate names a value outside its limits, a trial measured one that leaves them, or a claim on
 * them was ours because a standard was not kept (layer 1 of QLT-01). A heat is a lot.
 */
export const heatsThatDoNotConform = sql`
  select heat.id from certificate_heat join heat on heat.id = certificate_heat.heat_id
    join certificate_value as value on value.certificate_id = certificate_heat.certificate_id
      and (value.heat is null or value.heat = heat.number)
  where value.number < value.min_value or value.number > value.max_value
  union select heat_id from trial_measurement join trial_batch using (case_id)
  where not conforms and heat_id is not null and trial_measurement.inspection = trial_batch.inspection
  union select coalesce(claim_item.heat_id, piece.heat_id) from claim_item join claim using (case_id)
    left join piece on piece.id = claim_item.piece_id
  where claim.our_fault and claim.quality_layer = 'standard' and coalesce(claim_item.heat_id, piece.heat_id) is not null`
