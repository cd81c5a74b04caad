// What the sender of each event of a trial batch gives; stored with the event in the history.
import type {
  IndicatorDirection,
  IndicatorGroup,
  ProcessingMeasure,
  TrialClock,
  TrialReason,
} from '../../schema/trial-vocabulary.ts'
import type { ChainStage } from '../../schema/vocabulary.ts'

/** What the customer asks of one indicator: at least one of `min` and `max`, decimal text in `unit`. */
export type RequirementInput = {
  group: IndicatorGroup
  indicator: string
  unit: string
  min?: string | null
  max?: string | null
  /** Property of the inspection certificate that measures it, such as `C` or `Rm`. */
  property?: string | null
}

/** One measured value of an indicator of the requirement set, of a heat or a coil; decimal text with its unit. */
export type MeasurementInput = {
  requirementId: string
  value: string
  unit: string
  heatId?: string | null
  pieceId?: string | null
}

/** What came of the material, or of one variant of it. Masses: tonnes as decimal text. */
export type ProcessingLine = {
  heatId?: string | null
  inputMass: string
  goodMass: string
  /** Why the good output is above the input: a coating, a lining. */
  reasonAbove?: string | null
  stops: number
  pieces: number
  /** How easily it was processed, 1 to 5. */
  rating: number
  note?: string | null
}

/**
 * A competitor's value of an indicator, as measured or told at the customer, beside ours. With `measure` ours is the result of
 * processing, and name, unit and direction follow from it; without, all of them are given.
 */
export type CompetitorValue = {
  productId: string
  theirs: string
  measure?: ProcessingMeasure | null
  indicator?: string | null
  unit?: string | null
  direction?: IndicatorDirection | null
  ours?: string | null
}

/** Moments are UTC ISO text, days are `2026-03-31`. A field with `?` may be left out. */
export type TrialPayloads = {
  request: {
    accountId: string
    productId: string
    aim: string
    reason: TrialReason
    /** The claim behind the reason `claim`. */
    claimId?: string | null
    /** The competitor's product behind the reason `competitorGap`. */
    competitorProductId?: string | null
    /** The need, the gap or the idea in words. */
    reasonText?: string | null
  }
  agreeRequirements: Record<string, never>
  /** `requirements` is the whole set; `tasks` ask the departments whether it can be made. */
  submit: {
    requirements: RequirementInput[]
    tasks?: { departmentId: string; question: string; dueAt: string }[] | null
  }
  confirmFeasible: { cost: string; currency: string; comment?: string | null }
  returnRequirements: { reason: string }
  approve: { comment?: string | null }
  sendBack: { reason: string }
  decline: { reason: string; letter: string }
  reschedule: { slotAt: string; tonnage: string; plannedHeats: number }
  start: Record<string, never>
  produced: {
    heats: { heatId: string; variant?: string | null }[]
    pieceIds: string[]
    cardChanges?: { parameter: string; before: string; after: string; reason?: string | null }[] | null
  }
  stop: { reason: string }
  pass: { measurements?: MeasurementInput[] | null; certificateId: string }
  fail: { measurements?: MeasurementInput[] | null; certificateId?: string | null; note?: string | null }
  rework: { instruction: string }
  reworked: { note?: string | null }
  grantConcession: { groups: IndicatorGroup[]; signedBy: string; signedOn: string; document: string }
  received: { receivedAt: string; stages: { stage: ChainStage; at: string; note?: string | null }[] }
  recordLoss: { reason: string }
  startProcessing: { startedAt: string; place: string; attended: boolean; notAttendedReason?: string | null }
  recordProcessing: {
    lines: ProcessingLine[]
    /** Asked for where the start of processing was not recorded. */
    attended?: boolean | null
    notAttendedReason?: string | null
    place?: string | null
    competitors?: CompetitorValue[] | null
  }
  recordNotProcessed: { reason: string }
  approveForSupply: { verdict: string; signatory: string; signedOn: string; orderId?: string | null }
  reject: { verdict: string; signatory: string; signedOn: string }
  repeat: { reason: string }
  cancel: { reason: string; material?: string | null }
  hold: { reason: string; until: string }
  resume: { note?: string | null }
  reassign: { personId: string; reason?: string | null }
  deadlinePassed: { clock: TrialClock }
}
