// What the sender of each event of a claim gives; stored with the event in the history.
import type {
  Advice,
  ClaimClock,
  ClaimSeat,
  ContainmentOutcome,
  Remedy,
  SelfCheckLine,
  SettlementKind,
} from '../../schema/claim-vocabulary.ts'
import type { TaskPurpose } from '../../schema/task-vocabulary.ts'
import type { ChainStage, Channel, QualityLayer, Severity, Stage } from '../../schema/vocabulary.ts'

/** An item as the sender gives it: `id` keeps a stored item. Material is a piece or a heat, else the reason why it is not identified. Masses: tonnes as decimal text. */
export type ItemInput = {
  id?: string | null
  pieceId?: string | null
  heatId?: string | null
  unidentifiedReason?: string | null
  defect?: string | null
  claimedMass?: string | null
  inspectedMass?: string | null
  note?: string | null
}

/** A settlement line as proposed. `mass` in tonnes, `amount` in `currency`, both decimal text; a refused part is a line `none` with its ground. */
export type LineInput = {
  itemId?: string | null
  kind: SettlementKind
  mass?: string | null
  amount?: string | null
  currency?: string | null
  departmentId?: string | null
  ground?: string | null
}

/** A count over days written as `2026-03-31`, both days included. */
export type CountedPeriod = { from: string; to: string; count: number }

/** Moments are UTC ISO text, days are `2026-03-31`, percents decimal text. A field with `?` may be left out. */
export type ClaimPayloads = {
  register: {
    accountId: string
    whatHappened: string
    receivedAt: string
    channel?: Channel | null
    severity?: Severity | null
    stage?: Stage | null
    remedySought?: Remedy | null
    contactId?: string | null
    items?: ItemInput[] | null
  }
  discard: Record<string, never>
  /** `items`, when given, is the whole new list. */
  amend: {
    items?: ItemInput[] | null
    whatHappened?: string | null
    stage?: Stage | null
    remedySought?: Remedy | null
    contactId?: string | null
  }
  acknowledge: { promisedAnswerAt: string; letter?: string | null }
  acceptForInvestigation: { analystId: string; severity: Severity }
  declineFormally: { ground: string; goodwillReview: string; letter: string }
  merge: { targetId: string; reason?: string | null }
  sendTask: { departmentId: string; question: string; dueAt: string; purpose?: TaskPurpose | null }
  /** `none` is the reason why there is no sister piece to look at. */
  recordContainment: {
    pieces?: { pieceId: string; outcome?: ContainmentOutcome | null }[] | null
    none?: string | null
  }
  tasksAnswered: Record<string, never>
  startConclusion: { reason?: string | null }
  returnAnswer: { taskId: string; comment: string }
  conclude: {
    occurrenceCause: string
    escapeCause: string
    systemCause: string
    qualityLayer: QualityLayer
    chainStage: ChainStage
    ourFault: boolean
    shares: { departmentId: string; percent: string }[]
  }
  returnToInvestigation: { reason: string }
  propose: { lines: LineInput[]; letter?: string | null }
  approve: { number: number; hash: string }
  sendBack: { reason: string; advice: Advice }
  withdrawProposal: { reason?: string | null }
  customerAccepts: { acceptedAt: string; letter: string }
  customerDisputes: { reason: string }
  withdrawOffer: { reason: string; letter: string }
  reinvestigate: { reason?: string | null }
  reviseOffer: { reason?: string | null }
  /** `offerOpenUntil` is asked for while an offer stands. */
  closeDisputed: { reason: string; offerOpenUntil?: string | null }
  executeLine: { lineId: string; documentNumber: string }
  reviseSettlement: { reason: string }
  /** Each line of the self-check answered yes or no; `apologySent` says that the customer has our apology. */
  close: { selfCheck: Partial<Record<SelfCheckLine, boolean>>; apologySent?: boolean | null }
  reopen: { reason: string }
  revive: { reason: string }
  unmerge: { reason: string }
  withdraw: { letter: string; reason?: string | null }
  requestVisit: { reason: string }
  changeSeverity: { severity: Severity; reason?: string | null }
  reassign: { seat: ClaimSeat; personId: string; reason?: string | null }
  /** What is missing, one line each. */
  requestInformation: { questions: string[] }
  awaitSample: { trackingNumber: string }
  provideInformation: { whatCame: string }
  receiveSample: { note?: string | null }
  stopWaiting: { reason: string }
  requireImprovement: { reason: string }
  startImprovement: { team: string; description: string; containment: string; ownerId: string; dueAt: string }
  chooseActions: {
    occurrenceEvidence: string
    escapeEvidence: string
    actions: { description: string; ownerId: string; dueOn: string }[]
  }
  /** `position` is the action's place in the list, counted from 1. */
  implementActions: { actions: { position: number; implementedOn: string; evidence: string }[] }
  judgeEffective: { before: CountedPeriod; after: CountedPeriod }
  judgeNotEffective: { before?: CountedPeriod | null; after?: CountedPeriod | null; reason?: string | null }
  completeImprovement: { prevention: string; thanks: string }
  waiveImprovement: { reason: string }
  deadlinePassed: { clock: ClaimClock; lineId?: string | null }
}
