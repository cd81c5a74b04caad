// Which stories the claims of the demo world tell: a path of phases each, and how often.

export type Phase =
  | 'acknowledge'
  | 'accept'
  | 'information'
  | 'sample'
  | 'waitForCustomer'
  | 'waitForSample'
  | 'investigate'
  | 'conclude'
  | 'propose'
  | 'approve'
  | 'sendBack'
  | 'withdrawProposal'
  | 'returnToInvestigation'
  | 'answer'
  | 'silence'
  | 'dispute'
  | 'reviseOffer'
  | 'reinvestigate'
  | 'withdrawOffer'
  | 'settle'
  | 'reviseSettlement'
  | 'close'
  | 'reopen'
  | 'decline'
  | 'disputeRefusal'
  | 'closeDisputed'
  | 'acceptLate'
  | 'withdraw'
  | 'merge'
  | 'unmerge'
  | 'revive'

export interface Scenario {
  name: string
  /** Out of 250 */
  count: number
  path: Phase[]
  /**
   * When the path ends: `past` in the two years behind us, `recent` within the last weeks, `quarter` some three months
   * ago, `cut` in the middle of its last phase today.
   */
  ends: 'past' | 'recent' | 'quarter' | 'cut'
  /** Where the 8D stops, if there is one; left out, it goes on as time allows. */
  improvement?: 'required' | 'rootCause' | 'actionsChosen' | 'effectivenessCheck' | 'prevention' | 'notEffective'
}

const accepted: Phase[] = ['acknowledge', 'accept']
const concluded: Phase[] = [...accepted, 'investigate', 'conclude']
const offered: Phase[] = [...concluded, 'propose', 'approve']
const closed: Phase[] = [...offered, 'answer', 'settle', 'close']
const disputed: Phase[] = [...offered, 'dispute']

export const scenarios: Scenario[] = [
  ended('closed', 68, closed),
  ended('closed after information', 12, [...accepted.slice(0, 1), 'information', 'accept', ...closed.slice(2)]),
  ended('closed after a sample', 9, [...accepted, 'sample', ...closed.slice(2)]),
  ended('closed after a dispute', 8, [...disputed, 'reviseOffer', 'propose', 'approve', 'answer', 'settle', 'close']),
  ended('investigated again', 4, [...disputed, 'reinvestigate', ...closed.slice(2)]),
  ended('sent back by an approver', 6, [...concluded, 'propose', 'sendBack', ...closed.slice(4)]),
  ended('proposal withdrawn', 3, [...concluded, 'propose', 'withdrawProposal', ...closed.slice(4)]),
  ended('returned to the investigation', 3, [...concluded, 'returnToInvestigation', ...closed.slice(2)]),
  ended('offer withdrawn', 3, [...offered, 'withdrawOffer', ...closed.slice(4)]),
  ended('settlement revised', 3, [...offered, 'answer', 'reviseSettlement', ...closed.slice(4)]),
  ended('silence', 5, [...offered, 'silence']),
  ended('reopened', 5, [...closed, 'reopen', ...closed.slice(2)]),
  ended('declined', 12, [...accepted.slice(0, 1), 'decline']),
  ended('refusal disputed', 2, [
    ...accepted.slice(0, 1),
    'decline',
    'disputeRefusal',
    'reviseOffer',
    ...closed.slice(4),
  ]),
  ended('closed without agreement', 8, [...disputed, 'closeDisputed']),
  ended('accepted late', 3, [...disputed, 'closeDisputed', 'acceptLate', 'settle', 'close']),
  ended('lapsed', 8, [...accepted.slice(0, 1), 'waitForCustomer']),
  ended('withdrawn', 7, [...accepted, 'withdraw']),
  ended('merged', 7, [...accepted.slice(0, 1), 'merge']),
  { name: 'closed, 8D asked for', count: 3, path: closed, ends: 'recent', improvement: 'required' },
  { name: 'closed, 8D: root cause', count: 3, path: closed, ends: 'recent', improvement: 'rootCause' },
  { name: 'closed, 8D: actions', count: 3, path: closed, ends: 'recent', improvement: 'actionsChosen' },
  { name: 'closed, 8D: effect', count: 4, path: closed, ends: 'recent', improvement: 'effectivenessCheck' },
  { name: 'closed, 8D: prevention', count: 2, path: closed, ends: 'quarter', improvement: 'prevention' },
  { name: 'closed, 8D: not effective', count: 2, path: closed, ends: 'quarter', improvement: 'notEffective' },
  cut('registered', 6, ['acknowledge']),
  cut('screening', 6, accepted),
  cut('revived', 1, [...accepted, 'withdraw', 'revive', 'accept']),
  cut('unmerged', 1, ['acknowledge', 'merge', 'unmerge', 'accept']),
  cut('waiting for the customer', 4, ['acknowledge', 'waitForCustomer']),
  cut('waiting for a sample', 3, [...accepted, 'waitForSample']),
  cut('collecting', 8, [...accepted, 'investigate']),
  cut('concluding', 4, concluded),
  cut('decision', 4, [...concluded, 'propose']),
  cut('approval', 5, [...concluded, 'propose', 'approve']),
  cut('offered', 5, [...offered, 'answer']),
  cut('disputed', 3, [...disputed, 'reviseOffer']),
  cut('settlement', 4, [...offered, 'answer', 'settle']),
  cut('closing', 3, closed),
]

/** So many of each scenario that they make `claims` together; with few claims the rare ones fall away. */
export function shareOut(claims: number): Scenario[] {
  const total = scenarios.reduce((sum, { count }) => sum + count, 0)
  let taken = 0
  return scenarios.flatMap((scenario, index) => {
    const before = scenarios.slice(0, index).reduce((sum, { count }) => sum + count, 0)
    const upTo = Math.round(((before + scenario.count) * claims) / total)
    const share = Array.from({ length: upTo - taken }, () => scenario)
    taken = upTo
    return share
  })
}

function ended(name: string, count: number, path: Phase[]): Scenario {
  return { name, count, path, ends: 'past' }
}

function cut(name: string, count: number, path: Phase[]): Scenario {
  return { name, count, path, ends: 'cut' }
}
