// Sends an entry of a customer's page and says what came of it.
import { type Client, gql, type TypedDocumentNode } from '@urql/core'
import type { FieldFault } from '../case/send-step.ts'
import { entryInputs } from '../generated/entry-inputs.ts'
import type { EntryName } from './entry-rows.ts'

export type EntryOutcome = { kind: 'done' } | { kind: 'refused'; text: string; faults: readonly FieldFault[] }

interface Answered {
  entry: { __typename: string; text?: string; fields?: FieldFault[] }
}

/** A lost answer is told as refused with an empty text. */
export async function sendEntry(graph: Client, name: EntryName, input: object, key: string): Promise<EntryOutcome> {
  const document: TypedDocumentNode<Answered, { input: object; key: string }> = gql(`
    mutation Entry($input: ${entryInputs[name].input}!, $key: String!) {
      entry: ${name}(input: $input, idempotencyKey: $key) {
        __typename ... on Refusal { text } ... on Invalid { fields { field text } }
      }
    }`)
  const { data, error } = await graph.mutation(document, { input, key }).toPromise()
  if (!data) return { kind: 'refused', text: error?.graphQLErrors[0]?.message ?? '', faults: [] }
  const { text, fields = [] } = data.entry
  return text === undefined ? { kind: 'done' } : { kind: 'refused', text, faults: fields }
}
