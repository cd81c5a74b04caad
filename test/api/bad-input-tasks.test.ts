// Events of a task with bad input or by the wrong people: refused by type, and no row changed.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json.ts'
import { claimIn } from '../stories/driven-claim.ts'
import { type DrivenTask, sentTask } from '../stories/driven-task.ts'
import { nobody, refused } from '../stories/refused.ts'
import { openWorld, type Who, type World } from '../stories/world.ts'

let world: World
let open: DrivenTask
let working: DrivenTask
let answered: DrivenTask
let returned: DrivenTask
beforeAll(async () => {
  world = await openWorld()
  const claim = await claimIn(world, 'collecting')
  open = await sentTask(claim)
  working = await sentTask(claim)
  await working.do('accept')
  answered = await sentTask(claim)
  await answered.do('accept')
  await answered.do('answer')
  returned = await sentTask(claim)
  await returned.do('return')
})
afterAll(() => world.close())

type Sent = Parameters<DrivenTask['do']>[0]

it.each<[string, () => DrivenTask, Sent, JsonObject, Who | undefined, string]>([
  ['a stale revision', () => open, 'accept', { revision: 9 }, undefined, 'Stale'],
  ['a task that is not there', () => open, 'accept', { id: nobody }, undefined, 'NotFound'],
  ['a task that was taken', () => working, 'accept', {}, undefined, 'WrongState'],
  ['a task of another department', () => open, 'accept', {}, 'coater', 'NotFound'],
  ['the sender himself', () => open, 'accept', {}, 'analyst', 'NotAllowed'],
  ['an administrator', () => open, 'cancel', {}, 'administrator', 'NotAllowed'],
  ['a reason of no list', () => open, 'return', { reason: 'tooHot' }, undefined, 'reason: unknownCode'],
  [
    'a person of another department',
    () => open,
    'reassign',
    { personId: 'coater' },
    undefined,
    'personId: notOfDepartment',
  ],
  ['no answer', () => working, 'answer', { text: ' ' }, undefined, 'text: blank'],
  ['no cause', () => working, 'answer', { causeCode: null }, undefined, 'causeCode: causeCode'],
  ['a cause of no list', () => working, 'answer', { causeCode: 'witches' }, undefined, 'causeCode: unknownCode'],
  [
    'a value that is no number',
    () => working,
    'answer',
    { values: [{ name: 'Tension', text: 'much', number: '1e5' }] },
    undefined,
    'values.0.number: notADecimal',
  ],
  ['a rating of 0', () => answered, 'verify', { rating: 0 }, undefined, 'rating: tooLow'],
  ['a rating by the department', () => answered, 'verify', {}, 'roller', 'NotAllowed'],
  [
    'a date of yesterday',
    () => answered,
    'rejectAnswer',
    { dueAt: '2026-11-01T05:00:00Z' },
    undefined,
    'dueAt: dueDatePassed',
  ],
  [
    'a department that is not there',
    () => returned,
    'redirect',
    { departmentId: nobody },
    undefined,
    'departmentId: unknownDepartment',
  ],
  ['back from another', () => returned, 'takeBack', {}, 'millHead', 'NotAllowed'],
])('%s', async (_name, task, event, input, who, fault) => {
  const given = input.personId === 'coater' ? { personId: world.people.coater.id } : input
  expect(await refused(world, () => task().attempt(event, given, who))).toEqual([fault])
})
