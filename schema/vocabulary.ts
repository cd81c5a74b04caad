// The closed word lists that code, database, API and screens share; each word carries its one-line meaning.

export type Words<T> = Extract<keyof T, string>

/** The words of a list, in the order they are written. */
export function words<T extends object>(list: T): Words<T>[] {
  return Object.keys(list) as Words<T>[]
}

export const roles = {
  csEngineer: 'Front office: logs and runs claims, trials and visits, talks to the customer',
  csLead: 'Front office: assigns, screens, declines, merges, sees the whole queue',
  analyst: 'Back office: investigates, sends tasks to departments, concludes the root cause',
  departmentResponder: 'Production, laboratory, logistics and others: answers the tasks of the own department',
  departmentHead: 'As the responder for the own department, plus reassignment and escalations',
  keyCustomerManager: 'Owns a set of key accounts and sees everything of them',
  management: 'Approves by limit, sees satisfaction and all reports',
  administrator: 'People, departments, calendars, catalogues; no claim money',
  customerContact: "The customer's person, through a signed link only",
} as const
export type Role = Words<typeof roles>

/** Roles a person of the works can be granted; customerContact exists through a signed link alone. */
export type GrantableRole = Exclude<Role, 'customerContact'>

export const actors = {
  ...roles,
  system: 'The product itself: passed deadlines and answered tasks',
} as const
export type Actor = Words<typeof actors>

export const positions = {
  headOfQuality: 'Approves settlements of the third band',
  commercialDirector: 'One of the approvers of the fourth band',
  finance: 'One of the approvers of the fourth band',
} as const
export type Position = Words<typeof positions>

export const caseKinds = {
  claim: 'A quality claim',
  trialBatch: 'A trial batch',
  visit: 'A key-account visit',
} as const
export type CaseKind = Words<typeof caseKinds>

export const severities = {
  irritation: 'Annoying, no loss',
  minor: 'Small loss, processing goes on',
  major: 'Processing is hindered or the loss is large',
  critical: 'The customer stands still or safety is touched',
} as const
export type Severity = Words<typeof severities>

export const offices = {
  frontOffice: 'Talks to the customer',
  backOffice: 'Finds the cause',
  production: 'Makes the material',
  laboratory: 'Measures it',
  logistics: 'Moves it',
  orderManagement: 'Plans orders and deliveries',
  finance: 'Pays and credits',
} as const
export type Office = Words<typeof offices>

export const consumerTypes = {
  endUser: 'Processes the material',
  wholesaler: 'Trades or stocks the material',
} as const
export type ConsumerType = Words<typeof consumerTypes>

export const accountStatuses = {
  potential: 'Has not ordered yet',
  active: 'Orders and receives',
  dormant: 'Has not received for the set time',
  lost: 'Has left',
} as const
export type AccountStatus = Words<typeof accountStatuses>

export const stages = {
  production: 'The matter arose while the material was made',
  delivery: 'The matter arose between the works and the customer',
  processing: 'The matter arose or was seen while the customer processed the material',
} as const
export type Stage = Words<typeof stages>

export const qualityLayers = {
  standard: 'Requirements of standards: chemistry, mechanical properties, surface',
  plantHandling: 'Handling inside the works while the metal is prepared for shipping',
  transport: 'Care on the way to the consumer',
} as const
export type QualityLayer = Words<typeof qualityLayers>

export const chainStages = {
  craneTransport: 'Crane transport in the works',
  marking: 'Marking',
  additionalRequirements: 'Meeting additional requirements of the consumer',
  loading: 'Loading on wagons',
  rail: 'Rail delivery',
  portHandling: 'Handling in ports',
  sea: 'Transport in ships',
  unloading: 'Unloading',
  portStorage: "Storage in the consumer's port",
} as const
export type ChainStage = Words<typeof chainStages>

export const channels = {
  visit: 'In person',
  phone: 'By telephone',
  online: 'Chat or the web',
  message: 'Messenger',
  email: 'E-mail',
  sms: 'SMS',
} as const
export type Channel = Words<typeof channels>

export const pieceKinds = {
  coil: 'A coil',
  pack: 'A pack of sheets or plates',
  bundle: 'A bundle of tubes, bars or sections',
} as const
export type PieceKind = Words<typeof pieceKinds>

export const languages = {
  en: 'English',
  ru: 'Russian',
  kk: 'Kazakh',
  fa: 'Persian',
  zh: 'Chinese',
  de: 'German',
  ko: 'Korean',
  ar: 'Arabic',
} as const
export type Language = Words<typeof languages>

export const labelLanguages = { en: 'English', ru: 'Russian', kk: 'Kazakh' } as const
export type LabelLanguage = Words<typeof labelLanguages>

export const timeUnits = {
  workingDays: "Days of the plant's calendar, in working minutes",
  workingHours: "Hours of the plant's working time",
  calendarDays: 'Days of the calendar, weekends included',
} as const
export type TimeUnit = Words<typeof timeUnits>

export const historyKinds = {
  event: 'A step of the chart',
  comment: 'A comment to colleagues',
  letter: 'A message to the customer',
  escalation: 'A clock that was warned of or passed',
  attachment: 'A file that was added, removed, put back or shown to the customer',
} as const
export type HistoryKind = Words<typeof historyKinds>

export const attachmentStates = {
  stored: 'Kept with its case',
  removed: 'Taken off its case; can be put back for some time',
  erased: 'Its content is gone, the line of what it was remains',
} as const
export type AttachmentState = Words<typeof attachmentStates>

export const attachmentPreviews = {
  none: 'There is none for this kind of file',
  wanted: 'Will be made',
  made: 'Can be shown',
} as const
export type AttachmentPreview = Words<typeof attachmentPreviews>

/** What a line of the history tells of a file. */
export const attachmentChanges = {
  added: 'Added to the case',
  removed: 'Taken off the case',
  restored: 'Put back',
  shown: 'Shown to the customer',
  hidden: 'No longer shown to the customer',
} as const
export type AttachmentChange = Words<typeof attachmentChanges>

export const catalogues = {
  defect: 'Defects of the material',
  occurrenceCause: 'Why it happened',
  escapeCause: 'Why it was not found',
  systemCause: 'What in the system let it happen',
  refusalGround: 'Grounds for refusing a claim or a part of it',
  returnReason: 'Reasons for returning a task',
  subject: 'Subjects of the routing table',
} as const
export type Catalogue = Words<typeof catalogues>

export const linkKinds = {
  merged: 'Merged into the other case',
  duplicate: 'The same matter, logged twice',
  repeat: 'The same defect again',
  successor: 'Registered anew after the other was closed too long ago',
  visit: 'A visit asked for by the claim',
  trialReason: 'The trial batch that the claim is the reason of',
  trialMaterial: 'The claim is about material of the trial batch',
  visitFinding: 'The visit in which the claim was told',
} as const
export type LinkKind = Words<typeof linkKinds>
