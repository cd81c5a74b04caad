// The words of the trial batch: states of its two regions, events, clocks, reasons and what is measured.
import type { Words } from './vocabulary.ts'

export const trialStates = {
  requested: 'Asked for; the requirements are to be agreed',
  requirements: 'The requirement set is being agreed with the customer',
  feasibility: 'Departments say whether it can be made',
  approval: 'The cost waits for the management',
  scheduled: 'To be made in its slot',
  production: 'Being made',
  inspection: 'Being measured in the six groups',
  nonConforming: 'A group does not conform; rework, concession or stop',
  rework: 'Being made good',
  shipment: 'On its way to the customer',
  atCustomer: 'Arrived; to be processed',
  processing: 'Being processed at the customer',
  evaluation: 'Processed; the verdict is to be found',
  adopted: 'Approved for regular supply',
  rejected: 'Not taken over into supply',
  declined: 'Refused before it was made',
  stopped: 'Given up in production, after inspection or lost on its way',
  cancelled: 'Called off',
} as const
export type TrialState = Words<typeof trialStates>

export const trialPaces = {
  running: 'Goes on',
  held: 'Put on hold; its clocks pause',
} as const
export type TrialPace = Words<typeof trialPaces>

export const trialEvents = {
  request: 'Ask for a trial batch',
  agreeRequirements: 'Begin to agree the requirements',
  submit: 'Submit the requirements to the departments',
  confirmFeasible: 'Confirm that it can be made',
  returnRequirements: 'Return the requirements',
  approve: 'Approve the cost',
  sendBack: 'Send the cost back',
  decline: 'Decline the trial',
  reschedule: 'Set the slot in production',
  start: 'Start the production',
  produced: 'Record what was produced',
  stop: 'Give the trial up',
  pass: 'Record an inspection that conforms',
  fail: 'Record an inspection that does not conform',
  rework: 'Rework the material',
  reworked: 'The rework is done',
  grantConcession: "Ship under the customer's concession",
  received: 'The customer received the material',
  recordLoss: 'The material was lost on its way',
  startProcessing: 'The customer begins to process',
  recordProcessing: 'Record the result of processing',
  recordNotProcessed: 'Record that it was not processed',
  approveForSupply: 'Approve for regular supply',
  reject: 'Do not take it over',
  repeat: 'Repeat with other requirements',
  cancel: 'Call the trial off',
  hold: 'Put the trial on hold',
  resume: 'Go on with the trial',
  reassign: 'Give the trial to another owner',
  deadlinePassed: 'A clock passed its due time',
} as const
export type TrialEvent = Words<typeof trialEvents>

export const trialClocks = {
  trialRequest: 'Begin to agree the requirements',
  trialRequirements: 'Agree the requirements',
  trialFeasibility: 'Say whether it can be made',
  trialApproval: 'Approve the cost',
  trialSlot: 'Be ready ten working days before the slot',
  trialProduction: 'Produce the trial',
  trialInspection: 'Inspect the trial',
  trialNonConforming: 'Decide on rework, concession or stop',
  trialShipment: 'Bring it to the customer',
  trialAtCustomer: 'Have it processed',
  trialEvaluation: 'Find the verdict',
} as const
export type TrialClock = Words<typeof trialClocks>

export const trialReasons = {
  claim: 'A claim showed what must become better',
  need: 'The customer needs something he does not get yet',
  competitorGap: "A competitor's product does better",
  idea: 'An idea of the works',
} as const
export type TrialReason = Words<typeof trialReasons>

export const indicatorGroups = {
  chemicalComposition: 'Shares of the elements',
  mechanicalProperties: 'Strength, elongation, hardness',
  surface: 'State of the surface',
  geometry: 'Sizes and shape',
  tolerances: 'Deviations from the ordered sizes',
  flatness: 'Waves and deviation from the plane',
} as const
export type IndicatorGroup = Words<typeof indicatorGroups>

export const indicatorDirections = {
  higher: 'The higher, the better',
  lower: 'The lower, the better',
} as const
export type IndicatorDirection = Words<typeof indicatorDirections>

export const processingMeasures = {
  yield: 'Good output in percent of the input',
  consumption: 'Tonnes of our metal for a tonne of good product',
  stops: 'Stops and breaks while it was processed',
  rating: 'How easily it was processed, 1 to 5',
} as const
export type ProcessingMeasure = Words<typeof processingMeasures>

export const recommendationStates = {
  draft: 'Drafted from an indicator that does not suit; to be decided',
  accepted: 'Given to a department with a task',
  declined: 'Not followed, with the reason',
  effective: 'The measured effect suits the customer',
  notEffective: 'The measured effect does not suit',
} as const
export type RecommendationState = Words<typeof recommendationStates>

export const gaugeLevels = {
  green: 'Where it is to be',
  amber: 'Close to where it is to be',
  red: 'Far from where it is to be',
} as const
export type GaugeLevel = Words<typeof gaugeLevels>

export const groupVerdicts = {
  conforming: 'Every value keeps to its limits',
  nonConforming: 'A value leaves its limits',
  unmeasured: 'A value is missing',
} as const
export type GroupVerdict = Words<typeof groupVerdicts>
