// A plainly fictional claim for the chart's tests: complete payloads and facts for every event.
import type { ClaimEvent } from '../../schema/claim-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { ChartEvent, Effect } from '../../server/workflows/chart.ts'
import { charts } from '../../server/workflows/charts.ts'
import type { ClaimContext } from '../../server/workflows/claim-context.ts'
import type { ClaimFacts } from '../../server/workflows/claim-facts.ts'
import type { ClaimPayloads } from '../../server/workflows/claim-payloads.ts'
import { type Refusal, type Stepped, step } from '../../server/workflows/step.ts'

export const monday = '2026-03-02T08:00:00.000Z'

export function daysLater(days: number, from = monday): string {
  return new Date(Date.parse(from) + days * 24 * 60 * 60 * 1000).toISOString()
}

/** A complete payload for every event. */
export const payloads: ClaimPayloads = {
  register: { accountId: 'account-1', whatHappened: 'Edges of two coils are cracked', receivedAt: monday },
  discard: {},
  amend: { items: [{ pieceId: 'coil-1', defect: 'edgeCrack', claimedMass: '10.000' }] },
  acknowledge: { promisedAnswerAt: daysLater(8) },
  acceptForInvestigation: { analystId: 'analyst-1', severity: 'minor' },
  declineFormally: { ground: 'withinStandard', goodwillReview: 'Reviewed, none', letter: 'We regret' },
  merge: { targetId: 'claim-2' },
  sendTask: { departmentId: 'rolling', question: 'Which tension?', dueAt: daysLater(3) },
  recordContainment: { none: 'The heat made no other coil' },
  tasksAnswered: {},
  startConclusion: { reason: 'The cause is known' },
  returnAnswer: { taskId: 'task-1', comment: 'Which shift?' },
  conclude: {
    occurrenceCause: 'tension',
    escapeCause: 'notInspected',
    systemCause: 'noLimit',
    qualityLayer: 'standard',
    chainStage: 'loading',
    ourFault: true,
    shares: [
      { departmentId: 'rolling', percent: '66.67' },
      { departmentId: 'quality', percent: '33.33' },
    ],
  },
  returnToInvestigation: { reason: 'The cause does not fit' },
  propose: { lines: [{ itemId: 'item-1', kind: 'priceAllowance', mass: '10.000', amount: '900.00', currency: 'USD' }] },
  approve: { number: 1, hash: 'hash-1' },
  sendBack: { reason: 'Too much', advice: 'revise' },
  withdrawProposal: {},
  customerAccepts: { acceptedAt: monday, letter: 'We agree' },
  customerDisputes: { reason: 'Too little' },
  withdrawOffer: { reason: 'Wrong amount', letter: 'A better offer follows' },
  reinvestigate: {},
  reviseOffer: {},
  closeDisputed: { reason: 'No agreement', offerOpenUntil: daysLater(200) },
  executeLine: { lineId: 'line-1', documentNumber: 'CN-1' },
  reviseSettlement: { reason: 'The coil was used after all' },
  close: {
    selfCheck: {
      answeredInTime: true,
      promisesKept: true,
      causeExplained: true,
      documentsComplete: false,
      lessonShared: true,
    },
    apologySent: true,
  },
  reopen: { reason: 'It came back' },
  revive: { reason: 'The photos came' },
  unmerge: { reason: 'Another defect' },
  withdraw: { letter: 'It was our own fault' },
  requestVisit: { reason: 'To look at the line' },
  changeSeverity: { severity: 'irritation' },
  reassign: { seat: 'owner', personId: 'engineer-2' },
  requestInformation: { questions: ['Photos of the edge'] },
  awaitSample: { trackingNumber: 'TR-77' },
  provideInformation: { whatCame: 'Four photos' },
  receiveSample: {},
  stopWaiting: { reason: 'Enough is known' },
  requireImprovement: { reason: 'It will come again' },
  startImprovement: {
    team: 'Rolling, quality',
    description: 'Cracks',
    containment: 'Held',
    ownerId: 'analyst-1',
    dueAt: daysLater(40),
  },
  chooseActions: {
    occurrenceEvidence: 'Trial 12',
    escapeEvidence: 'Inspection plan',
    actions: [{ description: 'Limit the tension', ownerId: 'head-1', dueOn: '2026-04-01' }],
  },
  implementActions: { actions: [{ position: 1, implementedOn: '2026-03-01', evidence: 'Screen picture' }] },
  judgeEffective: {
    before: { from: '2025-10-01', to: '2025-12-31', count: 10 },
    after: { from: '2026-01-01', to: '2026-04-02', count: 5 },
  },
  judgeNotEffective: {},
  completeImprovement: { prevention: 'Control plan of both lines', thanks: 'Thank you' },
  waiveImprovement: { reason: 'The line was scrapped' },
  deadlinePassed: { clock: 'answer' },
}

