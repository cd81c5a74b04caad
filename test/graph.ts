// Asks the graph as a viewer, in process: the schema, the engine and PostgreSQL are the real ones.
import { graphql } from 'graphql'
import type { JsonObject } from '../schema/json.ts'
import { schema } from '../server/api.ts'
import type { Engine } from '../server/core/engine.ts'
import type { ContactViewer, PersonViewer } from '../server/core/viewer.ts'
import { globalId } from '../server/graphql/node.ts'

export { globalId }

/** Data of the answer; fails the test on errors of GraphQL. */
export async function ask<T = Record<string, never>>(
  engine: Engine,
  viewer: PersonViewer | ContactViewer,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<T> {
  const contextValue = { engine, viewer, language: viewer.language, requestId: 'test' }
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
  if (errors)
    throw new Error(
      errors
        .map(({ message, path, originalError }) => `${path?.join('.')}: ${message} ${originalError?.stack ?? ''}`)
        .join('\n'),
    )
  return data as T
}

export interface ClaimAnswer {
  __typename: string
  revision?: number
  claim?: {
    id: string
    number: string
    state: string
    waiting: string
    improvementState: string
    revision: number
  } | null
  text?: string
  fields?: { field: string | null; code: string; text: string }[]
  states?: string[]
  allowed?: string[]
  current?: number
}

const claimAnswer = `
  __typename
  ... on ClaimMoved { revision claim { id number state waiting improvementState revision } }
  ... on WrongState { text states allowed }
  ... on Stale { text revision current }
  ... on Invalid { text fields { field code text } }
  ... on NotAllowed { text } ... on NotFound { text } ... on KeyReused { text }`

/** Sends a mutation of a claim and gives its answer, whatever it is. */
export async function send(
  engine: Engine,
  viewer: PersonViewer | ContactViewer,
  mutation: string,
  input: JsonObject,
): Promise<ClaimAnswer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const data = await ask<{ answer: ClaimAnswer }>(
    engine,
    viewer,
    `mutation($input: ${type}!) { answer: ${mutation}(input: $input) { ${claimAnswer} } }`,
    { input },
  )
  return data.answer
}

/** Sends a mutation of a task. */
export async function sendTask(engine: Engine, viewer: PersonViewer, mutation: string, input: JsonObject) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const data = await ask<{
    answer: {
      __typename: string
      revision?: number
      task?: { state: string; revision: number } | null
      fields?: { field: string | null; code: string; text: string }[]
      states?: string[]
    }
  }>(
    engine,
    viewer,
    `mutation($input: ${type}!) { answer: ${mutation}(input: $input) { __typename
      ... on TaskMoved { revision task { state revision } } ... on Invalid { fields { field code text } } ... on WrongState { states } } }`,
    { input },
  )
  return data.answer
}
