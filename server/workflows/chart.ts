// What every chart offers to the engine, whatever it is a chart of.
import type { AnyStateMachine } from 'xstate'
import type { JsonObject } from '../../schema/json.ts'
import type { Actor, CaseKind } from '../../schema/vocabulary.ts'

/** An event as it is recorded: `at` is UTC ISO text, `by` a person's or contact's id or `system`, `facts` what the guard needed from elsewhere. */
export interface ChartEvent<Type extends string = string> {
  type: Type
  at: string
  by: string
  as: Actor
  payload: JsonObject
  facts: JsonObject
}

/** One thing an event still lacks. `input`: the sender fills `field` of the event; `case`: the case must change first. A hint does not block. */
export interface MissingPart {
  code: string
  source: 'input' | 'case'
  field: string | null
  params: Record<string, string | number>
  hint: boolean
}

/** What the engine is to carry out or queue in the transaction of the step. */
export interface Effect {
  name: string
  params: JsonObject
}

export interface Chart {
  kind: CaseKind | 'task'
  /** Version of the chart that snapshots are stored under. */
  version: number
  /** Every transition that can lack something is guarded by `complete`: nothing that blocks is missing. */
  machine: AnyStateMachine
  /** Event words of the chart, the main next step of a state before what can be done besides. */
  events: readonly string[]
  /** Those of them that carry the case on: people wait for them. */
  mainSteps: readonly string[]
  /** Names of the facts that `missing` and the chart's guards and actions read for an event. */
  factsOf(event: string): readonly string[]
  /** Who may send the event given the context (round 3: management …); null where the permission table alone decides. */
  narrowedTo(event: string, context: JsonObject): readonly Actor[] | null
  /** Whether this very person may not send it although the role may (approve without being an approver, take back another's return). */
  forbids(event: string, by: string, context: JsonObject, facts: JsonObject): boolean
  /** What the event still lacks, given its payload (may be empty), the context and the facts. */
  missing(
    event: string,
    sender: { by: string; as: Actor; at: string },
    payload: JsonObject,
    context: JsonObject,
    facts: JsonObject,
  ): MissingPart[]
  /** Upgrade steps by the version they start from. */
  upgrades: Readonly<Record<number, (snapshot: JsonObject) => JsonObject>>
}
