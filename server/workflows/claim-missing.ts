// What each event of a claim still lacks: the one list behind the chart's guard and the actions a screen shows.
import type { ClaimEvent } from '../../schema/claim-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { MissingPart } from './chart.ts'
import type { Asked, Rules } from './claim-asked.ts'
import type { ClaimChartEvent, ClaimContext } from './claim-context.ts'
import { approvalRules } from './claim-rules-approval.ts'
import { improvementRules } from './claim-rules-improvement.ts'
import { intakeRules } from './claim-rules-intake.ts'
import { investigationRules } from './claim-rules-investigation.ts'
import { settlementRules } from './claim-rules-settlement.ts'
import { waitingRules } from './claim-rules-waiting.ts'
import { found } from './missing-part.ts'

const rules: Rules<ClaimEvent> = {
  ...intakeRules,
  ...investigationRules,
  ...approvalRules,
  ...settlementRules,
  ...waitingRules,
  ...improvementRules,
}

/** `payload` may be empty; `facts` are those that `claimFactNames` lists for the event. */
export function claimMissing(
  type: ClaimEvent,
  sender: { by: string; as: Actor; at: string },
  payload: JsonObject,
  context: ClaimContext,
  facts: JsonObject,
): MissingPart[] {
  const rule = rules[type] as (asked: Asked<ClaimEvent>) => ReturnType<(typeof rules)[ClaimEvent]>
  return found(rule({ ...sender, payload, context, facts } as Asked<ClaimEvent>))
}

/** Whether anything that blocks is missing: the guard `complete`. */
export function claimLacks({ type, by, as, at, payload, facts }: ClaimChartEvent, context: ClaimContext): boolean {
  return claimMissing(type, { by, as, at }, payload as JsonObject, context, facts as JsonObject).some(
    ({ hint }) => !hint,
  )
}
