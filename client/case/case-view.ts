// The shapes in which the parts of the case page are handed on.
import type { CasePageData } from '../generated/case.ts'

export type CaseView = NonNullable<CasePageData['case']>
export type ClaimView = Extract<CaseView, { __typename: 'Claim' }>
export type TrialView = Extract<CaseView, { __typename: 'TrialBatch' }>
export type VisitView = Extract<CaseView, { __typename: 'Visit' }>
export type ActionView = CaseView['actions'][number]
export type TaskView = CaseView['tasks'][number]

export function asClaim(view: CaseView): ClaimView | null {
  return view.__typename === 'Claim' ? view : null
}

export function asTrial(view: CaseView): TrialView | null {
  return view.__typename === 'TrialBatch' ? view : null
}

export function asVisit(view: CaseView): VisitView | null {
  return view.__typename === 'Visit' ? view : null
}
