// A trial batch at the boundary of the API: what is refused and how, up to which cost nobody approves it, and whose work it is where it stands.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { sendCommand } from '../command-answer.ts'
import { DrivenTrial, givenTrialWorld, type TrialWorld } from '../driven-trial.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenPerson } from '../given.ts'
import { ask, globalId } from '../graph.ts'
import { requirements } from '../workflows/trial-world.ts'

let test: TestEngine
let world: TrialWorld
beforeAll(async () => {
  test = await testEngine()
  world = await givenTrialWorld(test.engine, test.database.app)
})
afterAll(() => test?.close())

describe('bad input is refused by name and field', () => {
  it('a lower limit above the upper one, and one of the six groups left out', async () => {
    const trial = new DrivenTrial(world)
    await trial.request()
    await trial.step('engineer', 'agreeTrialRequirements')
    const set = requirements.map(({ id: _, ...given }) => given)
    const submit = (changed: object[]) =>
      trial.step('engineer', 'submitTrialRequirements', { requirements: changed, tasks: [] } as never)
    const upsideDown = set.map((one) => (one.indicator === 'Thickness' ? { ...one, min: '2.14', max: '1.86' } : one))
    expect(await submit(upsideDown)).toContain('Thickness: the lower limit 2.14 is above the upper limit 1.86')
    const five = set.filter(({ group }) => group !== 'flatness')
    expect(await submit(five)).toContain('A requirement in the group: Flatness')
  })

  it('a value without its unit, and an inspection without one of the groups', async () => {
    const trial = new DrivenTrial(world)
    await trial.toInspection()
    const measured = await trial.measured()
    const certificateId = globalId('Certificate', world.certificateId)
    const unitless = measured.map((one, index) => (index === 0 ? { ...one, unit: '' } : one))
    const pass = (measurements: object[]) =>
      trial.step('tester', 'passTrialInspection', { certificateId, measurements } as never)
    expect(await pass(unitless)).toHaveLength(1)
    expect(await pass(measured.slice(0, -1))).toEqual(['Group without values: Flatness'])
    // A batch that does not conform goes nowhere before it is reworked or the customer has signed for the group.
    await trial.fail({ Flatness: '11' })
    expect(await trial.receive()).toBe('WrongState')
  })

  it('more good output than input without the reason', async () => {
    const trial = new DrivenTrial(world)
    await trial.toInspection()
    await trial.pass()
    await trial.receive()
    const line = { inputMass: '20.000', goodMass: '20.100', stops: 0, pieces: 5, rating: 3 }
    expect(await trial.process({ lines: [line] })).toEqual([
      'Line 1: why the good output 20.100 t is above the input 20.000 t',
    ])
    expect(await trial.process({ lines: [{ ...line, reasonAbove: 'Coated at the customer' }] })).toBe('evaluation')
  })
})

it('the limit of cost: up to it nobody approves, a cent above it the management; each setting is a new version', async () => {
  const set = (amountUsd: string, viewer: PersonViewer = world.manager) =>
    sendCommand(world.engine, viewer, {
      ...{ name: 'setTrialCostLimit', success: 'TrialCostLimit', more: 'version amountUsd' },
      input: { amountUsd },
    })
  const named = async (cost: string) => {
    const trial = new DrivenTrial(world)
    await trial.request()
    await trial.step('engineer', 'agreeTrialRequirements')
    await trial.submit()
    await trial.answerTasks()
    return [trial, await trial.step('analyst', 'confirmTrialFeasible', { cost, currency: 'USD' })] as const
  }
  expect((await set('1', world.lead)).__typename).toBe('NotAllowed')
  expect((await set('1', world.engineer)).__typename).toBe('NotAllowed')
  expect((await set('-1')).fields?.map(({ field }) => field)).toEqual(['amountUsd'])
  const { version: before } = await set('10000')
  const [waiting, first] = await named('10000.01')
  expect(first).toBe('approval')
  expect(await set('5000.00')).toEqual({
    __typename: 'TrialCostLimit',
    version: Number(before) + 1,
    amountUsd: '5000.00',
  })
  expect((await named('5000.00'))[1]).toBe('scheduled')
  expect((await named('5000.01'))[1]).toBe('approval')
  await set('20000')
  // Whose cost was named before keeps its way.
  expect(await waiting.step('manager', 'approveTrialCost')).toBe('scheduled')
})

it('stands on the work of those whose step is next, and of nobody else', async () => {
  const { engine, db, departments, account } = world
  const manager: PersonViewer = {
    ...(await givenPerson(db, { name: 'Key Person', role: 'keyCustomerManager' })),
    managedAccountIds: [account.id],
  }
  const other = { ...(await givenPerson(db, { name: 'Other Key', role: 'keyCustomerManager' })), managedAccountIds: [] }
  const second = await givenPerson(db, { name: 'Second Engineer', role: 'csEngineer' })
  const coater = await givenPerson(db, {
    ...{ name: 'Coat Person', role: 'departmentResponder' as const },
    departmentId: departments.coatingLine ?? '',
  })
  const { lead, analyst, planner, roller, tester } = world
  const people = { lead, analyst, boss: world.manager, planner, roller, tester, manager, other, second, coater }
  const trial = new DrivenTrial(world)
  const whose = async () => {
    const found: string[] = []
    for (const [name, viewer] of Object.entries(people)) {
      const { myCases } = await ask<{ myCases: { nodes: { id: string }[] } }>(
        engine,
        viewer,
        '{ myCases(first: 100) { nodes { id } } }',
      )
      if (myCases.nodes.some(({ id }) => id === trial.id)) found.push(name)
    }
    return found
  }
  await trial.request()
  expect(await whose()).toEqual(['manager'])
  await trial.step('engineer', 'agreeTrialRequirements')
  expect(await whose()).toEqual([])
  await trial.submit()
  expect(await whose()).toEqual(['analyst'])
  await trial.answerTasks()
  await trial.step('analyst', 'confirmTrialFeasible', { cost: '90000.00', currency: 'USD' })
  expect(await whose()).toEqual(['boss'])
  await trial.step('manager', 'approveTrialCost')
  expect(await whose()).toEqual(['planner'])
  // On hold it is nobody's work.
  await trial.step('lead', 'holdTrial', { reason: 'No slab', until: '2026-12-01T04:00:00Z' })
  expect(await whose()).toEqual([])
  await trial.step('lead', 'resumeTrial')
  await trial.schedule()
  expect(await whose()).toEqual(['roller'])
  await trial.produce()
  expect(await whose()).toEqual(['tester'])
  await trial.fail({ Flatness: '11' })
  expect(await whose()).toEqual(['lead', 'roller'])
  await trial.step('roller', 'reworkTrial', { instruction: 'Level it' })
  expect(await whose()).toEqual(['roller'])
  await trial.step('roller', 'finishTrialRework')
  await trial.pass()
  await trial.receive()
  await trial.process()
  expect(await whose()).toEqual(['lead'])
  await trial.verdict('rejectTrial')
  expect(await whose()).toEqual([])
})
