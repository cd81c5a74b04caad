// For each event of a claim: its mutation, who ordinarily sends it, and an input that lacks nothing (ids as in the database).
import type { ClaimEvent, SettlementKind } from '../../schema/claim-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import { type Customer, later, type Who, type World } from './world.ts'

export type SentEvent = Exclude<ClaimEvent, 'register' | 'discard' | 'tasksAnswered' | 'deadlinePassed'>
export type Sender = Who | 'contact'

/** What an input is made from: the claim as a test drives it. */
interface Claimed {
  world: World
  customer: Customer
  sibling(): Promise<{ key: string }>
  tasks(): Promise<{ id: string }[]>
  linesToExecute(): Promise<{ id: string }[]>
  pending(): Promise<{ number: number; hash: string }>
  lines(...lines: [kind: SettlementKind, mass: string, amount: string][]): Promise<JsonObject>
}

interface Sending {
  mutation: string
  who: Sender
  /** What lacks nothing; `given` goes over it. */
  input: (claim: Claimed, given: JsonObject) => JsonObject | Promise<JsonObject>
}

const day = (at: Date) => at.toISOString().slice(0, 10)
const because = () => ({ reason: 'It has to be so' })
const nothing = () => ({})

export const sendings: Record<SentEvent, Sending> = {
  amend: {
    mutation: 'amendClaim',
    who: 'engineer',
    input: () => ({ whatHappened: 'Wavy edges, seen on the first cut' }),
  },
  acknowledge: {
    mutation: 'acknowledgeClaim',
    who: 'engineer',
    input: () => ({ promisedAnswerAt: '2026-11-12T10:00:00.000Z' }),
  },
  acceptForInvestigation: {
    mutation: 'acceptClaimForInvestigation',
    who: 'lead',
    input: ({ world }) => ({ analystId: world.people.analyst.id, severity: 'minor' }),
  },
  declineFormally: {
    mutation: 'declineClaim',
    who: 'lead',
    input: () => ({ ground: 'withinTolerance', goodwillReview: 'Reviewed, not chosen', letter: 'We regret' }),
  },
  merge: {
    mutation: 'mergeClaim',
    who: 'lead',
    input: async (claim, given) => ({ targetId: given.targetId ?? (await claim.sibling()).key }),
  },
  sendTask: {
    mutation: 'sendInvestigationTask',
    who: 'analyst',
    input: ({ world }) => ({
      departmentId: world.departments.rollingMill ?? '',
      question: 'Which tension?',
      dueAt: later(world, 3).toISOString(),
    }),
  },
  recordContainment: {
    mutation: 'recordContainment',
    who: 'analyst',
    input: ({ customer }) => ({ pieces: [{ pieceId: customer.coils[1] ?? '', outcome: 'held' }] }),
  },
  startConclusion: { mutation: 'startConclusion', who: 'analyst', input: () => ({ reason: 'The cause is known' }) },
  returnAnswer: {
    mutation: 'returnAnswer',
    who: 'analyst',
    input: async (claim) => ({ taskId: (await claim.tasks()).at(-1)?.id ?? '', comment: 'Which shift?' }),
  },
  conclude: {
    mutation: 'concludeClaim',
    who: 'analyst',
    input: ({ world }) => ({
      occurrenceCause: 'wrongSetting',
      escapeCause: 'notInspected',
      systemCause: 'noStandard',
      qualityLayer: 'standard',
      chainStage: 'loading',
      ourFault: true,
      shares: [{ departmentId: world.departments.rollingMill ?? '', percent: '100' }],
    }),
  },
  returnToInvestigation: { mutation: 'returnClaimToInvestigation', who: 'lead', input: because },
  propose: {
    mutation: 'proposeSettlement',
    who: 'lead',
    input: (claim) => claim.lines(['priceAllowance', '8.420', '500.00']),
  },
  approve: { mutation: 'approveProposal', who: 'lead2', input: (claim) => claim.pending() },
  sendBack: { mutation: 'sendProposalBack', who: 'lead2', input: () => ({ reason: 'Too much', advice: 'decline' }) },
  withdrawProposal: { mutation: 'withdrawProposal', who: 'lead', input: nothing },
  customerAccepts: {
    mutation: 'acceptOffer',
    who: 'engineer',
    input: ({ world }) => ({ acceptedAt: world.time.toISOString(), letter: 'We agree' }),
  },
  customerDisputes: { mutation: 'disputeOffer', who: 'engineer', input: because },
  withdrawOffer: {
    mutation: 'withdrawOffer',
    who: 'lead',
    input: () => ({ reason: 'Wrong sum', letter: 'A better one follows' }),
  },
  reinvestigate: { mutation: 'reinvestigateClaim', who: 'lead', input: nothing },
  reviseOffer: { mutation: 'reviseOffer', who: 'lead', input: nothing },
  closeDisputed: {
    mutation: 'closeDisputedClaim',
    who: 'board1',
    input: ({ world }) => ({ reason: 'No agreement', offerOpenUntil: later(world, 200).toISOString() }),
  },
  executeLine: {
    mutation: 'executeSettlementLine',
    who: 'lead',
    input: async (claim) => ({ lineId: (await claim.linesToExecute())[0]?.id ?? '', documentNumber: 'CN-1' }),
  },
  reviseSettlement: { mutation: 'reviseSettlement', who: 'lead', input: because },
  close: {
    mutation: 'closeClaim',
    who: 'engineer',
    input: () => ({
      selfCheck: {
        answeredInTime: true,
        promisesKept: true,
        causeExplained: true,
        documentsComplete: false,
        lessonShared: true,
      },
      apologySent: true,
    }),
  },
  reopen: { mutation: 'reopenClaim', who: 'lead', input: because },
  revive: { mutation: 'reviveClaim', who: 'lead', input: because },
  unmerge: { mutation: 'unmergeClaim', who: 'lead', input: because },
  withdraw: { mutation: 'withdrawClaim', who: 'engineer', input: () => ({ letter: 'It was our own fault' }) },
  requestVisit: { mutation: 'requestClaimVisit', who: 'engineer', input: because },
  changeSeverity: { mutation: 'changeClaimSeverity', who: 'lead', input: () => ({ severity: 'irritation' }) },
  reassign: {
    mutation: 'reassignClaim',
    who: 'lead',
    input: ({ world }) => ({ seat: 'owner', personId: world.people.engineer2.id }),
  },
  requestInformation: {
    mutation: 'requestInformation',
    who: 'engineer',
    input: () => ({ questions: ['Photographs of the edge'] }),
  },
  awaitSample: { mutation: 'awaitSample', who: 'engineer', input: () => ({ trackingNumber: 'TR-77' }) },
  provideInformation: {
    mutation: 'provideInformation',
    who: 'engineer',
    input: () => ({ whatCame: 'Four photographs' }),
  },
  receiveSample: { mutation: 'receiveSample', who: 'engineer', input: nothing },
  stopWaiting: { mutation: 'stopWaiting', who: 'analyst', input: because },
  requireImprovement: { mutation: 'requireImprovement', who: 'lead', input: because },
  startImprovement: {
    mutation: 'startImprovement',
    who: 'analyst',
    input: ({ world }) => ({
      team: 'Rolling, quality',
      description: 'Wavy edges after the change of rolls',
      containment: 'Sister coils are held',
      ownerId: world.people.analyst.id,
      dueAt: later(world, 40).toISOString(),
    }),
  },
  chooseActions: {
    mutation: 'chooseImprovementActions',
    who: 'analyst',
    input: ({ world }) => ({
      occurrenceEvidence: 'Trial 12',
      escapeEvidence: 'Inspection plan',
      actions: [{ description: 'Limit the tension', ownerId: world.people.millHead.id, dueOn: day(later(world, 20)) }],
    }),
  },
  implementActions: {
    mutation: 'implementImprovementActions',
    who: 'analyst',
    input: ({ world }) => ({
      actions: [{ position: 1, implementedOn: day(world.time), evidence: 'Picture of the screen' }],
    }),
  },
  judgeEffective: {
    mutation: 'judgeImprovementEffective',
    who: 'analyst',
    input: () => ({
      before: { from: '2026-05-01', to: '2026-05-31', count: 10 },
      after: { from: '2026-10-01', to: '2026-10-31', count: 2 },
    }),
  },
  judgeNotEffective: {
    mutation: 'judgeImprovementNotEffective',
    who: 'analyst',
    input: () => ({ reason: 'It came again' }),
  },
  completeImprovement: {
    mutation: 'completeImprovement',
    who: 'lead',
    input: () => ({ prevention: 'Control plans of both lines', thanks: 'Thank you' }),
  },
  waiveImprovement: { mutation: 'waiveImprovement', who: 'lead', input: because },
}
