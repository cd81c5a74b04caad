// What the sender of each event of a visit gives; stored with the event in the history.
import type { VisitBlock, VisitClock, VisitParty, VisitPurpose } from '../../schema/visit-vocabulary.ts'

/** What a request and a plan say. `caseId` is the claim or trial that the visit is about. */
export type VisitWish = {
  accountId: string
  reason: string
  purpose?: VisitPurpose | null
  caseId?: string | null
  /** Number of the order that the visit is about. */
  orderNumber?: string | null
  /** The customer comes to us: host and room are needed before it is confirmed. */
  incoming?: boolean | null
  contactId?: string | null
  /** The days he would like, as `2026-03-31`. */
  wishedFrom?: string | null
  wishedTo?: string | null
}

/** A finding of the report: one sentence in a block. */
export type FindingInput = { block: VisitBlock; text: string }

/** Moments are UTC ISO text, days are `2026-03-31`. A field with `?` may be left out. */
export type VisitPayloads = {
  request: VisitWish
  plan: VisitWish
  triage: {
    purpose: VisitPurpose
    engineerId: string
    /** Why it goes before the waiting visits of key accounts. */
    aheadReason?: string | null
  }
  propose: {
    startsAt: string
    endsAt: string
    place: string
    /** People of ours who take part, the engineer among them or not. */
    teamIds: string[]
    hostId?: string | null
    room?: string | null
  }
  confirm: { hostId?: string | null; room?: string | null; note?: string | null }
  counterPropose: { reason: string; wishedFrom?: string | null; wishedTo?: string | null }
  prepare: { note?: string | null }
  begin: { note?: string | null }
  finish: { note?: string | null }
  submitReport: { blocks: { block: VisitBlock; text: string }[]; findings?: FindingInput[] | null }
  returnReport: { comment: string }
  /** The customer's dated confirmation; only a lead closes a finding without one, with the reason. */
  confirmFinding: { findingId: string; confirmedOn?: string | null; reason?: string | null }
  close: { note?: string | null }
  reopen: { reason: string }
  postpone: { reason: string }
  recordNoShow: { whose: VisitParty; reason: string }
  cancel: { whose: VisitParty; reason: string }
  decline: { reason: string; letter: string }
  reassign: { personId: string; reason?: string | null }
  deadlinePassed: { clock: VisitClock }
}
