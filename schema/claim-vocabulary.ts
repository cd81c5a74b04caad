// The words of the claim: states of its three regions, events, clocks, remedies and settlement kinds.
import type { Words } from './vocabulary.ts'

export const claimStates = {
  registered: 'Logged; the customer is to be acknowledged',
  screening: 'Acknowledged; the lead decides whether it is investigated',
  collecting: 'Departments answer tasks, evidence is collected',
  concluding: 'All answers are in; the analyst concludes the cause',
  decision: 'The cause stands; a settlement is to be proposed',
  approval: 'The proposal waits for its approvers',
  offered: 'The customer has the offer',
  disputed: 'The customer does not accept',
  settlement: 'The accepted lines are being executed',
  closing: 'All lines are executed; last checks before closing',
  closed: 'Settled and closed',
  closedDisputed: 'Closed without agreement; the last offer may stay open',
  declined: 'Formally refused',
  lapsed: 'The customer did not give the information asked for',
  withdrawn: 'Taken back by the customer',
  merged: 'Goes on in another claim',
  discarded: 'A draft that was thrown away',
} as const
export type ClaimState = Words<typeof claimStates>

export const claimWaitingStates = {
  nothing: 'Nothing is waited for',
  customer: 'Information is awaited from the customer',
  sample: 'A sample is on its way',
} as const
export type ClaimWaitingState = Words<typeof claimWaitingStates>

export const claimImprovementStates = {
  notRequired: 'No 8D is asked for',
  required: '8D is asked for and not begun',
  rootCause: 'D1–D3 are done, the root cause is sought',
  actionsChosen: 'D4 and D5 are done, actions are being carried out',
  effectivenessCheck: 'D6 is done, the effect is awaited',
  prevention: 'Effective; standards and sister lines follow',
  completed: 'D8 is done',
  waived: 'Given up with a reason',
} as const
export type ClaimImprovementState = Words<typeof claimImprovementStates>

export const claimEvents = {
  register: 'Log the claim',
  discard: 'Throw the draft away',
  amend: 'Complete or correct the claim',
  acknowledge: 'Acknowledge to the customer with a promised answer date',
  acceptForInvestigation: 'Accept for investigation',
  declineFormally: 'Refuse formally',
  merge: 'Merge into another claim of the account',
  sendTask: 'Send a task to a department',
  recordContainment: 'Record what happened to sister coils',
  tasksAnswered: 'The last investigation task was answered or cancelled',
  startConclusion: 'Go on to the conclusion',
  returnAnswer: 'Send an answer back to its department',
  conclude: 'Conclude the cause',
  returnToInvestigation: 'Return to the investigation',
  propose: 'Propose a settlement',
  approve: 'Approve the proposal',
  sendBack: 'Send the proposal back',
  withdrawProposal: 'Withdraw the own proposal',
  customerAccepts: 'The customer accepts',
  customerDisputes: 'The customer disputes',
  withdrawOffer: 'Withdraw the offer',
  reinvestigate: 'Investigate again',
  reviseOffer: 'Revise the offer',
  closeDisputed: 'Close without agreement',
  executeLine: 'Record that a settlement line was executed',
  reviseSettlement: 'Decide the settlement anew',
  close: 'Close the claim',
  reopen: 'Reopen the claim',
  revive: 'Take the claim up again',
  unmerge: 'Separate from the claim it was merged into',
  withdraw: 'The customer withdraws the claim',
  requestVisit: 'Ask for a visit at the customer',
  changeSeverity: 'Change the severity',
  reassign: 'Give the claim to another owner or analyst',
  requestInformation: 'Ask the customer for information',
  awaitSample: 'Await a sample',
  provideInformation: 'The information came',
  receiveSample: 'The sample came',
  stopWaiting: 'Stop waiting',
  requireImprovement: 'Ask for an 8D',
  startImprovement: 'Start the 8D: team, description, containment',
  chooseActions: 'Confirm the cause and choose actions',
  implementActions: 'Record the actions as implemented',
  judgeEffective: 'Judge the actions effective',
  judgeNotEffective: 'Judge the actions not effective',
  completeImprovement: 'Complete the 8D: prevention and thanks',
  waiveImprovement: 'Give the 8D up',
  deadlinePassed: 'A clock passed its due time',
} as const
export type ClaimEvent = Words<typeof claimEvents>

