// The closed word lists of acting on what customers answered: follow-ups, themes, assessments, calls.
import type { Words } from './vocabulary.ts'

export const followUpReasons = {
  detractor: 'Would not recommend us',
  lowMark: 'Gave a low mark',
  saidNo: 'Answered no',
  silence: 'Buys and says nothing',
} as const
export type FollowUpReason = Words<typeof followUpReasons>

export const followUpStates = {
  open: 'Nobody has spoken with the respondent',
  called: 'Was spoken with; something is still to be done',
  closed: 'What was done is written down',
} as const
export type FollowUpState = Words<typeof followUpStates>

export const followUpOutcomes = {
  solved: 'The matter is solved',
  promised: 'Something was promised with a date',
  improvement: 'Goes into an improvement theme',
  notReached: 'The respondent could not be reached',
  nothing: 'Nothing is to be done',
} as const
export type FollowUpOutcome = Words<typeof followUpOutcomes>

export const themeStates = {
  open: 'Is named and has an owner',
  underway: 'Is being worked on',
  done: 'Was carried out',
  dropped: 'Was given up with a reason',
} as const
export type ThemeState = Words<typeof themeStates>

export const assessmentMethods = {
  survey: 'Survey, every month',
  focusGroup: 'Focus group, at least once a year',
  expertReview: 'Review by experts from outside',
} as const
export type AssessmentMethod = Words<typeof assessmentMethods>

export const assessmentAreas = {
  company: 'The company',
  employees: 'Its employees',
} as const
export type AssessmentArea = Words<typeof assessmentAreas>

export const callResults = {
  noIssue: 'Thanked; nothing to ask',
  question: 'Asked a question',
  problem: 'Told a problem',
  notReached: 'Not reached',
} as const
export type CallResult = Words<typeof callResults>
