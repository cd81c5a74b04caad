// Random walks over the claim: clocks run exactly where they belong, and the history gives the state again.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../schema/json.ts'
import type { ChartEvent } from '../../server/workflows/chart.ts'
import { charts } from '../../server/workflows/charts.ts'
import { type ClaimContext, newClaim } from '../../server/workflows/claim-context.ts'
import { restore } from '../../server/workflows/snapshot.ts'
import { replay, type Stepped, statesOf, step } from '../../server/workflows/step.ts'
import { variantsFor } from './claim-variants.ts'
import { daysLater, monday } from './claim-world.ts'
import { RunningClocks } from './running-clocks.ts'

const answering = ['screening', 'collecting', 'concluding', 'decision', 'approval', 'disputed']
const open = ['registered', ...answering, 'offered', 'settlement', 'closing']

/** Registers a claim, then follows numbers as choices among what can be taken; half a day passes between two events. */
function walk(
  choices: number[],
  seen: (stepped: Stepped, clocks: RunningClocks) => void,
): { events: ChartEvent[]; snapshot: JsonObject } {
  const clocks = new RunningClocks()
  const events: ChartEvent[] = []
  let snapshot: JsonObject | null = null
  for (const choice of [0, ...choices]) {
    const now = daysLater(events.length / 2, monday)
    const live = restore(charts.claim.machine, snapshot)
    const context: ClaimContext = snapshot ? (snapshot.context as ClaimContext) : newClaim
    const taken = variantsFor(context, now)
      .map(({ event }) => event)
      .filter((event) => event.type !== 'deadlinePassed' || clocks.canPass(`${event.payload.clock}`))
      .filter((event) => charts.claim.machine.getTransitionData(live, event).length > 0)
    const event = taken[choice % taken.length]
    if (!event) break
    const result = step(charts.claim, snapshot, event)
    if (!result.moved) throw new Error(`${event.type} was refused: ${JSON.stringify(result.refusal)}`)
    clocks.apply(result.effects)
    seen(result, clocks)
    events.push(event)
    snapshot = JSON.parse(JSON.stringify(result.snapshot))
  }
  return { events, snapshot: snapshot ?? {} }
}

/** Which clocks belong to these states, from the table of clocks. */
function belonging(
  [handling = '', waiting = '', improvement = '']: string[],
  { containment }: ClaimContext,
): Set<string> {
  const rows: [string, boolean][] = [
    ['acknowledge', handling === 'registered'],
    ['screen', handling === 'screening'],
    ['containment', ['collecting', 'concluding'].includes(handling) && containment === 'open'],
    ['answer', answering.includes(handling)],
    ['approval', handling === 'approval'],
    ['customerInformation', waiting === 'customer'],
    ['sampleArrival', waiting === 'sample'],
    ['offerAnswer', handling === 'offered'],
    ['settlement', handling === 'settlement'],
    ['closing', handling === 'closing'],
    ['statusUpdate', open.includes(handling)],
    ['effectiveness', improvement === 'effectivenessCheck'],
  ]
  return new Set(rows.filter(([, belongs]) => belongs).map(([clock]) => clock))
}

function pausesOf(clock: string, [handling = '', waiting = '']: string[]): string[] {
  if (waiting !== 'nothing') return [waiting]
  return handling === 'offered' && clock === 'statusUpdate' ? ['offered'] : []
}

test('clocks run exactly where they belong, and the recorded events give the stored snapshot again', () => {
  const visited = new Set<string>()
  const check = (stepped: Stepped, clocks: RunningClocks) => {
    const where = stepped.to.join(' ')
    visited.add(where)
    expect(clocks.names, where).toEqual(belonging(stepped.to, stepped.snapshot.context as ClaimContext))
    if (!stepped.open) expect(clocks.names.size, where).toBe(0)
    for (const clock of ['screen', 'answer', 'statusUpdate']) {
      expect(clocks.pauses(clock) ?? pausesOf(clock, stepped.to), `${clock} ${where}`).toEqual(
        pausesOf(clock, stepped.to),
      )
    }
  }
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 10_000 }), { minLength: 20, maxLength: 60 }), (choices) => {
      const { events, snapshot } = walk(choices, check)
      const recorded: ChartEvent[] = JSON.parse(JSON.stringify(events))
      expect(replay(charts.claim, recorded)).toEqual(snapshot)
    }),
    { numRuns: 100, seed: 20260302 },
  )
  expect(visited.size).toBeGreaterThan(100)
})

test('a snapshot whose keys a database has put in another order is the same state', () => {
  const { snapshot } = walk([0, 3, 5, 8, 13, 21], () => {})
  expect(statesOf(charts.claim, reversed(snapshot))).toEqual(statesOf(charts.claim, snapshot))
})

test('a replay names the event that does not fit', () => {
  const { events } = walk([0, 0, 0], () => {})
  expect(() => replay(charts.claim, events.slice(1))).toThrow(/^Event 1 \(.*\) is refused: wrongState$/)
  expect(() => replay(charts.claim, [])).toThrow('no event')
})

function reversed(json: JsonObject): JsonObject {
  const entries = Object.entries(json).reverse()
  return Object.fromEntries(entries.map(([key, value]) => [key, isObject(value) ? reversed(value) : value]))
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