export const claimClocks = {
  acknowledge: 'Acknowledge to the customer',
  screen: 'Screen the claim',
  containment: 'Hold, sort or release sister coils',
  answer: 'Answer the customer',
  approval: 'Approve this step',
  customerInformation: 'Information of the customer',
  sampleArrival: 'Arrival of the sample',
  offerAnswer: "The customer's answer to the offer",
  settlement: 'Execute the settlement line',
  closing: 'Close the claim',
  statusUpdate: 'Tell the customer where the claim stands',
  effectiveness: 'Judge the effect of the actions',
} as const
export type ClaimClock = Words<typeof claimClocks>

export const remedies = {
  replacement: 'New material',
  priceAllowance: 'A lower price',
  creditOrRefund: 'Money back',
  rework: 'Repair or re-processing',
  documents: 'Corrected documents',
  explanation: 'An explanation and improvement',
} as const
export type Remedy = Words<typeof remedies>

export const settlementKinds = {
  creditNoteFull: 'Credit note over the full value',
  priceAllowance: 'Price allowance',
  replacement: 'Replacement of the material',
  returnAndRefund: 'Return against refund',
  returnAndRework: 'Return and rework',
  reworkAtCustomer: "Rework at the customer's",
  scrapAtCustomer: "Scrapping at the customer's",
  regrade: 'Regrade',
  divertToOtherOrder: 'Divert to another order',
  useAsIs: 'Use as is',
  additionalDelivery: 'Additional delivery of missing mass',
  processingCost: 'Processing cost',
  transportCost: 'Transport cost',
  documentReissue: 'Reissue of documents',
  priceCorrection: 'Correction of the price',
  carrierRecourse: 'Recourse against the carrier',
  supplierRecourse: 'Recourse against the supplier',
  goodwill: 'Goodwill without obligation',
  none: 'Nothing for this part, with its ground',
} as const
export type SettlementKind = Words<typeof settlementKinds>

export const containmentOutcomes = {
  held: 'Held back',
  sorted: 'Sorted',
  released: 'Released',
} as const
export type ContainmentOutcome = Words<typeof containmentOutcomes>

export const claimSeats = { owner: 'Runs the claim', analyst: 'Investigates the claim' } as const
export type ClaimSeat = Words<typeof claimSeats>

export const proposalStates = {
  pending: 'Waits for its approvers',
  approved: 'Approved on every step, or none was needed',
  sentBack: 'Sent back by an approver',
  withdrawn: 'Withdrawn by the proposer or with the claim',
  replaced: 'A later proposal took its place',
} as const
export type ProposalState = Words<typeof proposalStates>

export const advices = {
  revise: 'Propose otherwise',
  investigate: 'Investigate further',
  decline: 'Refuse the claim',
} as const
export type Advice = Words<typeof advices>

export const selfCheckLines = {
  answeredInTime: 'Was every answer given at the promised time?',
  promisesKept: 'Was every promise to the customer kept?',
  causeExplained: 'Was the cause explained to the customer?',
  documentsComplete: 'Are all documents in the claim?',
  lessonShared: 'Do the colleagues concerned know what was learnt?',
} as const
export type SelfCheckLine = Words<typeof selfCheckLines>

export const letterKinds = {
  acknowledgement: 'The claim is acknowledged with the promised answer date',
  informationRequest: 'What the works need to know from the customer',
  sampleInquiry: 'Where the sample is',
  interim: 'Where the claim stands',
  offer: 'The offered settlement',
  offerWithdrawn: 'The offer is withdrawn',
  refusal: 'The claim is refused',
  lapsed: 'The claim lapsed because the information did not come',
  reminder: 'What the customer has not answered yet',
  trialDeclined: 'The trial batch is declined',
  visitProposal: 'The proposed date of a visit',
  visitPostponed: 'The proposed date of a visit is taken back',
  visitCalledOff: 'The visit is called off',
  visitDeclined: 'The visit is declined',
} as const
export type LetterKind = Words<typeof letterKinds>
