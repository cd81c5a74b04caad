// Where an arrow key leads on the map: along the lines to the sides, to the nearest thing above or below.
import type { DiagramRegion, Point } from '../../schema/diagram.ts'
import type { MapModel } from './map-model.ts'

export interface MapPlace extends Point {
  /** Of a state its word, of a step its id. */
  id: string
}

export type Direction = 'onward' | 'back' | 'up' | 'down'

/** Id of the place to go to; null where there is none. */
export function placeTowards(
  direction: Direction,
  at: string,
  region: DiagramRegion,
  model: MapModel,
  places: readonly MapPlace[],
): string | null {
  const step = model.steps.find(({ id }) => id === at)
  if (direction === 'onward') return step ? step.to : onwardFrom(at, region, model)
  if (direction === 'back') return step ? model.current : backFrom(at, region, model)
  return nearest(direction === 'up' ? -1 : 1, at, places)
}

function onwardFrom(state: string, { edges }: DiagramRegion, model: MapModel): string | null {
  if (state === model.current && model.steps[0]) return model.steps[0].id
  const ways = edges.filter(({ from }) => from === state)
  return (ways.find((edge) => model.lookOf(edge) === 'passed') ?? ways[0])?.to ?? null
}

function backFrom(state: string, { edges }: DiagramRegion, model: MapModel): string | null {
  const step = model.steps.find(({ to }) => to === state)
  if (step) return step.id
  const ways = edges.filter(({ to }) => to === state)
  return (ways.find((edge) => model.lookOf(edge) === 'passed') ?? ways[0])?.from ?? null
}

function nearest(side: 1 | -1, at: string, places: readonly MapPlace[]): string | null {
  const here = places.find(({ id }) => id === at)
  if (!here) return null
  const there = places.filter(({ y }) => (y - here.y) * side > 4)
  const far = ({ x, y }: MapPlace) => Math.abs(x - here.x) * 2 + Math.abs(y - here.y)
  return there.toSorted((a, b) => far(a) - far(b))[0]?.id ?? null
}
