// What can be done through the API: one mutation per event that a person may send, each with its permission and refusals.
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type GraphQLResolveInfo, getNamedType, isUnionType } from 'graphql'
import { expect, it } from 'vitest'
import { words } from '../../schema/vocabulary.ts'
import { schema } from '../../server/api.ts'
import { taskEventInputs } from '../../server/cases/task-inputs.ts'
import { claimEventInputs } from '../../server/claims/event-inputs.ts'
import { actions } from '../../server/core/permission-table.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { trialEventInputs } from '../../server/trial-batches/event-inputs.ts'
import { visitEventInputs } from '../../server/visits/event-inputs.ts'

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

/** Actions that somebody besides the product itself may carry out. */
const forPeople = words(actions).filter((action) => Object.keys(actions[action]).some((role) => role !== 'system'))

it('has a mutation for each event that the table lets a person send', () => {
  const events = (kind: string) =>
    forPeople.filter((action) => action.startsWith(`${kind}.`)).map((action) => action.slice(kind.length + 1))
  expect(['register', ...words(claimEventInputs)].sort()).toEqual(events('claim').filter(notOnItsOwn).sort())
  expect(['request', ...words(trialEventInputs)].sort()).toEqual(events('trialBatch').sort())
  expect(['request', 'plan', ...words(visitEventInputs)].sort()).toEqual(events('visit').sort())
  expect(words(taskEventInputs).sort()).toEqual(events('task').filter(notOnItsOwn).sort())
  expect(mutations.length).toBeGreaterThan(words(claimEventInputs).length + words(taskEventInputs).length)
})

/** A draft is not stored before it is registered, so nothing is there to discard; a task is sent by an event of its case. */
function notOnItsOwn(event: string): boolean {
  return event !== 'discard' && event !== 'send'
}

it('asks for permission before anything else, save where a secret forbids to keep the answer', async () => {
  const nobody: PersonViewer = {
    kind: 'person',
    id: randomUUID(),
    name: 'Nobody',
    language: 'en',
    timeZone: 'UTC',
    grants: [],
    positions: [],
    managedAccountIds: [],
    backDates: false,
  }
  const context = { viewer: nobody, language: 'en' }
  const entered: string[] = []
  for (const { name, resolve } of mutations) {
    const answer: unknown = await resolve?.(null, { input: {} }, context, {} as GraphQLResolveInfo)
    if (!isDeepStrictEqual(answer, { refusal: { kind: 'notAllowed' } })) entered.push(name)
  }
  expect(entered).toEqual(['linkCustomer'])
})

it('answers each mutation with its result or a typed refusal', () => {
  const open = mutations.filter(({ type }) => {
    const answer = getNamedType(type)
    const members = isUnionType(answer) ? answer.getTypes().map(({ name }) => name) : []
    return !['Invalid', 'NotAllowed', 'NotFound', 'KeyReused'].every((name) => members.includes(name))
  })
  expect(open.map(({ name }) => name)).toEqual([])
})