/** Facts under which nothing is missing and nobody has to approve; tests override what they are about. */
export const facts: ClaimFacts = {
  givenItems: [{ name: 'C-1', known: true, otherAccount: false, deliveredMass: '10.000' }],
  items: [{ id: 'item-1', position: 1, identified: true, defect: 'edgeCrack', claimedMass: '10.000' }],
  remedySought: 'priceAllowance',
  repeat: false,
  promisedOnWorkingDay: true,
  contactLanguage: 'en',
  proposal: { number: 1, hash: 'hash-1', route: [], possibleApprovers: [] },
  target: { id: 'claim-2', number: 'C-2026-000002', itself: false, sameAccount: true, open: true, mergedInto: null },
  targetSettled: false,
  openInvestigationTasks: [],
  task: { id: 'task-1', number: 'T-1', state: 'answered' },
  sisters: [],
  unreportedVisits: [],
  executedLines: [],
  linesToExecute: [{ id: 'line-1', position: 1, kind: 'priceAllowance', departmentId: null }],
  replacementDays: null,
  silenceAccepts: false,
  approver: { onBehalfOf: null },
  ourFault: true,
  apologySent: false,
  openPromises: [],
  improvementActions: [{ position: 1, description: 'Limit the tension' }],
}

/** The role that ordinarily sends the event. */
export const senders: Partial<Record<ClaimEvent, Actor>> = {
  register: 'csEngineer',
  acceptForInvestigation: 'csLead',
  declineFormally: 'csLead',
  sendTask: 'analyst',
  recordContainment: 'analyst',
  conclude: 'analyst',
  approve: 'management',
  customerAccepts: 'customerContact',
  implementActions: 'departmentHead',
}

export const claim = charts.claim

export interface Change<E extends ClaimEvent = ClaimEvent> {
  payload?: Partial<ClaimPayloads[E]>
  facts?: Partial<ClaimFacts>
  as?: Actor
  by?: string
  at?: string
}

/** A complete event of this type for a claim with this context, with what the test changes. */
export function eventOf<E extends ClaimEvent>(
  type: E,
  change: Change<E> = {},
  context: Partial<ClaimContext> = {},
): ChartEvent {
  const narrowed = claim.narrowedTo(type, context as JsonObject)
  const as = change.as ?? narrowed?.[0] ?? senders[type] ?? 'csLead'
  const by = change.by ?? (as === 'system' ? 'system' : `${as}-1`)
  const all: Partial<ClaimFacts> = { ...facts, ...change.facts }
  const named = Object.entries(all).filter(([name]) => claim.factsOf(type).includes(name))
  return {
    type,
    at: change.at ?? monday,
    by,
    as,
    payload: { ...payloads[type], ...change.payload } as JsonObject,
    facts: Object.fromEntries(named) as JsonObject,
  }
}

/** A claim on its way: sends events, keeps the stored snapshot as JSON text would, collects effects. */
export class ClaimOnItsWay {
  snapshot: JsonObject | null = null
  effects: Effect[] = []
  last: Stepped | null = null
  now = monday

  get context(): ClaimContext {
    return (this.snapshot?.context ?? {}) as unknown as ClaimContext
  }

  get states(): string[] {
    return this.last?.to ?? []
  }

  /** Sends an event that must be taken. */
  send<E extends ClaimEvent>(type: E, change: Change<E> = {}): this {
    const result = this.attempt(type, change)
    if (!result.moved) throw new Error(`${type} was refused: ${JSON.stringify(result.refusal)}`)
    return this
  }

  /** Sends an event that must be refused. */
  refusal<E extends ClaimEvent>(type: E, change: Change<E> = {}): Refusal {
    const result = this.attempt(type, change)
    if (result.moved) throw new Error(`${type} was taken to ${result.to.join(', ')}`)
    return result.refusal
  }

  /** Codes of what blocks an event that must be refused as invalid. */
  lacks<E extends ClaimEvent>(type: E, change: Change<E> = {}): string[] {
    const refusal = this.refusal(type, change)
    if (refusal.kind !== 'invalid') throw new Error(`${type} was refused as ${refusal.kind}`)
    return refusal.missing.filter(({ hint }) => !hint).map(({ code }) => code)
  }

  at(now: string): this {
    this.now = now
    return this
  }

  private attempt<E extends ClaimEvent>(type: E, change: Change<E>) {
    const result = step(claim, this.snapshot, eventOf(type, { at: this.now, ...change }, this.context))
    if (result.moved) {
      this.snapshot = JSON.parse(JSON.stringify(result.snapshot))
      this.last = result
      this.effects = result.effects
    }
    return result
  }
}
