// Who may do what: one row per action, one column per role, in the words of `Reach`.
import type { ClaimEvent } from '../../schema/claim-vocabulary.ts'
import type { TaskEvent } from '../../schema/task-vocabulary.ts'
import {
  administrator,
  analyst,
  anyone,
  customer,
  department,
  front,
  groupAndManagement,
  laboratory,
  lead,
  management,
  ownOrAdministrator,
  type Row,
  system,
} from './permission-reach.ts'
import { trialEvents } from './trial-permissions.ts'
import { visitEvents } from './visit-permissions.ts'

const claimEvents = {
  register: { ...front, ...customer },
  discard: { ...front, ...customer },
  amend: { ...front, ...analyst },
  acknowledge: front,
  acceptForInvestigation: lead,
  declineFormally: lead,
  merge: lead,
  sendTask: analyst,
  recordContainment: analyst,
  tasksAnswered: system,
  startConclusion: analyst,
  returnAnswer: analyst,
  conclude: analyst,
  returnToInvestigation: lead,
  propose: { ...lead, keyCustomerManager: 'managed' },
  approve: { ...lead, ...management },
  sendBack: { ...lead, ...management },
  withdrawProposal: { ...lead, keyCustomerManager: 'managed' },
  customerAccepts: { ...front, ...customer },
  customerDisputes: { ...front, ...customer },
  withdrawOffer: lead,
  reinvestigate: { ...lead, ...management },
  reviseOffer: { ...lead, ...management },
  closeDisputed: management,
  executeLine: { ...lead, ...department },
  reviseSettlement: lead,
  close: front,
  reopen: { ...lead, ...management },
  revive: lead,
  unmerge: lead,
  withdraw: front,
  requestVisit: { ...front, ...analyst },
  changeSeverity: { ...lead, ...analyst },
  reassign: lead,
  requestInformation: { ...front, ...analyst },
  awaitSample: { ...front, ...analyst },
  provideInformation: { ...front, ...customer },
  receiveSample: { ...front, ...analyst, ...laboratory },
  stopWaiting: { ...lead, ...analyst },
  requireImprovement: { ...lead, ...analyst },
  startImprovement: analyst,
  chooseActions: analyst,
  implementActions: { ...analyst, departmentHead: 'department' },
  judgeEffective: analyst,
  judgeNotEffective: analyst,
  completeImprovement: lead,
  waiveImprovement: { ...lead, ...management },
  deadlinePassed: system,
} as const satisfies Record<ClaimEvent, Row>

const sender = { ...front, ...analyst } as const
const taskEvents = {
  send: { ...front, ...analyst },
  accept: department,
  return: department,
  takeBack: department,
  reassign: { departmentHead: 'department' },
  redirect: sender,
  insist: lead,
  ask: department,
  clarify: sender,
  answer: department,
  verify: sender,
  rejectAnswer: sender,
  cancel: { ...sender, ...system },
  deadlinePassed: system,
} as const satisfies Record<TaskEvent, Row>

type Prefixed<P extends string, T> = { [K in Extract<keyof T, string> as `${P}.${K}`]: T[K] }
function prefixed<P extends string, T extends Record<string, Row>>(prefix: P, rows: T): Prefixed<P, T> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [`${prefix}.${name}`, row])) as Prefixed<P, T>
}

/** Actions: what a viewer does. */
export const actions = {
  'case.read': { ...groupAndManagement, ...department, ...administrator, ...customer },
  'case.comment': { ...groupAndManagement, ...department },
  'case.watch': { ...groupAndManagement, ...department },
  'case.linkCustomer': front,
  'notification.read': anyone,
  'notification.choose': anyone,
  'case.attach': { ...groupAndManagement, ...department, ...customer },
  'attachment.remove': lead,
  'attachment.show': front,
  'account.read': { ...groupAndManagement, ...department, ...administrator, ...customer },
  'account.create': { ...lead, keyCustomerManager: 'granted', ...administrator },
  'account.write': { ...lead, keyCustomerManager: 'managed', ...administrator },
  'contact.write': { ...front, ...administrator },
  'account.develop': { ...lead, keyCustomerManager: 'managed' },
  'account.talk': front,
  'segment.write': { ...lead, ...management },
  'material.read': {
    ...groupAndManagement,
    departmentResponder: 'granted',
    departmentHead: 'granted',
    ...administrator,
    ...customer,
  },
  'material.import': { ...front, ...analyst },
  'organization.read': anyone,
  'organization.write': administrator,
  'view.keep': anyone,
  'view.share': lead,
  'list.export': anyone,
  'absence.record': ownOrAdministrator,
  'recommendation.decide': { ...lead, keyCustomerManager: 'managed' },
  'recommendation.measure': { ...front, ...analyst },
  'competitor.write': { ...front, keyCustomerManager: 'granted', ...analyst },
  'draft.write': anyone,
  'survey.design': { ...lead, ...management },
  'survey.run': { ...lead, ...management },
  'survey.enter': { ...front, ...analyst },
  'mail.resend': { ...lead, ...management, ...administrator },
  'approvalMatrix.write': { ...administrator, ...management },
  ...prefixed('claim', claimEvents),
  ...prefixed('trialBatch', trialEvents),
  ...prefixed('visit', visitEvents),
  ...prefixed('task', taskEvents),
} as const satisfies Record<string, Row>
export type Action = keyof typeof actions

/** Policies: what of a visible row a viewer reads. A field without one fails the build. */
export const policies = {
  open: { ...anyone, ...customer },
  internal: anyone,
  money: groupAndManagement,
  offer: { ...groupAndManagement, ...department, ...customer },
  contactDetails: { ...front, ...analyst, ...management, ...customer },
  contract: { ...front, ...analyst, ...management },
  staff: ownOrAdministrator,
  administration: { ...administrator, ...management, ...lead },
  figures: { ...management, ...lead },
} as const satisfies Record<string, Row>
export type Policy = keyof typeof policies

export const policyMeanings: Record<Policy, string> = {
  open: 'Everybody to whom the row is visible',
  internal: 'People of the works, not the customer',
  money: 'Amounts, proposals and what was written of them',
  offer: 'Settlement lines: those given to the department, those offered to the customer',
  contactDetails: 'Address and telephone of a contact',
  contract: 'Terms of the account',
  staff: 'Personal data of people of the works',
  administration: 'Policies, limits and who holds which role',
  figures: 'Figures about many cases at once',
}
