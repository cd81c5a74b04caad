// What each event of a trial batch still lacks: the one list behind the chart's guard and the actions a screen shows.
import type { JsonObject } from '../../schema/json.ts'
import type { TrialEvent } from '../../schema/trial-vocabulary.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { MissingPart } from './chart.ts'
import { type Checks, found } from './missing-part.ts'
import type { Asked, Rules } from './trial-asked.ts'
import type { TrialChartEvent, TrialContext } from './trial-context.ts'
import { agreementRules } from './trial-rules-agreement.ts'
import { makingRules } from './trial-rules-making.ts'
import { useRules } from './trial-rules-use.ts'

const rules: Rules<TrialEvent> = { ...agreementRules, ...makingRules, ...useRules }

/** `payload` may be empty; `facts` are those that `trialFactNames` lists for the event. */
export function trialMissing(
  type: TrialEvent,
  sender: { by: string; as: Actor; at: string },
  payload: JsonObject,
  context: TrialContext,
  facts: JsonObject,
): MissingPart[] {
  const rule = rules[type] as (asked: Asked<TrialEvent>) => Checks
  return found(rule({ ...sender, payload, context, facts } as Asked<TrialEvent>))
}

/** Whether anything that blocks is missing: the guard `complete`. */
export function trialLacks({ type, by, as, at, payload, facts }: TrialChartEvent, context: TrialContext): boolean {
  const missing = trialMissing(type, { by, as, at }, payload as JsonObject, context, facts as JsonObject)
  return missing.some(({ hint }) => !hint)
}
