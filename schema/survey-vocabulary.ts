// The closed word lists of satisfaction: questionnaires, waves, invitations, answers.
import type { Words } from './vocabulary.ts'

export const questionnaireStates = {
  draft: 'Is being written; nobody is asked by it',
  published: 'People are asked by it; its items no longer change',
  retired: 'No new wave asks by it; its answers stay readable',
} as const
export type QuestionnaireState = Words<typeof questionnaireStates>

export const itemKinds = {
  rating: "A mark on the item's own scale",
  recommendation: 'How likely one is to recommend, 0 to 10',
  agreement: 'Yes, partly or no',
  choice: 'One of the options',
  choices: 'Any number of the options',
  ranking: 'The options put in order, 1 the most important',
  text: 'Own words',
} as const
export type ItemKind = Words<typeof itemKinds>

export const agreements = { yes: 'Yes', partly: 'Partly', no: 'No' } as const
export type Agreement = Words<typeof agreements>

export const instruments = {
  steelWorks: 'Satisfaction with the works by indicator (SAT-01, SAT-03)',
  questionnaire: 'Six questions and open ones after a purchase (SAT-08)',
  threeQuestions: 'Three questions after a contact (SAT-10)',
  promoters: 'Would you recommend us, and why (SAT-09)',
  sevenPillars: 'The seven pillars of customer centricity (STD-08)',
  own: 'Made by the group itself',
} as const
export type Instrument = Words<typeof instruments>

export const waveKinds = {
  planned: 'Asks a population at a time',
  afterContact: 'Stays open and asks after a claim, visit, trial batch or contact has ended',
} as const
export type WaveKind = Words<typeof waveKinds>

export const waveStates = {
  planned: 'Population and time are set, nobody was asked',
  open: 'Invitations go out, answers come in',
  closed: 'No answer is taken any more',
  cancelled: 'Given up before anybody answered',
} as const
export type WaveState = Words<typeof waveStates>

export const respondentGroups = {
  customers: 'People of the customers',
  staff: 'People of the works, estimating what customers think (SAT-12)',
} as const
export type RespondentGroup = Words<typeof respondentGroups>

export const contactTypes = {
  technicalSupport: 'Technical support',
  claims: 'Claims handling',
  service: 'Service, visits and trial batches',
} as const
export type ContactType = Words<typeof contactTypes>

export const invitationStates = {
  queued: 'Waits to be sent',
  sent: 'Was handed over to its channel',
  opened: 'The link was opened',
  answered: 'The answers were handed in',
  declined: 'The contact does not want to be asked',
  expired: 'The time is over without an answer',
  undeliverable: 'Could not be sent',
} as const
export type InvitationState = Words<typeof invitationStates>

export const invitationChannels = {
  email: 'E-mail',
  sms: 'SMS',
  message: 'Messenger',
  phone: 'Asked by telephone',
} as const
export type InvitationChannel = Words<typeof invitationChannels>

export const responseSources = {
  link: 'Given by the respondent himself through his link',
  telephone: 'Entered by a person of the works during a call',
  imported: 'Taken in from a file',
} as const
export type ResponseSource = Words<typeof responseSources>

export const leftOutReasons = {
  inactive: 'The person is no longer there',
  optedOut: 'Does not want to be asked',
  quietPeriod: 'Was asked not long ago',
  noAddress: 'Has neither an e-mail address nor a telephone',
} as const
export type LeftOutReason = Words<typeof leftOutReasons>

export const answerGroupings = {
  all: 'All answers together',
  region: 'By region',
  consumerType: 'By consumer type',
  both: 'By region and consumer type',
} as const
export type AnswerGrouping = Words<typeof answerGroupings>

export const qualityGroupings = {
  product: 'By product; respondents are customers to whom it was delivered',
  region: 'By region',
} as const
export type QualityGrouping = Words<typeof qualityGroupings>

export const qualityTopics = {
  shipments: 'Tonnes shipped, by product',
  claims: 'Claims, by the defect of their first item; those on trial material are left out',
  comments: 'Comments, by where they were made',
  survey: 'Answers on scales of 1 to 5, by indicator',
} as const
export type QualityTopic = Words<typeof qualityTopics>

export const findingKinds = {
  generalLevel: 'The general level, good or not, with its exceptions',
  belowThreshold: 'An indicator below the threshold',
  content: 'The indicators at or above the threshold',
  endUsersLower: 'End users are less content with an indicator than wholesalers',
  wholesalersLower: 'Wholesalers are less content with an indicator than end users',
  consistent: 'Both see the indicators alike',
  inconsistent: 'They do not see the indicators alike',
  constantPriority: 'One factor came first in every wave',
} as const
export type FindingKind = Words<typeof findingKinds>

export const quadrants = {
  improveFirst: 'Important, and not content with it',
  keepUp: 'Important, and content with it',
  watch: 'Less important, and not content with it',
  enough: 'Less important, and content with it',
} as const
export type Quadrant = Words<typeof quadrants>
