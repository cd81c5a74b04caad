// Sends a step and says what came of it; the answer carries the case anew, which the cache then holds.
import { type Client, gql, type TypedDocumentNode } from '@urql/core'
import { stepInputs } from '../generated/step-inputs.ts'
import type { StepName } from './step-names.ts'

export interface FieldFault {
  field: string | null
  text: string
}

export type StepResult =
  | { kind: 'done'; number: string | null; revision: number }
  | { kind: 'faults'; text: string; faults: readonly FieldFault[] }
  | { kind: 'stale' | 'refused'; text: string }
  | { kind: 'lost' }

interface Sent {
  input: object
  key: string
}

interface Answered {
  step: {
    __typename: string
    revision?: number
    text?: string
    fields?: FieldFault[]
    moved?: { number: string } | null
  }
}

/** `shown` is the text of the fragment that the page shows; `key` stays while the same words are sent again, so a lost answer does no harm. */
export async function sendStep(graph: Client, step: StepName, sent: Sent, shown: Shown): Promise<StepResult> {
  const { data, error } = await graph.mutation(documentOf(step, shown), sent).toPromise()
  if (!data) {
    const told = error?.graphQLErrors[0]?.message
    return told ? { kind: 'refused', text: told } : { kind: 'lost' }
  }
  const { __typename, revision = 0, text = '', fields = [], moved } = data.step
  switch (__typename) {
    case 'ClaimMoved':
    case 'TaskMoved':
    case 'TrialMoved':
    case 'VisitMoved':
      return { kind: 'done', number: moved?.number ?? null, revision }
    case 'Invalid':
      return { kind: 'faults', text, faults: fields }
    case 'Stale':
      return { kind: 'stale', text }
    default:
      return { kind: 'refused', text }
  }
}

export interface Shown {
  names: readonly string[]
  texts: readonly string[]
}

/** Field of the answer that carries what moved. */
const movedOf = { ClaimAnswer: 'claim', TaskAnswer: 'task', TrialAnswer: 'trialBatch', VisitAnswer: 'visit' } as const

const documents = new Map<string, TypedDocumentNode<Answered, Sent>>()

function documentOf(step: StepName, { names, texts }: Shown): TypedDocumentNode<Answered, Sent> {
  const key = `${step} ${names.join(' ')}`
  const known = documents.get(key)
  if (known) return known
  const { answer, input } = stepInputs[step]
  const moved = answer.replace('Answer', 'Moved')
  const made = gql<Answered, Sent>(`mutation Step($input: ${input}!, $key: String!) {
    step: ${step}(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal { text }
      ... on Invalid { fields { field text } }
      ... on ${moved} { revision moved: ${movedOf[answer]} { id number ${names.map((name) => `...${name}`).join(' ')} } }
    }
  } ${unique(texts)}`)
  documents.set(key, made)
  return made
}

/** Fragments that several texts carry are kept once: a document must not define a name twice. */
function unique(texts: readonly string[]): string {
  const fragments = texts.flatMap((text) => text.split(/(?=fragment \w+ on )/)).filter((text) => text.trim() !== '')
  return [...new Set(fragments.map((text) => text.trim()))].join(' ')
}
