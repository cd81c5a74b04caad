// English labels of questionnaires, waves, invitations and answers.
import type { surveyLists } from './survey-lists.ts'
import type { Labels } from './word-lists.ts'

export const surveyLabels: Labels<typeof surveyLists> = {
  questionnaireState: {
    draft: 'Draft',
    published: 'Published',
    retired: 'Retired',
  },
  itemKind: {
    rating: 'Mark on a scale',
    recommendation: 'Readiness to recommend',
    agreement: 'Yes, partly, no',
    choice: 'One of several',
    choices: 'Any of several',
    ranking: 'Ranking',
    text: 'Own words',
  },
  agreement: {
    yes: 'Yes',
    partly: 'Partly',
    no: 'No',
  },
  instrument: {
    steelWorks: 'Steel-works questionnaire',
    questionnaire: 'Six questions and open ones',
    threeQuestions: 'Three questions after a contact',
    promoters: 'Net promoter score',
    sevenPillars: 'Seven pillars',
    own: 'Own questionnaire',
  },
  waveKind: {
    planned: 'Planned wave',
    afterContact: 'After a contact',
  },
  waveState: {
    planned: 'Planned',
    open: 'Running',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  respondentGroup: {
    customers: 'Customers',
    staff: 'Own staff',
  },
  contactType: {
    technicalSupport: 'Technical support',
    claims: 'Claims handling',
    service: 'Service',
  },
  invitationState: {
    queued: 'Waits to be sent',
    sent: 'Sent',
    opened: 'Opened',
    answered: 'Answered',
    declined: 'Does not want to be asked',
    expired: 'Expired',
    undeliverable: 'Undeliverable',
  },
  invitationChannel: {
    email: 'E-mail',
    sms: 'SMS',
    message: 'Messenger',
    phone: 'Telephone',
  },
  responseSource: {
    link: 'By the respondent',
    telephone: 'By telephone',
    imported: 'From a file',
  },
  leftOutReason: {
    inactive: 'No longer there',
    optedOut: 'Does not want to be asked',
    quietPeriod: 'Asked not long ago',
    noAddress: 'No address',
  },
  answerGrouping: {
    all: 'All answers',
    region: 'By region',
    consumerType: 'By consumer type',
    both: 'By region and type',
  },
  findingKind: {
    generalLevel: 'General level',
    belowThreshold: 'Below the threshold',
    content: 'Content',
    endUsersLower: 'End users lower',
    wholesalersLower: 'Wholesalers lower',
    consistent: 'Seen alike',
    inconsistent: 'Seen differently',
    constantPriority: 'Constant priority',
  },
  qualityTopic: {
    shipments: 'Shipments, tonnes',
    claims: 'Claims by defect',
    comments: 'Comments',
    survey: 'Survey, answers by indicator',
  },
  quadrant: {
    improveFirst: 'Improve first',
    keepUp: 'Keep up',
    watch: 'Watch',
    enough: 'Enough',
  },
}
