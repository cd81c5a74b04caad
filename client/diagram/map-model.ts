// What a region shows: where it stands, what is behind, which lines this viewer can take.
import type { DiagramEdge, DiagramRegion, Point } from '../../schema/diagram.ts'
import type { Stay } from './stays.ts'

export interface MapAction {
  event: string
  label: string
  ready: boolean
  lacking: string
}

/** A button on the map: a step that leads from the current state into `to`. */
export interface MapStep {
  id: string
  action: MapAction
  to: string
  edge: DiagramEdge
}

export type LineLook = 'able' | 'lacking' | 'passed' | 'plain'

export interface MapModel {
  current: string
  passed: ReadonlySet<string>
  steps: MapStep[]
  lookOf(edge: DiagramEdge): LineLook
}

/** `taken`: events whose button stands in another region. */
export function mapModel(
  region: DiagramRegion,
  current: string,
  stays: readonly Stay[],
  actions: readonly MapAction[],
  taken: readonly string[],
): MapModel {
  const own = actions.filter(({ event }) => !taken.includes(event))
  const onward = region.edges.filter(({ from }) => from === current)
  const steps = onward.flatMap((edge) =>
    own
      .filter(({ event }) => edge.events.includes(event))
      .map((action) => ({ id: `${action.event} ${edge.to}`, action, to: edge.to, edge })),
  )
  const ways = new Set(stays.map(({ state }, index) => `${stays[index - 1]?.state} ${state}`))
  return {
    current,
    passed: new Set(stays.map(({ state }) => state).filter((state) => state !== current)),
    steps,
    lookOf: (edge) => {
      const open = edge.from === current ? actions.filter(({ event }) => edge.events.includes(event)) : []
      if (open.length > 0) return open.some(({ ready }) => ready) ? 'able' : 'lacking'
      return ways.has(`${edge.from} ${edge.to}`) ? 'passed' : 'plain'
    },
  }
}

/** Pages from right to left read the map from right to left. */
export function mirrored(region: DiagramRegion): DiagramRegion {
  const box = <B extends Point & { width: number }>(one: B): B => ({ ...one, x: region.width - one.x - one.width })
  const point = ({ x, y }: Point) => ({ x: region.width - x, y })
  return {
    ...region,
    states: region.states.map(box),
    rooms: region.rooms.map(box),
    edges: region.edges.map((edge) => ({ ...edge, points: edge.points.map(point) })),
  }
}
