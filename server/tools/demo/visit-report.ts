// What the reports of the demo world say; nobody could take it for real.
import type { VisitBlock } from '../../../schema/visit-vocabulary.ts'

export type DemoFinding = {
  block: VisitBlock
  text: string
  kind: 'task' | 'need' | 'recommendation'
  note: string
  product?: string
  indicator?: string
}

const texts: Record<VisitBlock, readonly [string, string]> = {
  claims: [
    'One claim is open; the line was looked at together.',
    'No claim is open; the last one is remembered kindly.',
  ],
  delivery: ['Two bundles had loose straps after the rail way.', 'All arrived dry and whole.'],
  processing: ['Yield 93 %, two stops in five coils.', 'Yield 96 %, no stop in eight coils.'],
  competitors: [
    'Buys a fifth elsewhere, with narrower tolerances.',
    'Tried a rival coil in spring and did not go on with it.',
  ],
  needs: ['Could use 1.2 mm strip, about 300 t a year.', 'Asks for shorter coils for a small slitter.'],
  customerPlans: ['A second forming line next year.', 'Moves its store in the summer.'],
  ourPlans: ['Told of the new coating line.', 'Showed the rolling programme of the quarter.'],
  offer: ['A trial batch of 1.2 mm strip.', 'Call-offs by the week instead of by the month.'],
  knowledge: [
    'Decides on the price of a frame, not of a tonne.',
    'The shift leader decides which coil is taken first.',
  ],
  promises: ['An answer about the straps within a week.', 'Nothing was promised.'],
}

/** All ten blocks, a little different from customer to customer. */
export function reportOf(account: number): { block: VisitBlock; text: string }[] {
  return Object.entries(texts).map(([block, variants]) => ({
    block: block as VisitBlock,
    text: variants[account % 2 === 0 ? 0 : 1] ?? '',
  }))
}

export const findings: readonly DemoFinding[] = [
  {
    block: 'delivery',
    text: 'Straps come loose on the rail way',
    kind: 'task',
    note: 'How can the straps be kept tight on the rail way?',
  },
  {
    block: 'needs',
    text: 'Could use strip of 1.2 mm',
    kind: 'need',
    note: 'Round edges, coils of 8 t at the most',
    product: 'Strip 1.2 mm',
  },
  {
    block: 'processing',
    text: 'Edges crack at the third bend',
    kind: 'recommendation',
    note: 'No crack at five bends',
    indicator: 'Bends until crack',
  },
]
