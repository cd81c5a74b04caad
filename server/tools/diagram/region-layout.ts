// Lays one region of a chart out with ELK: layers from left to right, right-angled lines that share their tracks.
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js'
import type { DiagramRegion, Point } from '../../../schema/diagram.ts'
import type { ChartArrow, ChartRegion } from '../../workflows/chart-graph.ts'

export interface Size {
  width: number
  height: number
}

export interface StateSizes {
  box: Size
  /** Of the buttons above the box. */
  room: Size
}

interface Line {
  from: string
  to: string
  events: string[]
}

const elk = new ELK.default()

/** States keep the order of their words, which is the order of a plain course. */
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=8,left=8,bottom=8,right=8]',
  'elk.spacing.nodeNode': '14',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '8',
  'elk.spacing.labelNode': '3',
  'elk.layered.mergeEdges': 'true',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
}

/** The plain course is drawn as one straight line. */
const onCourse = {
  'elk.layered.priority.straightness': '100',
  'elk.layered.priority.direction': '10',
  'elk.layered.priority.shortness': '10',
}

export async function regionLayout(
  region: ChartRegion,
  sizesOf: (state: string) => StateSizes,
): Promise<DiagramRegion> {
  const lines = linesOf(region.arrows)
  const course = plainCourse(region, lines)
  const laid: ElkNode = await elk.layout({
    id: region.name,
    layoutOptions: options,
    children: region.states.map((state) => nodeOf(state, sizesOf(state))),
    edges: lines.map((line, index) => ({
      id: String(index),
      sources: [line.from],
      targets: [line.to],
      layoutOptions: course.has(line) ? onCourse : {},
    })),
  })
  const nodes = laid.children ?? []
  return {
    name: region.name,
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    first: region.first,
    states: nodes.map((node) => ({ state: node.id, ...placeOf(node), end: isEnd(region, node.id) })),
    rooms: nodes.flatMap((node) => {
      const label = node.labels?.[0]
      const at = label && placeOf({ ...label, x: (node.x ?? 0) + (label.x ?? 0), y: (node.y ?? 0) + (label.y ?? 0) })
      return at ? [{ state: node.id, ...at }] : []
    }),
    edges: lines.map((line, index) => ({ ...line, points: cornersOf(laid.edges?.[index]) })),
  }
}

/** From each state the line to the next one that is no end: what a case does that nothing keeps from its goal. */
function plainCourse(region: ChartRegion, lines: readonly Line[]): Set<Line> {
  const course = new Set<Line>()
  const { states, first } = region
  for (let state: string | undefined = first; state !== undefined; ) {
    const onward: Line[] = lines.filter(({ from, to }) => from === state && states.indexOf(to) > states.indexOf(from))
    const next: Line | undefined = onward.find(({ to }) => !isEnd(region, to)) ?? onward[0]
    if (next) course.add(next)
    state = next?.to
  }
  return course
}

function nodeOf(id: string, { box, room }: StateSizes): ElkNode {
  return {
    id,
    ...box,
    layoutOptions: { 'elk.nodeLabels.placement': 'OUTSIDE V_TOP H_CENTER' },
    labels: [{ text: id, ...room }],
  }
}

function linesOf(arrows: readonly ChartArrow[]): Line[] {
  const byEnds = Map.groupBy(arrows, ({ from, to }) => `${from} ${to}`)
  return [...byEnds.values()].flatMap((same) => {
    const [first] = same
    return first ? [{ from: first.from, to: first.to, events: same.map(({ event }) => event) }] : []
  })
}

/** Nothing leads on from an end but one or two ways back. */
function isEnd({ states, arrows, first }: ChartRegion, state: string): boolean {
  const onward = arrows.filter(({ from }) => from === state)
  const ways = new Set(onward.map(({ event }) => event)).size
  return state !== first && ways <= 2 && onward.every(({ to }) => states.indexOf(to) < states.indexOf(state))
}

function placeOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Point & Size>): Point & Size {
  return { x: round(x), y: round(y), width: round(width), height: round(height) }
}

function cornersOf(edge: ElkExtendedEdge | undefined): Point[] {
  const section = edge?.sections?.[0]
  if (!section) return []
  const corners = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]
  return corners.map(({ x, y }) => ({ x: round(x), y: round(y) }))
}

function round(value: number): number {
  return Math.round(value * 2) / 2
}
