// The words of the key-account visit: states, events, clocks, purposes and the blocks of its report.
import type { Words } from './vocabulary.ts'

export const visitStates = {
  requested: 'Asked for or planned; to be sorted by importance',
  triaged: 'Has its purpose and its engineer; a date is to be proposed',
  proposed: 'A date is proposed to the customer',
  confirmed: 'The customer agreed to the date',
  prepared: 'The dossier is made',
  underway: 'Takes place',
  reporting: 'Over; the report is being written',
  followUp: 'Reported; its findings are being followed up',
  closed: 'Every finding is confirmed',
  cancelled: 'Called off',
  declined: 'Refused',
} as const
export type VisitState = Words<typeof visitStates>

export const visitEvents = {
  request: 'Ask for a visit',
  plan: 'Plan a visit',
  triage: 'Give it its purpose and engineer',
  propose: 'Propose a date',
  confirm: 'The customer confirms',
  counterPropose: 'The customer wants another date',
  prepare: 'Prepare the visit',
  begin: 'Begin the visit',
  finish: 'Finish the visit',
  submitReport: 'Submit the report',
  returnReport: 'Return the report',
  confirmFinding: 'Record the confirmation of a finding',
  close: 'Close the visit',
  reopen: 'Reopen the visit',
  postpone: 'Postpone the visit',
  recordNoShow: 'Record that somebody did not come',
  cancel: 'Call the visit off',
  decline: 'Decline the visit',
  reassign: 'Give the visit to another owner',
  deadlinePassed: 'A clock passed its due time',
} as const
export type VisitEvent = Words<typeof visitEvents>

export const visitClocks = {
  visitRequest: 'Be with the customer who asked',
  visitFirstAnswer: 'Answer the request with a date',
  visitReport: 'Write the report of the visit',
  visitFollowUp: 'Follow up the findings',
} as const
export type VisitClock = Words<typeof visitClocks>

export const visitOrigins = {
  request: 'The customer asked for it',
  plan: 'We planned it',
} as const
export type VisitOrigin = Words<typeof visitOrigins>

export const visitPurposes = {
  claim: 'To look at a claim',
  keyAccount: 'The regular visit to a key account',
  importantOrder: 'To take part in the production of an important order',
  trialBatch: 'To take part in processing a trial batch',
  product: 'To talk about range and requirements',
  incoming: 'The customer visits us',
} as const
export type VisitPurpose = Words<typeof visitPurposes>

export const visitParties = {
  customer: 'The customer',
  ours: 'Our side',
} as const
export type VisitParty = Words<typeof visitParties>

export const visitBlocks = {
  claims: 'Open claims',
  delivery: 'Delivery, packaging, fastening',
  processing: 'Results of processing',
  competitors: "Competitors' products",
  needs: 'Range he could use and additional requirements',
  customerPlans: "The customer's plans",
  ourPlans: 'Our plans of improvement',
  offer: 'What we offer',
  knowledge: 'What we learnt of the customer',
  promises: 'Promises that were made',
} as const
export type VisitBlock = Words<typeof visitBlocks>

export const visitOutcomeKinds = {
  task: 'A task for a department',
  claim: 'A claim',
  need: 'A need of the customer',
  offer: 'An offer to him',
  plan: 'A plan, his or ours',
  competitor: 'A note on a competitor',
  recommendation: 'A recommendation to improve the product',
} as const
export type VisitOutcomeKind = Words<typeof visitOutcomeKinds>

/** STD-15: eight steps for more satisfaction. */
export const visitManners = {
  customersPlace: "Put himself in the customer's place",
  politeness: 'Was polite and gentle',
  appearance: 'Was clean and neat',
  attention: 'Showed attention and interest',
  likesJob: 'Let it be felt that he likes his work',
  letSpeak: 'Spoke less and let the customer speak',
  listening: 'Listened well',
  apology: 'Was the first to apologise for what was our fault',
} as const
export type VisitManner = Words<typeof visitManners>

export const dossierTopics = {
  claims: 'Open claims',
  promises: 'Promises not kept yet',
  trials: 'Trial batches',
  deliveries: 'Last deliveries',
  survey: 'Last answers to surveys',
  competitors: 'Notes on competitors',
  needs: 'Needs',
  plans: 'Plans of both sides',
  obligations: 'Obligations',
  visits: 'Visits before and their open findings',
} as const
export type DossierTopic = Words<typeof dossierTopics>

/** One thing to know; `number` is of the case it tells of, `at` ISO text; what is coded stands before the text, in the reader's words. */
export type DossierLine = { text: string; number: string | null; at: string | null; coded?: CodedWord[] | null }
export type CodedWord = { list: 'obligationKind' | 'obligationState' | 'planSide'; word: string }
/** What was known when the visit was prepared; `lines` is null where nothing of the topic is kept. */
export type VisitDossier = { sections: { topic: DossierTopic; lines: DossierLine[] | null }[] }
