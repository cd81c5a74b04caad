// English labels of follow-ups, themes, assessments and calls.
import type { actingLists } from './acting-lists.ts'
import type { Labels } from './word-lists.ts'

export const actingLabels: Labels<typeof actingLists> = {
  followUpReason: {
    detractor: 'Detractor',
    lowMark: 'Low mark',
    saidNo: 'Answered no',
    silence: 'Silent',
  },
  followUpState: {
    open: 'To be called',
    called: 'Called',
    closed: 'Closed',
  },
  followUpOutcome: {
    solved: 'Solved',
    promised: 'Promised',
    improvement: 'Into a theme',
    notReached: 'Not reached',
    nothing: 'Nothing to do',
  },
  themeState: {
    open: 'Open',
    underway: 'Under way',
    done: 'Done',
    dropped: 'Given up',
  },
  assessmentMethod: {
    survey: 'Survey',
    focusGroup: 'Focus group',
    expertReview: 'Expert review',
  },
  assessmentArea: {
    company: 'Company',
    employees: 'Employees',
  },
  callResult: {
    noIssue: 'Nothing to ask',
    question: 'Question',
    problem: 'Problem',
    notReached: 'Not reached',
  },
}
