// Every chart laid out for drawing: positions for the longest label of all languages, one file per chart.
import type { Diagram, DiagramLabels } from '../../../schema/diagram.ts'
import type { Chart } from '../../workflows/chart.ts'
import { type ChartArrow, type ChartRegion, chartGraph } from '../../workflows/chart-graph.ts'
import { charts } from '../../workflows/charts.ts'
import { labelsOf } from './diagram-words.ts'
import { regionLayout, type StateSizes } from './region-layout.ts'
import { commonBox } from './text-box.ts'

const stateText = { size: 15, line: 18, most: 118, beside: 20, around: 14 }
const stepText = { size: 13, line: 16, most: 150, beside: 18, around: 10 }

/** Where no step leads there is still room for a figure about the state. */
const leastRoom = { width: 80, height: 20 }

/** Events that nobody takes by hand need no button. */
const ofSystem = ['deadlinePassed', 'tasksAnswered']

/** Path from the project's root → text. */
export async function diagramFiles(): Promise<Record<string, string>> {
  const files = Object.values(charts).map(async (chart): Promise<[string, string]> => {
    return [`schema/diagrams/${chart.kind}.json`, `${JSON.stringify(await diagramOf(chart))}\n`]
  })
  return Object.fromEntries(await Promise.all(files))
}

async function diagramOf(chart: Chart): Promise<Diagram> {
  const states = labelsOf(chart.kind, 'State')
  const events = labelsOf(chart.kind, 'Event')
  const regions: Diagram['regions'] = []
  const buttons: ChartArrow[] = []
  for (const region of chartGraph(chart)) {
    const shown = namedOnly(region, states)
    const own = shown.arrows.filter(({ event }) => !ofSystem.includes(event) && !isIn(buttons, event))
    regions.push(await regionLayout(shown, (state) => sizesOf(state, own, states, events)))
    buttons.push(...own)
  }
  return { kind: chart.kind, regions, states, events }
}

/** An event that moves several regions has its button in the first of them. */
function isIn(arrows: readonly ChartArrow[], event: string): boolean {
  return arrows.some((arrow) => arrow.event === event)
}

/** A draft stands before the course: states without a name on any screen are left out, and what only they lead to. */
function namedOnly(region: ChartRegion, labels: DiagramLabels): ChartRegion {
  const order = Object.keys(Object.values(labels)[0] ?? {})
  const named = region.states.filter((state) => order.includes(state))
  const arrows = region.arrows.filter(({ from }) => named.includes(from))
  const entered = region.arrows.find(({ from }) => !named.includes(from))?.to
  const first = named.includes(region.first) ? region.first : (entered ?? region.first)
  const reached = named.filter((state) => state === first || arrows.some(({ to }) => to === state))
  return { ...region, first, states: reached.sort((a, b) => order.indexOf(a) - order.indexOf(b)), arrows }
}

function sizesOf(
  state: string,
  arrows: readonly ChartArrow[],
  states: DiagramLabels,
  events: DiagramLabels,
): StateSizes {
  const name = commonBox(textsOf(states, state), stateText.size, stateText.most)
  const box = { width: name.width + stateText.beside, height: name.lines * stateText.line + stateText.around }
  const into = arrows.filter(({ to }) => to === state)
  const steps = into.map(({ event }) => commonBox(textsOf(events, event), stepText.size, stepText.most))
  const tallest = Math.max(leastRoom.height, ...steps.map(({ lines }) => lines * stepText.line + stepText.around))
  const width = Math.max(leastRoom.width, ...steps.map((step) => step.width + stepText.beside))
  return { box, room: { width, height: tallest * mostAtOnce(into) } }
}

/** How many different steps lead here from one state, at most. */
function mostAtOnce(into: readonly ChartArrow[]): number {
  const bySource = Map.groupBy(into, ({ from }) => from)
  return Math.max(1, ...[...bySource.values()].map((arrows) => new Set(arrows.map(({ event }) => event)).size))
}

function textsOf(labels: DiagramLabels, word: string): string[] {
  return Object.values(labels).map((words) => words[word] ?? word)
}
