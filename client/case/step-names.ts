// Which mutation takes each step of a claim, of a trial batch, of a visit and of a task.
import type { ClaimEvent } from '../../schema/claim-vocabulary.ts'
import type { TaskEvent } from '../../schema/task-vocabulary.ts'
import type { TrialEvent } from '../../schema/trial-vocabulary.ts'
import type { VisitEvent } from '../../schema/visit-vocabulary.ts'
import type { stepInputs } from '../generated/step-inputs.ts'

export type StepName = keyof typeof stepInputs

/** Null: a step that nobody takes by hand, or one with a page of its own. */
const ofClaim: Record<ClaimEvent, StepName | null> = {
  register: null,
  discard: null,
  tasksAnswered: null,
  deadlinePassed: null,
  amend: 'amendClaim',
  acknowledge: 'acknowledgeClaim',
  acceptForInvestigation: 'acceptClaimForInvestigation',
  declineFormally: 'declineClaim',
  merge: 'mergeClaim',
  sendTask: 'sendInvestigationTask',
  recordContainment: 'recordContainment',
  startConclusion: 'startConclusion',
  returnAnswer: 'returnAnswer',
  conclude: 'concludeClaim',
  returnToInvestigation: 'returnClaimToInvestigation',
  propose: 'proposeSettlement',
  approve: 'approveProposal',
  sendBack: 'sendProposalBack',
  withdrawProposal: 'withdrawProposal',
  customerAccepts: 'acceptOffer',
  customerDisputes: 'disputeOffer',
  withdrawOffer: 'withdrawOffer',
  reinvestigate: 'reinvestigateClaim',
  reviseOffer: 'reviseOffer',
  closeDisputed: 'closeDisputedClaim',
  executeLine: 'executeSettlementLine',
  reviseSettlement: 'reviseSettlement',
  close: 'closeClaim',
  reopen: 'reopenClaim',
  revive: 'reviveClaim',
  unmerge: 'unmergeClaim',
  withdraw: 'withdrawClaim',
  requestVisit: 'requestClaimVisit',
  changeSeverity: 'changeClaimSeverity',
  reassign: 'reassignClaim',
  requestInformation: 'requestInformation',
  awaitSample: 'awaitSample',
  provideInformation: 'provideInformation',
  receiveSample: 'receiveSample',
  stopWaiting: 'stopWaiting',
  requireImprovement: 'requireImprovement',
  startImprovement: 'startImprovement',
  chooseActions: 'chooseImprovementActions',
  implementActions: 'implementImprovementActions',
  judgeEffective: 'judgeImprovementEffective',
  judgeNotEffective: 'judgeImprovementNotEffective',
  completeImprovement: 'completeImprovement',
  waiveImprovement: 'waiveImprovement',
}

const ofTask: Record<TaskEvent, StepName | null> = {
  send: null,
  deadlinePassed: null,
  accept: 'acceptTask',
  return: 'returnTask',
  takeBack: 'takeBackTaskReturn',
  reassign: 'reassignTask',
  redirect: 'redirectTask',
  insist: 'insistOnTask',
  ask: 'askTaskSender',
  clarify: 'clarifyTask',
  answer: 'answerTask',
  verify: 'verifyTaskAnswer',
  rejectAnswer: 'rejectTaskAnswer',
  cancel: 'cancelTask',
}

const ofTrial: Record<TrialEvent, StepName | null> = {
  request: null,
  deadlinePassed: null,
  agreeRequirements: 'agreeTrialRequirements',
  submit: 'submitTrialRequirements',
  confirmFeasible: 'confirmTrialFeasible',
  returnRequirements: 'returnTrialRequirements',
  approve: 'approveTrialCost',
  sendBack: 'sendTrialBack',
  decline: 'declineTrial',
  reschedule: 'rescheduleTrial',
  start: 'startTrialProduction',
  produced: 'recordTrialProduction',
  stop: 'stopTrial',
  pass: 'passTrialInspection',
  fail: 'failTrialInspection',
  rework: 'reworkTrial',
  reworked: 'finishTrialRework',
  grantConcession: 'grantTrialConcession',
  received: 'recordTrialReceipt',
  recordLoss: 'recordTrialLoss',
  startProcessing: 'startTrialProcessing',
  recordProcessing: 'recordTrialProcessing',
  recordNotProcessed: 'recordTrialNotProcessed',
  approveForSupply: 'adoptTrial',
  reject: 'rejectTrial',
  repeat: 'repeatTrial',
  cancel: 'cancelTrial',
  hold: 'holdTrial',
  resume: 'resumeTrial',
  reassign: 'reassignTrial',
}

/** The report has a form of its own. */
const ofVisit: Record<VisitEvent, StepName | null> = {
  request: null,
  plan: null,
  submitReport: null,
  deadlinePassed: null,
  triage: 'triageVisit',
  propose: 'proposeVisitDate',
  confirm: 'confirmVisit',
  counterPropose: 'counterProposeVisit',
  prepare: 'prepareVisit',
  begin: 'beginVisit',
  finish: 'finishVisit',
  returnReport: 'returnVisitReport',
  confirmFinding: 'confirmVisitFinding',
  close: 'closeVisit',
  reopen: 'reopenVisit',
  postpone: 'postponeVisit',
  recordNoShow: 'recordVisitNoShow',
  cancel: 'cancelVisit',
  decline: 'declineVisit',
  reassign: 'reassignVisit',
}

const ofKind: Readonly<Record<string, Readonly<Record<string, StepName | null>>>> = {
  Claim: ofClaim,
  TrialBatch: ofTrial,
  Visit: ofVisit,
}

/** `kind` is the type of the case in the graph. */
export function caseStep(kind: string, event: string): StepName | null {
  return ofKind[kind]?.[event] ?? null
}

export function taskStep(event: string): StepName | null {
  return ofTask[event as TaskEvent] ?? null
}
