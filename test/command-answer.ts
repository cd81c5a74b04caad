// Sends one mutation and gives its answer, whatever it is.
import type { Engine } from '../server/core/engine.ts'
import type { ContactViewer, PersonViewer } from '../server/core/viewer.ts'
import { ask } from './graph.ts'

export type CommandAnswer = {
  __typename: string
  id?: string
  text?: string
  fields?: { field: string | null; code: string; text: string }[]
} & Record<string, unknown>

export interface Sent {
  name: string
  input: Record<string, unknown>
  /** Type of the result, and what is asked of it. */
  success: string
  more?: string
  key?: string
}

export async function sendCommand(
  engine: Engine,
  viewer: PersonViewer | ContactViewer,
  { name, input, success, more = 'id', key }: Sent,
): Promise<CommandAnswer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const { answer } = await ask<{ answer: CommandAnswer }>(
    engine,
    viewer,
    `mutation ($input: ${type}!, $key: String) { answer: ${name}(input: $input, idempotencyKey: $key) {
      __typename ... on ${success} { ${more} } ... on Refusal { text } ... on Invalid { fields { field code text } } } }`,
    { input, key },
  )
  return answer
}
