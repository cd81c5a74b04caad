// Sends a bulk action batch by batch; each row has its own outcome, and sent again under the same key its effect is the same.
import { type Client, gql } from '@urql/core'

export interface BulkOutcome {
  id: string
  done: boolean
  revision: number | null
  refusal: { text: string; fields?: readonly { text: string }[] } | null
}

export interface BulkOrder {
  mutation: string
  /** The rows as the mutation names them. */
  rows: readonly { id: string; revision: number }[]
  /** What is the same for every row. */
  input: object
  key: string
}

/** Small enough that one sees it move. */
const batch = 20

/** All outcomes so far are told after each batch; null at the end where the server was lost on the way. */
export async function sendBulk(
  graph: Client,
  { mutation, rows, input, key }: BulkOrder,
  tell: (outcomes: readonly BulkOutcome[]) => void,
): Promise<string | null> {
  const document = documentOf(mutation)
  const outcomes: BulkOutcome[] = []
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch)
    const named =
      mutation === 'commentOnCases'
        ? { ids: part.map(({ id }) => id) }
        : { rows: part.map(({ id, revision }) => ({ id, revision })) }
    const { data, error } = await graph.mutation(document, { input: { ...named, ...input }, key }).toPromise()
    const answer = data?.bulk
    if (!answer?.rows) return answer ? reasonOf(answer) : (error?.graphQLErrors[0]?.message ?? '')
    outcomes.push(...answer.rows)
    tell([...outcomes])
  }
  return null
}

/** What a refusal says of single fields, which are not beside it here; else its own words. */
export function reasonOf({ text = '', fields = [] }: { text?: string; fields?: readonly { text: string }[] }): string {
  return fields.length > 0 ? fields.map((field) => field.text).join('. ') : text
}

interface Answered {
  bulk: { rows?: BulkOutcome[]; text?: string; fields?: { text: string }[] }
}

function documentOf(mutation: string) {
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  return gql<Answered, { input: object; key: string }>(`mutation Bulk($input: ${input}!, $key: String!) {
    bulk: ${mutation}(input: $input, idempotencyKey: $key) {
      __typename
      ... on BulkDone { rows { id done revision refusal { __typename text ... on Invalid { fields { text } } } } }
      ... on Refusal { text }
      ... on Invalid { fields { text } }
    }
  }`)
}
