// What the events of a claim need to know from elsewhere: the command gathers it, the event records it.
import type { ClaimEvent, ContainmentOutcome, Remedy, SettlementKind } from '../../schema/claim-vocabulary.ts'
import type { RouteStep } from '../../schema/json.ts'
import type { TaskState } from '../../schema/task-vocabulary.ts'

/** Masses are tonnes as decimal text. `name` is what people call the thing: number of a piece, a heat, a task. */
export type GivenItemFact = { name: string | null; known: boolean; otherAccount: boolean; deliveredMass: string | null }
export type StoredItemFact = {
  id: string
  position: number
  identified: boolean
  defect: string | null
  claimedMass: string | null
}
export type SisterFact = { pieceId: string; name: string; heat: string; outcome: ContainmentOutcome | null }
export type TargetFact = {
  id: string
  number: string
  itself: boolean
  sameAccount: boolean
  open: boolean
  mergedInto: string | null
}
export type ProposalFact = { number: number; hash: string; route: RouteStep[]; possibleApprovers: string[][] }
export type LineFact = { id: string; position: number; kind: SettlementKind; departmentId: string | null }
export type ExecutedLineFact = { itemId: string | null; kind: SettlementKind; mass: string | null }
export type NamedTask = { id: string; number: string }

export type ClaimFacts = {
  /**
   * For each entry of the payload's `items`, in the same order ([] when it has none): `name` of the piece or heat, null when the
   * item names neither; `known` = the named piece or heat exists (true when none is named); `otherAccount` = the piece was
   * delivered to an account other than the claim's, or the heat to other accounts only; `deliveredMass` = mass delivered to
   * the account of that piece or heat, null when unidentified.
   */
  givenItems: GivenItemFact[]
  /** The stored items in order of position (from 1). `identified` = piece, heat, or the reason why it is not identified. */
  items: StoredItemFact[]
  /** The stored remedy sought. */
  remedySought: Remedy | null
  /** The same defect on the same line, grade, heat or account was claimed within 12 months before `at` (merged and withdrawn claims left out). */
  repeat: boolean
  /** Whether the payload's `promisedAnswerAt` falls on a working day of the plant's calendar; null without one. */
  promisedOnWorkingDay: boolean | null
  /** Language of the contact who is to get the letter; null when the claim and its account have no contact with one. */
  contactLanguage: string | null
  /**
   * The proposal that this event would make: `number` = highest number of the claim's proposals + 1; `hash` over its lines, or over ground and claimed
   * amount for a refusal; `route` by the amount with this event counted ([] = nobody has to approve); `possibleApprovers` one
   * list of person ids per step: who holds one of `of` and is present, or stands in for an absent holder who has not proposed on this claim. Proposers need not
   * be left out, the chart does it. Without lines in the payload: the route of amount 0 for `propose`.
   */
  proposal: ProposalFact
  /** The claim named by the payload's `targetId`; null when none is named or the sender may not see it. `open` = its state has the tag open; `mergedInto` = number of the claim it was merged into. */
  target: TargetFact | null
  /** An accepted offer of the claim this one was merged into has a line on an item that came from this claim. */
  targetSettled: boolean
  /** Tasks of the case with purpose `investigation` in state open, inProgress, awaitingSender or returned. The task whose step causes the event is counted in its new state. */
  openInvestigationTasks: NamedTask[]
  /** The task named by the payload's `taskId` when it belongs to this case, else null. */
  task: (NamedTask & { state: TaskState }) | null
  /** Pieces of the heats of the stored items which are not items themselves, with what was recorded before this event. */
  sisters: SisterFact[]
  /** Numbers of linked visits that have no submitted report. */
  unreportedVisits: string[]
  /** Executed lines of all proposals of the claim. */
  executedLines: ExecutedLineFact[]
  /** Lines of the current (highest numbered, not refusing) proposal that are not executed, without kind `none`, in order of position. */
  linesToExecute: LineFact[]
  /** The account's own replacement period in calendar days; null = the default holds. */
  replacementDays: number | null
  /** The account's contract says that silence is acceptance. */
  silenceAccepts: boolean
  /** How the sender is entitled to the current step of the pending proposal: as holder (`onBehalfOf` null) or as deputy of an absent holder; null when not at all. Needs the context's proposal. */
  approver: { onBehalfOf: string | null } | null
  /** As concluded; null when nothing was concluded. */
  ourFault: boolean | null
  /** An apology was recorded before. */
  apologySent: boolean
  /** Promises to the customer that are not kept yet: text and due moment. */
  openPromises: { text: string; dueAt: string }[]
  /** The 8D's actions in order of position (from 1). */
  improvementActions: { position: number; description: string }[]
}

export type ClaimFactName = keyof ClaimFacts

/** The facts that each event carries; the other events need none. */
export const claimFactNames = {
  register: ['givenItems'],
  amend: ['givenItems'],
  acknowledge: ['promisedOnWorkingDay', 'contactLanguage'],
  acceptForInvestigation: ['items', 'remedySought', 'repeat'],
  declineFormally: ['proposal'],
  merge: ['target'],
  recordContainment: ['sisters'],
  tasksAnswered: ['openInvestigationTasks'],
  startConclusion: ['openInvestigationTasks'],
  returnAnswer: ['task'],
  conclude: ['openInvestigationTasks', 'sisters', 'unreportedVisits'],
  propose: ['items', 'executedLines', 'proposal'],
  approve: ['approver'],
  sendBack: ['approver'],
  customerAccepts: ['linesToExecute', 'replacementDays'],
  executeLine: ['linesToExecute'],
  close: ['linesToExecute', 'ourFault', 'apologySent', 'openPromises'],
  unmerge: ['targetSettled'],
  changeSeverity: ['repeat'],
  implementActions: ['improvementActions'],
  deadlinePassed: ['linesToExecute', 'replacementDays', 'silenceAccepts'],
} as const satisfies Partial<Record<ClaimEvent, readonly ClaimFactName[]>>

type Named = typeof claimFactNames

/** The facts of one event. */
export type FactsFor<E extends ClaimEvent> = E extends keyof Named
  ? Pick<ClaimFacts, Named[E][number]>
  : Record<never, never>
