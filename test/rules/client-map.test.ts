// The map of a case: where it has been, what is open, where the arrows of the keyboard lead.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeTowards } from '../../client/diagram/map-keys.ts'
import { mapModel, mirrored } from '../../client/diagram/map-model.ts'
import { type StateChange, staysOf } from '../../client/diagram/stays.ts'
import type { Diagram, DiagramRegion } from '../../schema/diagram.ts'

const claim: Diagram = JSON.parse(readFileSync(`${import.meta.dirname}/../../schema/diagrams/claim.json`, 'utf8'))
const handling = regionNamed('handling')
const all = { at: 0, of: 3, states: handling.states.map(({ state }) => state) }

const registered = line(
  '2026-11-02T08:00:00Z',
  'Register',
  ['draft', 'nothing', 'notRequired'],
  ['registered', 'nothing', 'notRequired'],
)
const acknowledged = line('2026-11-02T09:30:00Z', 'Acknowledge', registered.toStates, [
  'screening',
  'nothing',
  'notRequired',
])
const asked = line('2026-11-03T09:00:00Z', 'Ask', acknowledged.toStates, ['screening', 'customer', 'notRequired'])
const ofTask = line('2026-11-03T10:00:00Z', 'Accept', ['open'], ['inProgress'])
const accepted = line('2026-11-04T09:00:00Z', 'Accept', asked.toStates, ['collecting', 'customer', 'required'])
const history = [accepted, ofTask, asked, acknowledged, registered]

describe('stays', () => {
  it('tell each state with its times, who led there, and leave the lines of tasks out', () => {
    expect(staysOf(history, all)).toEqual([
      { state: 'registered', entered: registered.at, left: acknowledged.at, by: 'Ainur', step: 'Register' },
      { state: 'screening', entered: acknowledged.at, left: accepted.at, by: 'Ainur', step: 'Acknowledge' },
      { state: 'collecting', entered: accepted.at, left: null, by: 'Ainur', step: 'Accept' },
    ])
  })

  it('begin without a time where older lines are not known', () => {
    const [first] = staysOf([accepted], all)
    expect(first).toEqual({ state: 'screening', entered: null, left: accepted.at, by: null, step: null })
  })
})

describe('the map', () => {
  const stays = staysOf(history, all)
  const action = (event: string, ready = true) => ({ event, label: event, ready, lacking: '' })
  const model = mapModel(handling, 'collecting', stays, [action('startConclusion'), action('withdraw', false)], [])

  it('has a button where each step leads, and tones what is behind', () => {
    expect(model.steps.map(({ action: { event }, to }) => [event, to])).toEqual([
      ['startConclusion', 'concluding'],
      ['withdraw', 'withdrawn'],
    ])
    expect([...model.passed]).toEqual(['registered', 'screening'])
    expect(look('collecting', 'concluding')).toBe('able')
    expect(look('collecting', 'withdrawn')).toBe('lacking')
    expect(look('registered', 'screening')).toBe('passed')
    expect(look('screening', 'merged')).toBe('plain')
  })

  it('leads along its lines by arrow keys', () => {
    const towards = (direction: 'onward' | 'back', at: string) => placeTowards(direction, at, handling, model, [])
    expect(towards('onward', 'registered')).toBe('screening')
    expect(towards('onward', 'collecting')).toBe('startConclusion concluding')
    expect(towards('onward', 'startConclusion concluding')).toBe('concluding')
    expect(towards('back', 'concluding')).toBe('startConclusion concluding')
    expect(towards('back', 'startConclusion concluding')).toBe('collecting')
  })

  it('is the same from right to left', () => {
    const [first, turned] = [handling.states[0], mirrored(handling).states[0]]
    expect(turned?.x).toBe(handling.width - (first?.x ?? 0) - (first?.width ?? 0))
    expect(mirrored(mirrored(handling))).toEqual(handling)
  })

  function look(from: string, to: string) {
    const edge = handling.edges.find((one) => one.from === from && one.to === to)
    return edge && model.lookOf(edge)
  }
})

function regionNamed(name: string): DiagramRegion {
  const region = claim.regions.find((one) => one.name === name)
  if (!region) throw new Error(`The claim has no region ${name}`)
  return region
}

function line(at: string, eventLabel: string, fromStates: readonly string[], toStates: readonly string[]): StateChange {
  return { at, event: eventLabel, eventLabel, byName: 'Ainur', asRole: 'csEngineer', fromStates, toStates }
}
