// No group of fewer than five can be worked out from figures that are told, whatever is asked for.
import { describe, expect, it } from 'vitest'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { type Cell, tellsApart } from '../../server/satisfaction/subtraction-guard.ts'

const types: ConsumerType[] = ['endUser', 'wholesaler']
const cellsOf = (counts: Record<string, [endUsers: number, wholesalers: number]>): Cell[] =>
  Object.entries(counts).flatMap(([regionId, both]) =>
    types.map((consumerType, place) => ({ waveId: 'w', key: '', regionId, consumerType, n: both[place] ?? 0 })),
  )

interface Asked {
  regions: string[]
  type: ConsumerType | null
}
const countOf = (cells: Cell[], { regions, type }: Asked) =>
  cells
    .filter((cell) => regions.includes(cell.regionId) && (type === null || cell.consumerType === type))
    .reduce((sum, { n }) => sum + n, 0)
const told = (cells: Cell[], asked: Asked) => {
  const filter = { regionIds: asked.regions, consumerTypes: asked.type ? [asked.type] : null }
  const n = countOf(cells, asked)
  return tellsApart(cells, ['w'], filter)({ key: '', regionId: null, consumerType: null, n })
}

describe('a wave of 40 with three respondents in one region', () => {
  const cells = cellsOf({ eastAsia: [12, 8], middleEast: [7, 10], iran: [2, 1] })

  it('tells the whole, and hides the small region with the next smallest, so that it is not their difference', () => {
    expect(told(cells, { regions: ['eastAsia', 'middleEast', 'iran'], type: null })).toBe(true)
    expect(told(cells, { regions: ['iran'], type: null })).toBe(false)
    expect(told(cells, { regions: ['middleEast'], type: null })).toBe(false)
    expect(told(cells, { regions: ['eastAsia', 'middleEast'], type: null })).toBe(false)
    expect(told(cells, { regions: ['eastAsia'], type: null })).toBe(true)
  })

  it('tells end users against wholesalers of all regions, though two end users answered in one', () => {
    expect(told(cells, { regions: ['eastAsia', 'middleEast', 'iran'], type: 'endUser' })).toBe(true)
    expect(told(cells, { regions: ['eastAsia', 'middleEast'], type: 'endUser' })).toBe(false)
  })
})

it('over two waves a figure is told only when each wave may be told', () => {
  const first = cellsOf({ eastAsia: [10, 10], iran: [10, 10] })
  const second = cellsOf({ eastAsia: [2, 1], iran: [0, 0] }).map((cell) => ({ ...cell, waveId: 'v' }))
  const asked = { key: '', regionId: null, consumerType: null, n: 43 }
  expect(tellsApart([...first, ...second], ['w'], {})({ ...asked, n: 40 })).toBe(true)
  expect(tellsApart([...first, ...second], ['w', 'v'], {})(asked)).toBe(false)
})

it('no sum of told figures leaves a group of fewer than five: 300 waves, every filter', () => {
  const random = seriesOf(7)
  for (let round = 0; round < 300; round++) {
    const regions = ['a', 'b', 'c', 'd'].slice(0, 1 + Math.floor(random() * 4))
    const size = () => Math.floor(random() * (random() < 0.4 ? 5 : 12))
    const cells = cellsOf(Object.fromEntries(regions.map((region) => [region, [size(), size()]])))
    const filters = subsets(regions).flatMap((some) => [null, ...types].map((type) => ({ regions: some, type })))
    const rows = filters.filter((asked) => told(cells, asked)).map((asked) => vectorOf(cells, asked))
    const few = subsets(cells).filter((some) => {
      const n = some.reduce((sum, cell) => sum + cell.n, 0)
      return n > 0 && n < 5 && some.every((cell) => cell.n > 0)
    })
    const known = rows.map((row) => row.map((one, place) => ((cells[place]?.n ?? 0) > 0 ? one : 0)))
    const rank = rankOf(known)
    const found = few.filter((some) => rankOf([...known, cells.map((cell) => (some.includes(cell) ? 1 : 0))]) === rank)
    expect({ cells, found }).toEqual({ cells, found: [] })
  }
})

function subsets<T>(all: readonly T[]): T[][] {
  const found = Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_one, place) => bits & (1 << place)))
  return found.filter((some) => some.length > 0)
}

function vectorOf(cells: Cell[], { regions, type }: Asked): number[] {
  return cells.map((cell) => (regions.includes(cell.regionId) && (type === null || cell.consumerType === type) ? 1 : 0))
}

/** By Gauss' elimination; entries are small whole numbers. */
function rankOf(given: number[][]): number {
  const rows = given.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, place) => place >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    const found = rows[pivot]
    if (!found) continue
    rows.splice(pivot, 1)
    rows.splice(rank, 0, found)
    for (let place = rank + 1; place < rows.length; place++) {
      const row = rows[place] ?? []
      const times = (row[column] ?? 0) / (found[column] ?? 1)
      rows[place] = row.map((one, at) => one - times * (found[at] ?? 0))
    }
    rank++
  }
  return rank
}

function seriesOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
