// Prints what the API tells of a case afterwards: its history with people and states, and its clocks.
import type { Session } from './session.ts'

interface Line {
  kind: string
  event: string | null
  eventLabel: string | null
  text: string | null
  fromStates: string[]
  toStates: string[]
  byName: string
  asRole: string
  at: string
}

interface Clock {
  label: string
  dueAt: string | null
  state: string
}

interface Told {
  number: string
  title: string
  account: { name: string }
  history: { nodes: Line[] }
  deadlines: Clock[]
  tasks: { number: string; department: { name: string }; deadlines: Clock[] }[]
}

export async function printTimeline(
  session: Session,
  id: string,
  print: (line: string) => void,
  kind: 'claim' | 'trialBatch' | 'visit' = 'claim',
): Promise<void> {
  const { told } = await session.ask<{ told: Told }>(
    `query($id: ID!) { told: ${kind}(id: $id) { number title account { name }
      history(first: 100) { nodes { kind event eventLabel text fromStates toStates byName asRole at } }
      deadlines { label dueAt state }
      tasks { number department { name } deadlines { label dueAt state } } } }`,
    { id },
  )
  print(`\n${told.number}  ${told.title}  (${told.account.name})`)
  for (const line of told.history.nodes.toReversed()) print(lineText(line))
  print('  clocks')
  for (const clock of told.deadlines) print(clockText(clock, ''))
  for (const { number, department, deadlines } of told.tasks) {
    for (const clock of deadlines) print(clockText(clock, `${number} ${department.name}: `))
  }
}

function lineText({ kind, event, eventLabel, text, fromStates, toStates, byName, asRole, at }: Line): string {
  const what = kind === 'event' ? (eventLabel ?? event ?? '') : `${kind}: ${text ?? ''}`
  const states = kind === 'event' ? statesText(fromStates, toStates) : ''
  const who = byName === asRole ? byName : `${byName} (${asRole})`
  return `  ${timeText(at, 19)}  ${who.padEnd(38)}  ${what.padEnd(34)}  ${states}`.trimEnd()
}

/** Region by region, what changed; the first line of a case names where it begins. */
function statesText(from: readonly string[], to: readonly string[]): string {
  const moved = to.flatMap((state, region) => (from[region] === state ? [] : [`${from[region] ?? '·'} → ${state}`]))
  return moved.length > 0 ? moved.join(', ') : `stays ${to[0] ?? ''}`
}

function clockText({ label, dueAt, state }: Clock, whose: string): string {
  const due = dueAt ? `due ${timeText(dueAt, 16)}` : 'no due time while paused'
  return `    ${`${whose}${label}`.padEnd(52)}  ${due.padEnd(24)}  ${state}`
}

function timeText(iso: string, length: number): string {
  return iso.slice(0, length).replace('T', ' ')
}
