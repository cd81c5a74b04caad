// Rows that belong to the events from production to the customer's gate.
import type { JsonObject } from '../../schema/json.ts'
import type { EffectScope } from '../core/engine.ts'
import { deviation } from '../workflows/trial-conformity.ts'
import type { MeasuredFact, TrialFacts } from '../workflows/trial-facts.ts'
import type { MeasurementInput, TrialPayloads } from '../workflows/trial-payloads.ts'
import { roundOf, setTrial } from './trial-rows.ts'

export const makingWrites = {
  async produced(scope: EffectScope, { heats, pieceIds, cardChanges }: TrialPayloads['produced']) {
    const { trx, subject } = scope
    const { iteration } = await roundOf(scope)
    const own = { case_id: subject.caseId, iteration }
    await trx
      .insertInto('trial_heat')
      .values(heats.map(({ heatId, variant }) => ({ ...own, heat_id: heatId, variant: variant ?? null })))
      .execute()
    await trx
      .insertInto('trial_piece')
      .values(pieceIds.map((pieceId) => ({ ...own, piece_id: pieceId })))
      .execute()
    if (!cardChanges?.length) return
    await trx
      .insertInto('trial_card_change')
      .values(
        cardChanges.map(({ reason, ...change }, index) => ({
          ...own,
          ...change,
          position: index + 1,
          reason: reason ?? null,
        })),
      )
      .execute()
  },

  async pass(scope: EffectScope, { measurements, certificateId }: TrialPayloads['pass'], facts: JsonObject) {
    await recordInspection(scope, measurements ?? [], certificateId, facts)
  },

  async fail(scope: EffectScope, { measurements, certificateId }: TrialPayloads['fail'], facts: JsonObject) {
    await recordInspection(scope, measurements ?? [], certificateId ?? null, facts)
  },

  async grantConcession(
    scope: EffectScope,
    { groups, signedBy, signedOn, document }: TrialPayloads['grantConcession'],
  ) {
    await setTrial(scope, {
      concession_groups: groups,
      concession_signed_by: signedBy,
      concession_signed_on: signedOn,
      concession_document: document,
    })
  },

  async received(scope: EffectScope, { receivedAt, stages }: TrialPayloads['received']) {
    const { trx, subject } = scope
    const { iteration } = await roundOf(scope)
    await setTrial(scope, { received_at: new Date(receivedAt) })
    await trx
      .insertInto('trial_stage')
      .values(
        stages.map(({ stage, at, note }) => ({
          case_id: subject.caseId,
          iteration,
          stage,
          at: new Date(at),
          note: note ?? null,
        })),
      )
      .execute()
  },
}

/** Every value that was measured by hand, and those of the certificate for the indicators that nobody measured. */
async function recordInspection(
  scope: EffectScope,
  given: readonly MeasurementInput[],
  certificateId: string | null,
  facts: JsonObject,
): Promise<void> {
  const { trx, subject } = scope
  const { requirements, certificateValues } = facts as unknown as TrialFacts
  const inspection = (await roundOf(scope)).inspection + 1
  await setTrial(scope, { inspection, ...(certificateId ? { certificate_id: certificateId } : {}) })
  const byHand = new Set(given.map(({ requirementId }) => requirementId))
  const row = ({ requirementId, value, unit }: MeasuredFact) => {
    const requirement = requirements.find(({ id }) => id === requirementId)
    const conforms = requirement !== undefined && deviation(requirement, value) === null
    return { case_id: subject.caseId, requirement_id: requirementId, inspection, value, unit, conforms }
  }
  const measured = given.map(({ heatId, pieceId, ...value }) => ({
    ...row(value),
    heat_id: heatId ?? null,
    piece_id: pieceId ?? null,
    of_certificate: false,
  }))
  const certified = certificateValues
    .filter(({ requirementId }) => !byHand.has(requirementId))
    .map((value) => ({ ...row(value), heat_id: null, piece_id: null, of_certificate: true }))
  const rows = [...measured, ...certified]
  if (rows.length > 0) await trx.insertInto('trial_measurement').values(rows).execute()
}
