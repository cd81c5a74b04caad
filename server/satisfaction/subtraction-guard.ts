// Keeps groups of few respondents from being worked out as the difference of two larger figures (secondary suppression).
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { fewest } from './few-answers.ts'

/** How many answered in the smallest group that figures are made of. `key`: which question; empty: any. */
export interface Cell {
  waveId: string
  key: string
  regionId: string
  consumerType: ConsumerType
  n: number
}

/** A figure that is to be told: of one wave or of all, of one region or of those asked for, of one type or of both. */
export interface AskedFigure {
  key: string
  waveId?: string | null
  regionId: string | null
  consumerType: ConsumerType | null
  n: number
}

export type Tells = (asked: AskedFigure) => boolean

export const tellsAll: Tells = () => true

/** What few answers alone forbid: of figures that nothing is subtracted from. */
export const tellsMany: Tells = ({ n }) => n >= fewest

/**
 * Tells a figure only where no sum of figures that would be told leaves a group of fewer than five. Regions with so few respondents are told
 * together with others or not at all, and where a figure is of one consumer type, regions with so few of either type are; over several
 * waves a figure is told when each wave's own would be. `cells`: every one that the viewer's figures can be made of, whatever was asked for.
 */
export function tellsApart(
  cells: readonly Cell[],
  waveIds: readonly string[],
  asked: { regionIds?: readonly string[] | null; consumerTypes?: readonly ConsumerType[] | null },
): Tells {
  const byQuestion = Map.groupBy(cells, ({ waveId, key }) => `${waveId} ${key}`)
  const ofOneType = asked.consumerTypes?.length === 1 ? (asked.consumerTypes[0] ?? null) : null
  return ({ key, waveId, regionId, consumerType, n }) => {
    if (n < fewest) return false
    const regions = regionId ? [regionId] : asked.regionIds?.length ? asked.regionIds : null
    const type = consumerType ?? ofOneType
    return (waveId ? [waveId] : waveIds).every((id) => isTold(byQuestion.get(`${id} ${key}`) ?? [], regions, type))
  }
}

function isTold(cells: readonly Cell[], asked: readonly string[] | null, type: ConsumerType | null): boolean {
  const meant = cells.filter((cell) => asked === null || asked.includes(cell.regionId))
  const n = sumOf(meant.filter(({ consumerType }) => type === null || consumerType === type))
  if (n === 0) return true
  if (n < fewest) return false
  const together = heldTogether(cells, type !== null)
  const inside = together.filter((region) => asked === null || asked.includes(region))
  if (inside.length === 0) return true
  return inside.length === together.length && (type === null || bothTold(cells, together))
}

/** Regions that are told together or not at all: those with few, and as many of the smallest others as hide them. */
function heldTogether(cells: readonly Cell[], byType: boolean): string[] {
  const regions = [...Map.groupBy(cells, ({ regionId }) => regionId)].toSorted((a, b) => sumOf(a[1]) - sumOf(b[1]))
  const small = heldWith(
    regions,
    ({ own }) => isFew(sumOf(own)),
    (held) => held.length > 1 && !isFew(sumOf(within(cells, held))),
  )
  if (!byType) return small
  const few = ({ region, own }: Region) => small.includes(region) || types.some((type) => isFew(ofType(own, type)))
  return heldWith(regions, few, (held) => held.length > 1 && bothTold(cells, held))
}

interface Region {
  region: string
  own: readonly Cell[]
}

/** `regions`: the smallest first. */
function heldWith(
  regions: readonly (readonly [string, readonly Cell[]])[],
  few: (one: Region) => boolean,
  enough: (held: readonly string[]) => boolean,
): string[] {
  const held = regions.filter(([region, own]) => few({ region, own })).map(([region]) => region)
  if (held.length === 0) return []
  for (const [region] of regions) {
    if (enough(held)) break
    if (!held.includes(region)) held.push(region)
  }
  return held
}

const types: readonly ConsumerType[] = ['endUser', 'wholesaler']

/** A region where one type alone answered is known from its whole: what is left of the others must be many of either type. */
function bothTold(cells: readonly Cell[], regions: readonly string[]): boolean {
  const small = heldTogether(cells, false)
  const units = [...regions.filter((region) => !small.includes(region)).map((region) => [region]), small]
  const open = units.map((unit) => within(cells, unit)).filter((own) => types.every((type) => ofType(own, type) > 0))
  return types.every((type) => !isFew(ofType(open.flat(), type)))
}

const within = (cells: readonly Cell[], regions: readonly string[]): Cell[] =>
  cells.filter(({ regionId }) => regions.includes(regionId))
const sumOf = (cells: readonly Cell[]): number => cells.reduce((sum, { n }) => sum + n, 0)
const ofType = (cells: readonly Cell[], type: ConsumerType): number =>
  sumOf(cells.filter(({ consumerType }) => consumerType === type))
const isFew = (n: number): boolean => n > 0 && n < fewest
