// What can be done through the API: one mutation per event that a person may send, each with its permission and refusals.
import { getNamedType, isUnionType } from 'graphql'
import { expect, it } from 'vitest'
import { words } from '../../schema/vocabulary.ts'
import { schema } from '../../server/api.ts'
import { taskEventInputs } from '../../server/cases/task-inputs.ts'
import { claimEventInputs } from '../../server/claims/event-inputs.ts'
import { actions } from '../../server/core/permission-table.ts'
import { sourceFiles } from './source-files.ts'

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

/** Actions that somebody besides the product itself may carry out. */
const forPeople = words(actions).filter((action) => Object.keys(actions[action]).some((role) => role !== 'system'))

it('has a mutation for each event that the table lets a person send', () => {
  const events = (kind: string) =>
    forPeople.filter((action) => action.startsWith(`${kind}.`)).map((action) => action.slice(kind.length + 1))
  expect(['register', ...words(claimEventInputs)].sort()).toEqual(events('claim').filter(notOnItsOwn).sort())
  expect(words(taskEventInputs).sort()).toEqual(events('task').filter(notOnItsOwn).sort())
  expect(mutations.length).toBeGreaterThan(words(claimEventInputs).length + words(taskEventInputs).length)
})

/** A draft is not stored before it is registered, so nothing is there to discard; a task is sent by an event of its case. */
function notOnItsOwn(event: string): boolean {
  return event !== 'discard' && event !== 'send'
}

it('adds mutations where the permission is asked for: by action, by event, or by the command on a case', () => {
  const adding = sourceFiles('server').filter(({ text }) => /\.mutationFields?\(/.test(text))
  expect(adding.map(({ path }) => path)).toEqual([
    'server/cases/mutations.ts',
    'server/graphql/command.ts',
    'server/graphql/event-mutation.ts',
  ])
})

it('answers each mutation with its result or a typed refusal', () => {
  const open = mutations.filter(({ type }) => {
    const answer = getNamedType(type)
    const members = isUnionType(answer) ? answer.getTypes().map(({ name }) => name) : []
    return !['Invalid', 'NotAllowed', 'NotFound', 'KeyReused'].every((name) => members.includes(name))
  })
  expect(open.map(({ name }) => name)).toEqual([])
})
