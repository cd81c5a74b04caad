// The drawn charts: whole, readable and fitting the words of every language.
import { describe, expect, it } from 'vitest'
import type { Diagram } from '../../schema/diagram.ts'
import { diagramFiles } from '../../server/tools/diagram/diagram-files.ts'
import { textBox } from '../../server/tools/diagram/text-box.ts'

const files = Object.values(await diagramFiles()).map((text): Diagram => JSON.parse(text))
const regions = files.flatMap(({ kind, regions, states }) =>
  regions.map((region) => ({ kind, region, states, name: `${kind} ${region.name}` })),
)

it('breaks a label where a line would be too wide', () => {
  // Letters of Inter semibold at 10 px: i, j, l 3 px, space 3 px.
  expect(textBox('ill jill', 10, 30)).toEqual({ width: 24, lines: 1 })
  expect(textBox('ill jill', 10, 20)).toEqual({ width: 12, lines: 2 })
})

describe.each(regions)('$name', ({ region, states }) => {
  it('draws every line from the edge of one state to the edge of another', () => {
    const boxOf = (state: string) => region.states.find((one) => one.state === state)
    const touches = (state: string, point: { x: number; y: number } | undefined) => {
      const box = boxOf(state)
      if (!box || !point) return false
      const inside = point.x >= box.x - 1 && point.x <= box.x + box.width + 1
      return inside && point.y >= box.y - 1 && point.y <= box.y + box.height + 1
    }
    const loose = region.edges.filter(
      ({ from, to, points }) => !touches(from, points[0]) || !touches(to, points.at(-1)),
    )
    expect(loose.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('lets no box and no button lie over another', () => {
    const places = [...region.states, ...region.rooms]
    const over = places.flatMap((a, index) =>
      places
        .slice(index + 1)
        .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
    )
    expect(over).toEqual([])
  })

  it('has room for each name in each language', () => {
    const narrow = region.states.flatMap(({ state, width, height }) =>
      Object.values(states)
        .map((words) => textBox(words[state] ?? '', 15, width - 18))
        .filter((text) => text.width > width - 18 || text.lines * 18 > height - 8)
        .map(() => state),
    )
    expect(narrow).toEqual([])
  })

  it('reaches every state from the first one', () => {
    const reached = new Set([region.first])
    for (const state of reached) for (const { from, to } of region.edges) if (from === state) reached.add(to)
    expect(region.states.map(({ state }) => state).filter((state) => !reached.has(state))).toEqual([])
  })
})
