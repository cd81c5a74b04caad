// Draws a chart as Markdown with Mermaid state diagrams, read from the machine itself.
import type { AnyStateNode } from 'xstate'
import type { Chart } from './chart.ts'

/** One section per region: the leaf states as a diagram, then what a group or the whole chart takes, then the clocks. */
export function diagram(chart: Chart): string {
  const { root } = chart.machine
  const regions = root.type === 'parallel' ? Object.values(root.states) : [root]
  const sections = regions.map((region) => section(region, region === root ? '' : `### ${region.key}\n\n`))
  const everywhere = root.type === 'parallel' ? groupLines(root) : []
  return [`## ${chart.kind}`, ...sections, ...everywhere].join('\n\n')
}

function section(region: AnyStateNode, heading: string): string {
  const nodes = below(region)
  const leaves = nodes.filter((node) => node.type === 'atomic')
  const first = leaves.find((node) => node.key === region.initial.target[0]?.key)
  const arrows = [`[*] --> ${first?.key ?? ''}`, ...leaves.flatMap(arrowsOf)]
  const picture = ['```mermaid', 'stateDiagram-v2', ...arrows.map((arrow) => `  ${arrow}`), '```'].join('\n')
  const groups = [region, ...nodes].filter((node) => node.type !== 'atomic').flatMap(groupLines)
  const clocks = nodes.flatMap((node) => clocksOf(node).map((clock) => `\`${clock}\` in ${node.key}`))
  const running = clocks.length > 0 ? [`Clocks: ${clocks.join(' · ')}.`] : []
  return `${heading}${[picture, ...groups, ...running].join('\n\n')}`
}

function below(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...below(child)])
}

/** One arrow per target, labelled with all events that lead there. */
function arrowsOf(node: AnyStateNode): string[] {
  const byTarget = Map.groupBy(takenBy(node), ({ target }) => target)
  return [...byTarget].map(
    ([target, taken]) => `${node.key} --> ${target}: ${taken.map(({ label }) => label).join(', ')}`,
  )
}

function groupLines(node: AnyStateNode): string[] {
  const taken = takenBy(node).map(({ label, target }) =>
    target === node.key ? `\`${label}\`` : `\`${label}\` → ${target}`,
  )
  return taken.length > 0 ? [`Everywhere in ${node.key}: ${taken.join(' · ')}.`] : []
}

function takenBy(node: AnyStateNode): { label: string; target: string }[] {
  return [...node.transitions.values()].flat().map(({ eventType, guard, target }) => {
    const conditions = guardNames(guard).filter((name) => name !== 'complete')
    const label = conditions.length > 0 ? `${eventType} [${conditions.join(' and ')}]` : eventType
    return { label, target: target?.[0]?.key ?? node.key }
  })
}

/** `and` keeps the guards it joins in a property of its function. */
function guardNames(guard: unknown): string[] {
  if (typeof guard === 'string') return [guard]
  if (typeof guard !== 'function' || !('guards' in guard) || !Array.isArray(guard.guards)) return []
  return guard.guards.flatMap(guardNames)
}

/** A state stops its own clocks on exit. */
function clocksOf(node: AnyStateNode): string[] {
  return node.exit.flatMap((action: unknown) => {
    const { type, params } = action as { type?: string; params?: { clock?: string } }
    return type === 'stopClock' && params?.clock ? [params.clock] : []
  })
}
