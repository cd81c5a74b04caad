// Where rows of each type are found: by their own id, or below a row that has one, or at the root.

/** Below a row: the type whose row it is, and the way down. The first entry of a list stands for all. */
export const below: Record<string, [from: string, ...path: string[]]> = {
  AccountProfile: ['Account', 'profile'],
  AccountStanding: ['Account', 'standing'],
  AccountTerms: ['Account', 'terms'],
  Action: ['Claim', 'actions'],
  ApprovalStep: ['ApprovalBand', 'steps'],
  AttachmentConnection: ['Claim', 'attachments(first: 100)'],
  AttachmentEdge: ['Claim', 'attachments(first: 100)', 'edges'],
  CalendarDay: ['Calendar', 'days'],
  CalendarWindow: ['Calendar', 'windows'],
  CaseLink: ['Claim', 'links'],
  CertificateConnection: ['Account', 'certificates(first: 100)'],
  CertificateEdge: ['Account', 'certificates(first: 100)', 'edges'],
  CertificateValue: ['Certificate', 'values'],
  CommentConnection: ['Claim', 'comments(first: 100)'],
  CommentEdge: ['Claim', 'comments(first: 100)', 'edges'],
  CommentPart: ['Comment', 'parts'],
  Containment: ['Claim', 'containment'],
  CreditCheck: ['Account', 'creditCheck(order: "1000")'],
  CurrencyAmount: ['Account', 'standing', 'hiddenLosses'],
  CustomerOrderConnection: ['Account', 'orders(first: 100)'],
  CustomerOrderEdge: ['Account', 'orders(first: 100)', 'edges'],
  DueExplanation: ['Deadline', 'explain'],
  DueInterval: ['Deadline', 'explain', 'intervals'],
  DueSum: ['Deadline', 'explain', 'sums'],
  HistoryLineConnection: ['Claim', 'history(first: 100)'],
  HistoryLineEdge: ['Claim', 'history(first: 100)', 'edges'],
  Improvement: ['Claim', 'improvement'],
  InvitationCount: ['SurveyWave', 'invitationCounts'],
  KeyPlan: ['Account', 'keyPlan'],
  MeasuredValue: ['Task', 'values'],
  PieceConnection: ['Account', 'pieces(first: 100)'],
  PieceEdge: ['Account', 'pieces(first: 100)', 'edges'],
  ProposalStep: ['Claim', 'proposals', 'route'],
  Requirement: ['Claim', 'actions', 'requires'],
  ResponsibleShare: ['Claim', 'shares'],
  SurveyInvitationConnection: ['SurveyWave', 'invitations(first: 100)'],
  SurveyInvitationEdge: ['SurveyWave', 'invitations(first: 100)', 'edges'],
  OptionRank: ['SurveyResponse', 'answers', 'ranks'],
  SurveyAnswer: ['SurveyResponse', 'answers'],
  SurveyItem: ['QuestionnaireVersion', 'sections', 'items'],
  SurveyOption: ['QuestionnaireVersion', 'sections', 'items', 'options'],
  SurveySection: ['QuestionnaireVersion', 'sections'],
  TimeWindow: ['Calendar', 'days', 'windows'],
  Translated: ['Region', 'names'],
  WavePopulation: ['SurveyWave', 'population'],
  WordedText: ['QuestionnaireVersion', 'introduction'],
  CompetitorValue: ['TrialBatch', 'comparisons'],
  TrialCardChange: ['TrialBatch', 'cardChanges'],
  TrialGroup: ['TrialBatch', 'groups'],
  TrialHeat: ['TrialBatch', 'heats'],
  TrialMeasurement: ['TrialRequirement', 'measurements'],
  TrialProcessing: ['TrialBatch', 'processing'],
  TrialResult: ['TrialBatch', 'result'],
  TrialStage: ['TrialBatch', 'stages'],
}

