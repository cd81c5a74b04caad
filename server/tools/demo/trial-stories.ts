// The trial batches of the demo world: for whom, why, and how far each has come.

export type TrialUntil = (typeof trialWay)[number]
/** The way of a trial batch, with where it may end. */
export const trialWay = [
  'requested',
  'requirements',
  'feasibility',
  'production',
  'nonConforming',
  'shipment',
  'evaluation',
  'adopted',
  'rejected',
] as const

export interface TrialStory {
  account: number
  aim: string
  because: 'idea' | 'need'
  reasonText: string
  asked: number
  until: TrialUntil
}

/** In the order in which they were asked for. */
export const trialStories: readonly TrialStory[] = [
  {
    account: 0,
    aim: 'Flatter coils for the new forming line',
    because: 'need',
    reasonText: 'The third stand runs hot',
    asked: 120,
    until: 'adopted',
  },
  {
    account: 1,
    aim: 'Sharper corners that fit into the frame',
    because: 'idea',
    reasonText: 'Skin pass at a lower tension',
    asked: 110,
    until: 'rejected',
  },
  {
    account: 2,
    aim: 'Softer strip for deep drawing',
    because: 'need',
    reasonText: 'Cracks at the fifth draw',
    asked: 70,
    until: 'evaluation',
  },
  {
    account: 3,
    aim: 'Thinner zinc with the same protection',
    because: 'idea',
    reasonText: 'Magnesium in the bath',
    asked: 48,
    until: 'shipment',
  },
  {
    account: 4,
    aim: 'Narrow tolerance of thickness',
    because: 'need',
    reasonText: 'A new laser welder',
    asked: 36,
    until: 'nonConforming',
  },
  {
    account: 5,
    aim: 'Coils of 8 t for a small slitter',
    because: 'need',
    reasonText: 'The crane lifts 10 t',
    asked: 21,
    until: 'production',
  },
  {
    account: 6,
    aim: 'Surface without oil for direct painting',
    because: 'idea',
    reasonText: 'Dry lubrication',
    asked: 9,
    until: 'feasibility',
  },
  {
    account: 7,
    aim: 'Higher yield strength at the same price',
    because: 'need',
    reasonText: 'Lighter racks',
    asked: 2,
    until: 'requested',
  },
]
