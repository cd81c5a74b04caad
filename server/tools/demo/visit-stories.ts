// The visits of the demo world: to whom, why, by whom, and how far each has come.
import type { VisitPurpose } from '../../../schema/visit-vocabulary.ts'
import type { DemoPersonKey } from './people.ts'

export type VisitUntil =
  | 'requested'
  | 'triaged'
  | 'proposed'
  | 'confirmed'
  | 'prepared'
  | 'reporting'
  | 'followUp'
  | 'closed'
  | 'cancelled'

export interface VisitStory {
  /** Which of the accounts, key ones first. */
  account: number
  origin: 'request' | 'plan'
  reason: string
  purpose: VisitPurpose
  engineer: DemoPersonKey
  /** Days before the present at which it was asked for, and at which it begins (negative: in the days to come). */
  asked: number
  begins: number
  hour: number
  until: VisitUntil
}

/** In the order in which they were asked for. */
export const visitStories: readonly VisitStory[] = [
  story(1, 'plan', 'Regular visit of the autumn', 'keyAccount', 'engineerSouth', 96, 82, 6, 'closed'),
  story(0, 'request', 'Wavy edges on the new forming line', 'claim', 'engineer', 58, 53, 5, 'closed'),
  story(5, 'request', 'Look at the packaging of the sea route', 'product', 'engineer', 41, 34, 7, 'cancelled'),
  story(2, 'plan', 'Regular visit and range of the coming year', 'keyAccount', 'engineer', 24, 8, 5, 'followUp'),
  story(
    3,
    'request',
    'Taking part in the first run of a large order',
    'importantOrder',
    'engineerSouth',
    11,
    1,
    6,
    'reporting',
  ),
  story(4, 'plan', 'Regular visit before the winter stop', 'keyAccount', 'engineer', 10, -2, 5, 'prepared'),
  story(0, 'request', 'Processing of the trial batch', 'trialBatch', 'engineerSouth', 6, -6, 4, 'confirmed'),
  story(6, 'request', 'Cracks at the third bend', 'claim', 'engineer', 4, -7, 6, 'proposed'),
  story(7, 'request', 'Our people want to see the slitting line', 'product', 'engineerSouth', 3, -12, 5, 'triaged'),
  story(12, 'request', 'Questions about certificates', 'product', 'engineer', 2, -13, 5, 'requested'),
  story(8, 'request', 'Surface of the coated coils', 'claim', 'engineer', 1, -14, 5, 'requested'),
]

function story(
  account: number,
  origin: VisitStory['origin'],
  reason: string,
  purpose: VisitPurpose,
  engineer: DemoPersonKey,
  asked: number,
  begins: number,
  hour: number,
  until: VisitUntil,
): VisitStory {
  return { account, origin, reason, purpose, engineer, asked, begins, hour, until }
}

/** The way of a visit that is not called off. */
export const visitWay: readonly VisitUntil[] = [
  'requested',
  'triaged',
  'proposed',
  'confirmed',
  'prepared',
  'reporting',
  'followUp',
  'closed',
]
