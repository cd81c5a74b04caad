// Every field and every mutation as every role sees it, executed, against a text that a reviewer reads; and no rule is idle.
import { isObjectType } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '../../server/api.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { mutationNames, tryMutation } from '../matrix/acting.ts'
import { differences, golden, printed } from '../matrix/golden.ts'
import { OWN_ACTIONS, readActions } from '../matrix/own-actions.ts'
import { answersOnly, atRoot, below } from '../matrix/places.ts'
import { caughtBy, type Probe, probe } from '../matrix/probes.ts'
import { readType } from '../matrix/reading.ts'
import { mutants } from '../matrix/rule-table.ts'
import { givenMatrix, type MatrixWorld } from '../matrix/world.ts'

/** Nobody of order management and logistics is among the viewers; laboratory and production ask the same words. */
const ofOtherOffices = ['reschedule', 'start', 'received', 'recordLoss', 'hold', 'resume'].flatMap((event) =>
  ['departmentResponder', 'departmentHead'].map((role) => `trialBatch.${event} × ${role} removed`),
)

/**
 * No mutation discards a draft, since none is stored; a task is sent within an event of its case that fewer may send. Of these
 * rows only `me.actions` tells, and it does not tell how far they reach.
 */
const NOT_ASKED = {
  survivors: [
    'claim.discard × keyCustomerManager weakened',
    ...ofOtherOffices,
    'task.send × keyCustomerManager weakened',
  ],
  idle: [
    'claim.discard × csEngineer removed',
    'claim.discard × csLead removed',
    'claim.discard × keyCustomerManager removed',
    'claim.discard × customerContact removed',
    'task.send × csEngineer removed',
    'task.send × csLead removed',
    'task.send × keyCustomerManager removed',
    'task.send × analyst removed',
  ],
}

let test: TestEngine
let world: MatrixWorld
const reads: Probe[] = []
const acts: Probe[] = []
const own: Probe[] = []

beforeAll(async () => {
  test = await testEngine()
  world = await givenMatrix(test.engine, test.database.owner)
  const labels = [...new Set([...Object.keys(world.rows), ...Object.keys(below), ...Object.keys(atRoot)])].sort()
  for (const label of labels) reads.push(await probe((who) => readType(test.engine, world, label, who)))
  own.push(await probe((who) => readActions(test.engine, world, who)))
  for (const name of mutationNames) acts.push(await probe((who) => tryMutation(test.engine, world, name, who)))
}, 240_000)
afterAll(() => test.close())

it('reads every object type of the schema, but for what only answers carry', () => {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  const read = reads.map(({ group }) => group.label.split(' ')[0] ?? '')
  expect(types.map(({ name }) => name).sort()).toEqual([...new Set([...read, ...answersOnly])].sort())
})

it('has something to hide in every field', () => {
  const lines = reads.flatMap(({ group }) => group.lines)
  const read = lines.filter(({ cells }) => Object.values(cells).join('').includes('v')).map(({ name }) => name)
  expect([...new Set(lines.map(({ name }) => name))].filter((name) => !read.includes(name))).toEqual([])
})

it('gives each role what the golden file says', () => {
  const groups = (probes: readonly Probe[]) => probes.map(({ group }) => group)
  const text = printed({
    'What the viewer can do at all': groups(own),
    Mutations: groups(acts),
    Fields: groups(reads),
  })
  expect(differences(golden(text), text)).toEqual([])
})

it('shows every rule that is taken away or widened', async () => {
  const survivors: string[] = []
  const idle: string[] = []
  // Visits have a chart and no mutations: its rules are asked by nobody but `actions`.
  const all = mutants().filter(({ rule }) => !rule.startsWith('visit.'))
  for (const mutant of all) {
    const place = await caughtBy(mutant, [...reads, ...acts, ...own], world.viewers)
    const name = `${mutant.rule} × ${mutant.role} ${mutant.change}`
    if (place === null) survivors.push(name)
    if (place === OWN_ACTIONS) idle.push(name)
  }
  expect(all.length).toBeGreaterThan(340)
  expect({ survivors, idle }).toEqual(NOT_ASKED)
}, 120_000)
