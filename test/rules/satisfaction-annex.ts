// The acceptance data set for satisfaction (annex N of the domain inventory): eight synthetic respondents, scale 1 to 5.

export interface Respondent {
  name: string
  region: 'eastAsia' | 'iran' | 'middleEast'
  type: 'endUser' | 'wholesaler'
  /** Kilotonnes a year. */
  volume: number
  marks: Record<Indicator, number>
}

export const indicators = [
  'productQuality',
  'productDevelopment',
  'claimsHandling',
  'orderManagement',
  'service',
] as const
export type Indicator = (typeof indicators)[number]

type Row = [Respondent['region'], Respondent['type'], number, ...number[]]

const rows: Row[] = [
  ['eastAsia', 'endUser', 12, 3, 3, 2, 4, 4],
  ['eastAsia', 'endUser', 18, 4, 3, 2, 4, 4],
  ['eastAsia', 'wholesaler', 10, 4, 4, 4, 5, 4],
  ['iran', 'wholesaler', 15, 5, 4, 4, 5, 5],
  ['iran', 'endUser', 5, 3, 2, 3, 4, 4],
  ['middleEast', 'wholesaler', 8, 4, 4, 3, 4, 5],
  ['middleEast', 'wholesaler', 7, 5, 4, 4, 4, 4],
  ['middleEast', 'endUser', 5, 3, 3, 2, 4, 5],
]

export const annexRespondents: Respondent[] = rows.map(([region, type, volume, ...marks], index) => ({
  name: `R${index + 1}`,
  region,
  type,
  volume,
  marks: Object.fromEntries(indicators.map((name, place) => [name, marks[place] ?? 0])) as Record<Indicator, number>,
}))

/** Kilotonnes a year of the market segments. */
export const segmentVolumes = { eastAsia: 200, all: 400 }
