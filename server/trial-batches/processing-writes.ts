// Rows of processing at a customer, and a competitor's values beside ours: of an iteration of a trial, or of a visit to an important order.
import type { EffectScope } from '../core/engine.ts'
import { refuseField } from '../core/refusal.ts'
import type { CompetitorValue, ProcessingLine } from '../workflows/trial-payloads.ts'
import { comparedMeasures, resultOf } from './results.ts'

export interface Processed {
  lines: readonly ProcessingLine[]
  competitors: readonly CompetitorValue[]
  iteration: number
}

/** Adds the lines and comparisons of the case; for a measure of processing, ours is the result of these very lines. */
export async function writeProcessing(scope: EffectScope, { lines, competitors, iteration }: Processed): Promise<void> {
  const { trx, subject } = scope
  await trx
    .insertInto('trial_processing')
    .values(
      lines.map((line, index) => ({
        case_id: subject.caseId,
        iteration,
        position: index + 1,
        heat_id: line.heatId ?? null,
        input_mass: line.inputMass,
        good_mass: line.goodMass,
        reason_above: line.reasonAbove ?? null,
        stops: line.stops,
        pieces: line.pieces,
        rating: line.rating,
        note: line.note ?? null,
      })),
    )
    .execute()
  for (const value of competitors) await insertComparison(scope, value, lines, iteration)
}

/** Said again, what a visit recorded before is replaced: it has one round. */
export async function replaceProcessing(scope: EffectScope, processed: Omit<Processed, 'iteration'>): Promise<void> {
  const { trx, subject } = scope
  await trx.deleteFrom('trial_processing').where('case_id', '=', subject.caseId).execute()
  await trx.deleteFrom('competitor_value').where('case_id', '=', subject.caseId).execute()
  await writeProcessing(scope, { ...processed, iteration: 1 })
}

async function insertComparison(
  { trx, subject, locked, viewer, at }: EffectScope,
  { productId, measure, indicator, unit, direction, ours, theirs }: CompetitorValue,
  lines: readonly ProcessingLine[],
  iteration: number,
): Promise<void> {
  const product = await trx.selectFrom('competitor_product').where('id', '=', productId).select('id').executeTakeFirst()
  if (!product) throw refuseField('competitors', 'unknownId')
  const compared = measure ? { ...comparedMeasures[measure], ours: resultOf(lines)[measure] } : null
  await trx
    .insertInto('competitor_value')
    .values({
      competitor_product_id: productId,
      account_id: locked.accountId,
      case_id: subject.caseId,
      iteration,
      measure: measure ?? null,
      indicator: compared?.indicator ?? indicator ?? '',
      unit: compared?.unit ?? unit ?? '',
      direction: compared?.direction ?? direction ?? 'higher',
      theirs,
      ours: compared ? compared.ours : (ours ?? null),
      recorded_by: viewer.kind === 'person' ? viewer.id : null,
      recorded_at: at,
    })
    .execute()
}
