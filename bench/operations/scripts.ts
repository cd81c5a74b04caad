// The questions as each contestant is sent them.
import { createHash } from 'node:crypto'
import { globalId } from '../../server/graphql/node.ts'
import type { Calls, OwnCase, Reads, Steps } from '../load/script.ts'
import { answersGiven } from './answers.ts'
import { detailDocument, detailOfPeer } from './detail.ts'
import { askDocument, eventForms, stopDocument } from './event.ts'
import { overviewDocument } from './overview.ts'
import { type Questions, queueVariables } from './questions.ts'
import { queueDocument, queueOfPeer } from './queue.ts'
import { searchDocument, searchOfPeer, searchTerms } from './search.ts'

export interface Scripts {
  ours: Reads
  peer: Reads
  limit: Reads
}

const documents = [detailDocument, queueDocument, searchDocument, overviewDocument, askDocument, stopDocument]

/** The file of documents that the product's own client would have: text by SHA-256. */
export function documentsFile(): string {
  return JSON.stringify(Object.fromEntries(documents.map((text) => [idOf(text), text])))
}

export function detailScripts({ details }: Questions): Scripts {
  return {
    ours: ours(
      detailDocument,
      details.map((id) => ({ id: globalId('Claim', id) })),
    ),
    peer: reads(
      '/graphql',
      details.map((id) => ({ query: detailOfPeer, variables: { id } })),
    ),
    limit: reads(
      '/detail',
      details.map((id) => ({ id })),
    ),
  }
}

export function queueScripts({ queues }: Pick<Questions, 'queues'>): Scripts {
  return {
    ours: ours(queueDocument, queues.map(queueVariables)),
    peer: reads(
      '/graphql',
      queues.map((variables) => ({ query: queueOfPeer, variables })),
    ),
    limit: reads('/queue', queues),
  }
}

export function searchScripts({ searches }: Questions): Scripts {
  return {
    ours: ours(
      searchDocument,
      searches.map((text) => ({ text })),
    ),
    peer: reads(
      '/graphql',
      searches.map((text) => ({ query: searchOfPeer, variables: searchTerms(text) })),
    ),
    limit: reads('/search', searches.map(searchTerms)),
  }
}

/** In the peer's place stand the same figures worked out from the answers, by hand. */
export const overviewScripts: Scripts = {
  ours: ours(overviewDocument, [{}]),
  peer: reads('/overview-live', [{}]),
  limit: reads('/overview', [{}]),
}

/** A respondent who hands in what his link asks, by the road of the public page. */
export function submissionScript(tokens: readonly string[]): Calls {
  return {
    kind: 'calls',
    calls: tokens.map((token, at) => ({ path: `/surveys/${token}/answers`, body: JSON.stringify(answersGiven(at)) })),
  }
}

/** Each client gets cases of its own. */
export function eventScript(steps: readonly OwnCase[], clients: number): Steps {
  const cases = Array.from({ length: clients }, (_, client) => steps.filter((_, at) => at % clients === client))
  return { kind: 'steps', path: '/graphql', cases, ...eventForms((text) => ({ documentId: idOf(text) })) }
}

/** The same reads as text, as a program that is not our client sends them. */
export function asText(script: Reads, document: string): Reads {
  const bodies = script.bodies.map((body) => {
    const { variables } = JSON.parse(body) as { variables: unknown }
    return JSON.stringify({ query: document, variables })
  })
  return { ...script, bodies }
}

function ours(document: string, variables: readonly Record<string, unknown>[]): Reads {
  const documentId = idOf(document)
  return reads(
    '/graphql',
    variables.map((values) => ({ documentId, variables: values })),
  )
}

function reads(path: string, bodies: readonly unknown[]): Reads {
  return { kind: 'reads', path, bodies: bodies.map((body) => JSON.stringify(body)) }
}

function idOf(document: string): string {
  return createHash('sha256').update(document).digest('hex')
}