/** At the root, where it is one for each viewer. */
export const atRoot: Record<string, string[]> = {
  AccountConnection: ['accounts(first: 100)'],
  AccountEdge: ['accounts(first: 100)', 'edges'],
  CaseConnection: ['myCases(first: 100)'],
  CaseEdge: ['myCases(first: 100)', 'edges'],
  ClaimConnection: ['claims(first: 100)'],
  ClaimEdge: ['claims(first: 100)', 'edges'],
  DayPreview: ['dayPreview(day: "2026-11-03", kind: holiday)'],
  Draft: ['me', 'drafts'],
  ExchangeRate: ['exchangeRates'],
  LeftOut: ['populationPreview', 'leftOut'],
  MailMessageConnection: ['mailMessages(first: 100)'],
  MailMessageEdge: ['mailMessages(first: 100)', 'edges'],
  NotificationChoice: ['me', 'notificationChoices'],
  NotificationConnection: ['me', 'notifications(first: 100)'],
  NotificationEdge: ['me', 'notifications(first: 100)', 'edges'],
  ClaimFigures: ['claimFigures'],
  ClockKept: ['claimFigures', 'kept'],
  CurrencySum: ['claimFigures', 'money'],
  Handover: ['claimFigures', 'handovers'],
  ListExportConnection: ['myExports(first: 100)'],
  ListExportEdge: ['myExports(first: 100)', 'edges'],
  PageInfo: ['accounts(first: 100)', 'pageInfo'],
  ParetoBar: ['claimFigures', 'byDefect'],
  PersonConnection: ['people(first: 100)'],
  PersonEdge: ['people(first: 100)', 'edges'],
  PolicyDue: ['dayPreview(day: "2026-11-03", kind: holiday)', 'policies'],
  PopulationGroup: ['populationPreview', 'groups'],
  PopulationPreview: ['populationPreview'],
  PriceHunt: [
    'priceHunt(priceGain: "1", hours: "1", hourlyCost: "1", travel: "1", splitDeliveries: "1", creditCost: "1")',
  ],
  Query: [],
  RegionRate: ['claimFigures', 'rates'],
  Satisfaction: ['satisfaction'],
  Bounds: ['satisfaction', 'figures(by: both)', 'interval'],
  ComparedWave: ['satisfaction', 'waves'],
  PerceptionGap: ['satisfaction', 'perception'],
  PromoterFigure: ['satisfaction', 'promoters(by: both)'],
  PurchaseFactor: ['satisfaction', 'factors(consumerType: endUser)'],
  RespondentGroupFigures: ['satisfaction', 'respondents(by: both)'],
  SatisfactionDriver: ['satisfaction', 'drivers'],
  SatisfactionFigure: ['satisfaction', 'figures(by: both)'],
  SatisfactionFinding: ['satisfaction', 'findings'],
  SatisfactionGap: ['satisfaction', 'gaps'],
  SatisfactionTrendPoint: ['satisfaction', 'trend'],
  SurveyResponseConnection: ['surveyResponses(first: 100)'],
  SurveyResponseEdge: ['surveyResponses(first: 100)', 'edges'],
  StateCount: ['claimFigures', 'counts'],
  ProductConnection: ['products(first: 100)'],
  ProductEdge: ['products(first: 100)', 'edges'],
  CompetitorProductConnection: ['competitorProducts(first: 100)'],
  CompetitorProductEdge: ['competitorProducts(first: 100)', 'edges'],
  TrialBatchConnection: ['trialBatches(first: 100)'],
  TrialBatchEdge: ['trialBatches(first: 100)', 'edges'],
  TrialSuccess: ['trialSuccess'],
  StateStay: ['claimFigures', 'stays'],
  SurveyWaveConnection: ['surveyWaves(first: 100)'],
  SurveyWaveEdge: ['surveyWaves(first: 100)', 'edges'],
  TaskConnection: ['myTasks(first: 100)'],
  TaskEdge: ['myTasks(first: 100)', 'edges'],
  Viewer: ['me'],
  ViewerRole: ['me', 'roles'],
  WorkCount: ['myWorkCounts'],
}

/** Types that only the answer to a mutation or a subscription has: what they carry is of the types above. */
export const answersOnly = [
  'ApprovalMatrix',
  'AttachmentWritten',
  'BulkDone',
  'BulkOutcome',
  'CaseWritten',
  'CertificateImport',
  'DraftKept',
  'ClaimMoved',
  'CustomerLinked',
  'FieldFault',
  'FirstView',
  'Invalid',
  'KeyReused',
  'Mutation',
  'NotAllowed',
  'NotFound',
  'NotificationsWritten',
  'Stale',
  'Subscription',
  'TaskMoved',
  'TrialMoved',
  'WorkChange',
  'WrongState',
]

/** The document that reads every field of the type, and the way to its row in the answer. */
export function documentOf(type: string, fields: string): { source: string; path: string[] } {
  const root = atRoot[type]
  if (root) {
    const query = type === 'Query' ? 'query($id: ID!, $number: String!, $task: ID!, $trial: ID!)' : 'query'
    return { source: `${query} { ${nested(root, fields)} }`, path: root.map(nameOf) }
  }
  const [from = type, ...way] = below[type] ?? []
  const source = `query($id: ID!) { row: node(id: $id) { ... on ${from} { ${nested(way, fields)} } } }`
  return { source, path: ['row', ...way.map(nameOf)] }
}

function nested(way: readonly string[], fields: string): string {
  return way.reduceRight((inner, step) => `${step} { ${inner} }`, `__typename ${fields}`)
}

function nameOf(step: string): string {
  return step.replace(/\(.*/, '')
}
