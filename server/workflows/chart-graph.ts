// A chart as states and arrows, read from the machine itself: what is needed to draw it.
import type { AnyStateNode } from 'xstate'
import type { Chart } from './chart.ts'

export interface ChartArrow {
  event: string
  from: string
  to: string
}

export interface ChartRegion {
  name: string
  first: string
  states: string[]
  arrows: ChartArrow[]
}

/**
 * Regions in the machine's order, with the states that have no states inside. What a group takes leaves each of its
 * states; steps that lead to no other state have no arrow.
 */
export function chartGraph(chart: Chart): ChartRegion[] {
  const { root } = chart.machine
  return (root.type === 'parallel' ? Object.values(root.states) : [root]).map((region) => {
    const leaves = leavesOf(region)
    const states = leaves.map(({ key }) => key)
    const [first = ''] = states
    return { name: region.key, first: entryOf(region)?.key ?? first, states, arrows: leaves.flatMap(arrowsOf) }
  })
}

function leavesOf(node: AnyStateNode): AnyStateNode[] {
  const inner = Object.values(node.states)
  return inner.length > 0 ? inner.flatMap(leavesOf) : [node]
}

/** An event that the state itself takes hides the same event of its groups. */
function arrowsOf(leaf: AnyStateNode): ChartArrow[] {
  const taken = new Map<string, Set<string>>()
  for (let node: AnyStateNode | undefined = leaf; node; node = node.parent) {
    const own = Map.groupBy([...node.transitions.values()].flat(), ({ eventType }) => eventType)
    for (const [event, ways] of own) {
      if (taken.has(event) && event !== passed) continue
      const aims = ways.flatMap(({ target }) => entryOf(target?.[0])?.key ?? [])
      taken.set(event, new Set([...(taken.get(event) ?? []), ...aims]))
    }
  }
  return [...taken].flatMap(([event, aims]) =>
    [...aims].filter((to) => to !== leaf.key).map((to) => ({ event, from: leaf.key, to })),
  )
}

/** Taken by whichever level has the clock that passed. */
const passed = 'deadlinePassed'

function entryOf(node: AnyStateNode | undefined): AnyStateNode | undefined {
  if (!node || Object.keys(node.states).length === 0) return node
  const [first] = node.initial.target as AnyStateNode[]
  return entryOf(first)
}
